import { sql } from 'kysely'
import type { Acting } from '../acting.ts'
import type { StoredSnapshot } from '../result/snapshots.ts'

/** The ratified snapshot of a cycle that no correction has replaced. */
export async function standingSnapshot(
  db: Acting,
  cycle: string,
): Promise<Pick<StoredSnapshot, 'id' | 'name'> | undefined> {
  return db
    .selectFrom('snapshot')
    .select(['id', 'name'])
    .where('cycle', '=', cycle)
    .where('ratified_at', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('snapshot as later')
            .select('later.id')
            .whereRef('later.org', '=', 'snapshot.org')
            .whereRef('later.replaces', '=', 'snapshot.id'),
        ),
      ),
    )
    .executeTakeFirst()
}

/** The cycles of these with a ratified result, each with how many of its measures are not closed. */
export async function standingSnapshots(
  db: Acting,
  cycles: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('snapshot')
    .select('cycle')
    .select(({ selectFrom, fn }) =>
      selectFrom('followup')
        .select(fn.countAll<number>().as('open'))
        .whereRef('followup.cycle', '=', 'snapshot.cycle')
        .where('state', 'in', ['open', 'done'])
        .as('open'),
    )
    .distinct()
    .where('cycle', '=', sql<string>`ANY (${[...cycles]}::uuid[])`)
    .where('ratified_at', 'is not', null)
    .execute()
  return new Map(rows.map(({ cycle, open }) => [cycle, Number(open)]))
}

/** The names of units, by identifier. */
export async function unitNames(
  db: Acting,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('id', '=', sql<string>`ANY (${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Who works in an organisation on a day, once each, as those to whom something can be given to do. */
export async function staffOf(
  db: Acting,
  org: string,
  roles: readonly string[],
  on: string,
): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person')
    .select(['person.id', 'person.name'])
    .distinct()
    .where('post.org', '=', org)
    .where('post.role', 'in', [...roles])
    .where('post.from_on', '<=', on)
    .where((eb) => eb.or([eb('post.to_on', 'is', null), eb('post.to_on', '>', on)]))
    .orderBy('person.name')
    .execute()
}
