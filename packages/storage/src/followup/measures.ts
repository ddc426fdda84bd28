import type { Insertable, Selectable } from 'kysely'
import type { Acting } from '../acting.ts'
import type { FollowupTable } from '../tables/followup.ts'

/** Something that follows from a result, as far as the asker may see it. */
export type StoredMeasure = Readonly<Selectable<FollowupTable>> & {
  readonly unit_name: string
  readonly title: string
  readonly ends_on: string
  readonly behind_days: number
  readonly owner_name: string | null
  /** Null for those who may not see on what it rests. */
  readonly facts: readonly string[] | null
  readonly points_lost: string | null
}

const all = (db: Acting) =>
  db
    .selectFrom('followup')
    .innerJoin('unit', 'unit.id', 'followup.unit')
    .innerJoin('cycle', (join) =>
      join.onRef('cycle.org', '=', 'followup.org').onRef('cycle.id', '=', 'followup.cycle'),
    )
    .leftJoin('person', 'person.id', 'followup.owner')
    .leftJoin('followup_ground', (join) =>
      join
        .onRef('followup_ground.org', '=', 'followup.org')
        .onRef('followup_ground.measure', '=', 'followup.id'),
    )
    .selectAll('followup')
    .select([
      'unit.name as unit_name',
      'cycle.title',
      'cycle.ends_on',
      'cycle.behind_days',
      'person.name as owner_name',
      'followup_ground.facts',
      'followup_ground.points_lost',
    ])
    .orderBy('followup.due_on', (order) => order.asc().nullsLast())
    .orderBy('unit.name')
    .orderBy('followup.id')

/** All of a cycle. */
export async function measuresIn(db: Acting, cycle: string): Promise<StoredMeasure[]> {
  return all(db).where('followup.cycle', '=', cycle).execute()
}

/** Those that a person looks after, as far as they are not closed. */
export async function measuresOwnedBy(db: Acting, person: string): Promise<StoredMeasure[]> {
  return all(db)
    .where('followup.owner', '=', person)
    .where('followup.state', 'in', ['open', 'done'])
    .execute()
}

/** Those of an organisation that are to be done by a day, and are not. */
export async function measuresDue(db: Acting, org: string): Promise<StoredMeasure[]> {
  return all(db)
    .where('followup.org', '=', org)
    .where('followup.state', '=', 'open')
    .where('followup.due_on', 'is not', null)
    .execute()
}

/** What a unit is to make good. */
export async function rectificationsOf(db: Acting, unit: string): Promise<StoredMeasure[]> {
  return all(db).where('followup.unit', '=', unit).where('followup.kind', '=', 'rectify').execute()
}

/** What an organisation's units have not made good of years that ended before a day. */
export async function unfinishedBefore(
  db: Acting,
  org: string,
  day: string,
): Promise<StoredMeasure[]> {
  return all(db)
    .where('followup.org', '=', org)
    .where('followup.kind', '=', 'rectify')
    .where('followup.state', 'in', ['open', 'done'])
    .where('cycle.ends_on', '<', day)
    .execute()
}

export async function findMeasure(db: Acting, id: string): Promise<StoredMeasure | undefined> {
  return all(db).where('followup.id', '=', id).executeTakeFirst()
}

type Fresh = Omit<
  Insertable<FollowupTable>,
  'id' | 'version' | 'closing' | 'closed_by' | 'closed_at'
> & { readonly facts: readonly string[]; readonly points_lost: string | null }

/** @returns undefined when something follows from it for the unit already */
export async function insertMeasure(
  db: Acting,
  { facts, points_lost, ...fresh }: Fresh,
): Promise<string | undefined> {
  const row = await db
    .insertInto('followup')
    .values(fresh)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row === undefined) return undefined
  const ground = { org: fresh.org, measure: row.id, facts: [...facts], points_lost }
  await db.insertInto('followup_ground').values(ground).execute()
  return row.id
}

type Change = Partial<
  Pick<
    StoredMeasure,
    'state' | 'owner' | 'due_on' | 'places' | 'persons' | 'closing' | 'closed_by' | 'closed_at'
  >
> & { readonly copies?: string[] }

/** Changes the version that one saw; false when it has changed since. */
export async function changeMeasure(
  db: Acting,
  { id, version }: { readonly id: string; readonly version: number },
  change: Change,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('followup')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
