import { type Selectable, sql } from 'kysely'
import type { Acting } from '../acting.ts'
import type { ObjectionTable } from '../tables/objection.ts'

/** What a unit holds against a figure, with the names of the unit and the cycle. */
export type StoredObjection = Readonly<Selectable<ObjectionTable>> & {
  readonly unit_name: string
  readonly title: string
}

const all = (db: Acting) =>
  db
    .selectFrom('objection')
    .innerJoin('unit', 'unit.id', 'objection.org')
    .innerJoin('cycle', (join) =>
      join.onRef('cycle.org', '=', 'objection.committee').onRef('cycle.id', '=', 'objection.cycle'),
    )
    .selectAll('objection')
    .select(['unit.name as unit_name', 'cycle.title'])
    .orderBy('objection.at')
    .orderBy('objection.id')

/** Of a unit, in the order in which they were begun. */
export async function objectionsOf(db: Acting, org: string): Promise<StoredObjection[]> {
  return all(db).where('objection.org', '=', org).limit(500).execute()
}

/** Those of a cycle that were filed. */
export async function objectionsIn(db: Acting, cycle: string): Promise<StoredObjection[]> {
  return all(db)
    .where('objection.cycle', '=', cycle)
    .where('objection.filed_at', 'is not', null)
    .execute()
}

export async function findObjection(db: Acting, id: string): Promise<StoredObjection | undefined> {
  return all(db).where('objection.id', '=', id).executeTakeFirst()
}

type Fresh = Pick<
  StoredObjection,
  | 'org'
  | 'committee'
  | 'cycle'
  | 'release'
  | 'snapshot'
  | 'figure'
  | 'figure_name'
  | 'was'
  | 'text'
  | 'person'
  | 'at'
>

/** @returns undefined when there is one on this figure already */
export async function insertObjection(db: Acting, fresh: Fresh): Promise<string | undefined> {
  const row = await db
    .insertInto('objection')
    .values(fresh)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

type Change = Partial<
  Omit<
    StoredObjection,
    'org' | 'id' | 'version' | 'unit_name' | 'title' | 'person' | 'at' | keyof Pick<Fresh, 'was'>
  >
>

/** Changes the version that one saw; false when it has changed since. */
export async function changeObjection(
  db: Acting,
  { id, version }: { readonly id: string; readonly version: number },
  change: Change,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('objection')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whether a person holds a post at a unit, or below it, on a day. */
export async function worksAt(
  db: Acting,
  person: string,
  unit: string,
  on: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('post')
    .innerJoin('unit', 'unit.id', 'post.org')
    .select('post.id')
    .where('post.person', '=', person)
    .where(sql<boolean>`unit.path @> ARRAY[${unit}::uuid]`)
    .where('post.from_on', '<=', on)
    .where((eb) => eb.or([eb('post.to_on', 'is', null), eb('post.to_on', '>', on)]))
    .executeTakeFirst()
  return row !== undefined
}
