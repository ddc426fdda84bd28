import { sql } from 'kysely'
import type { Acting } from './acting.ts'

const PAGE = 200

/** A unit with its path from the top, as policies need it. */
export interface StoredUnit {
  readonly id: string
  readonly path: string[]
  readonly parent: string | null
  readonly kind: string
  readonly name: string
  readonly short_name: string | null
  readonly founded_on: string | null
  readonly ended_on: string | null
  readonly version: number
}

/** One unit, or undefined when there is none that the asker may see. */
export async function findUnit(db: Acting, id: string): Promise<StoredUnit | undefined> {
  return db.selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The units above one, from the top. */
export async function unitsAbove(
  db: Acting,
  unit: StoredUnit,
): Promise<{ id: string; name: string }[]> {
  const above = unit.path.slice(0, -1)
  if (above.length === 0) return []
  return db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('id', 'in', above)
    .orderBy(sql`cardinality(path)`)
    .execute()
}

/** A page of the units right below one, by name, with how many each has below it. */
export async function unitsBelow(
  db: Acting,
  parent: string,
  after: string | undefined,
): Promise<{ units: (StoredUnit & { children: number })[]; next: string | null }> {
  const rows = await db
    .selectFrom('unit')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('unit as child')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('child.parent', '=', 'unit.id')
        .where('child.ended_on', 'is', null)
        .as('children'),
    )
    .where('parent', '=', parent)
    .where('ended_on', 'is', null)
    .$if(after !== undefined, (query) => query.where('name', '>', after!))
    .orderBy('name')
    .limit(PAGE + 1)
    .execute()
  const units = rows.slice(0, PAGE).map((row) => ({ ...row, children: row.children ?? 0 }))
  return { units, next: rows.length > PAGE ? units.at(-1)!.name : null }
}

export interface NewUnit {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly shortName?: string | undefined
  readonly foundedOn?: string | undefined
}

/** Adds a unit below `above` (the path of its parent; empty for the top of a tree), known from `on`. */
export async function insertUnit(
  db: Acting,
  above: readonly string[],
  unit: NewUnit,
  on: string,
): Promise<StoredUnit> {
  const row = await db
    .insertInto('unit')
    .values({
      id: unit.id,
      path: [...above, unit.id],
      parent: above.at(-1) ?? null,
      kind: unit.kind,
      name: unit.name,
      short_name: unit.shortName ?? null,
      founded_on: unit.foundedOn ?? null,
      ended_on: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await db
    .insertInto('unit_place')
    .values({
      org: row.id,
      from_on: unit.foundedOn ?? on,
      to_on: null,
      parent: row.parent,
      name: row.name,
      kind: row.kind,
    })
    .execute()
  return row
}

/** Gives a unit another name from a day on. @returns undefined when it has changed since `version` */
export async function renameUnit(
  db: Acting,
  unit: StoredUnit,
  name: string,
  on: string,
): Promise<StoredUnit | undefined> {
  const row = await db
    .updateTable('unit')
    .set({ name, version: unit.version + 1 })
    .where('id', '=', unit.id)
    .where('version', '=', unit.version)
    .returningAll()
    .executeTakeFirst()
  if (row === undefined) return undefined
  await db
    .updateTable('unit_place')
    .set({ to_on: on })
    .where('org', '=', unit.id)
    .where('to_on', 'is', null)
    .execute()
  await db
    .insertInto('unit_place')
    .values({ org: unit.id, from_on: on, to_on: null, parent: row.parent, name, kind: row.kind })
    .execute()
  return row
}
