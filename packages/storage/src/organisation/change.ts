import { sql } from 'kysely'
import type { Acting } from '../acting.ts'
import { indexNames } from './search.ts'
import type { StoredUnit } from './unit.ts'

export interface NewUnit {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly shortName?: string | undefined
  readonly foundedOn?: string | undefined
  readonly peerGroup?: string | undefined
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
      peer_group: unit.peerGroup ?? null,
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
  await indexNames(db, [row.id])
  return row
}

export interface StandingOf {
  readonly org: string
  readonly from: string
  readonly to: string | null
}

/** The days from which units stand where and as they do: their last places on record. */
export async function standings(db: Acting, units: readonly string[]): Promise<StandingOf[]> {
  return db
    .selectFrom('unit_place')
    .distinctOn('org')
    .select(['org', 'from_on as from', 'to_on as to'])
    .where('org', '=', sql<string>`ANY (${units}::uuid[])`)
    .orderBy('org')
    .orderBy('from_on', 'desc')
    .execute()
}

/** Puts the units as they are now on record from a day on; a line of that very day is written anew. */
export async function recordPlaces(
  db: Acting,
  units: readonly string[],
  on: string,
): Promise<void> {
  await sql`
    UPDATE unit_place SET to_on = ${on}::date
    WHERE org = ANY (${units}::uuid[]) AND to_on IS NULL AND from_on < ${on}::date`.execute(db)
  await sql`
    INSERT INTO unit_place (org, from_on, to_on, parent, name, kind)
    SELECT id, ${on}::date, NULL, parent, name, kind FROM unit WHERE id = ANY (${units}::uuid[])
    ON CONFLICT (org, from_on) DO UPDATE
      SET parent = excluded.parent, name = excluded.name, kind = excluded.kind`.execute(db)
  await indexNames(db, units)
}

export interface UnitEdit {
  readonly name: string
  readonly kind: string
  readonly short_name: string | null
  readonly founded_on: string | null
  readonly peer_group: string | null
}

/** Changes what a unit is called and is. @returns undefined when it has changed since `version` */
export async function updateUnit(
  db: Acting,
  unit: Pick<StoredUnit, 'id' | 'version'>,
  edit: Partial<UnitEdit>,
): Promise<StoredUnit | undefined> {
  return db
    .updateTable('unit')
    .set({ ...edit, version: unit.version + 1 })
    .where('id', '=', unit.id)
    .where('version', '=', unit.version)
    .returningAll()
    .executeTakeFirst()
}

/**
 * Puts units below another, each with all that is below it, in one statement.
 * @param above the path of the new parent
 * @returns how many units stand elsewhere now
 */
export async function moveUnits(
  db: Acting,
  units: readonly string[],
  above: readonly string[],
): Promise<number> {
  const { rows } = await sql`
    UPDATE unit SET
      path = ${above}::uuid[] || unit.path[array_position(unit.path, moved.id):],
      parent = CASE WHEN unit.id = moved.id THEN ${above.at(-1)}::uuid ELSE unit.parent END,
      version = CASE WHEN unit.id = moved.id THEN unit.version + 1 ELSE unit.version END
    FROM unnest(${units}::uuid[]) AS moved (id)
    WHERE unit.path @> ARRAY[moved.id]
    RETURNING unit.id`.execute(db)
  return rows.length
}

/** Ends units on a day: they are in the tree before it and not on it. */
export async function endUnits(db: Acting, units: readonly string[], on: string): Promise<void> {
  await sql`
    UPDATE unit SET ended_on = ${on}::date, version = version + 1
    WHERE id = ANY (${units}::uuid[])`.execute(db)
  await sql`
    UPDATE unit_place SET to_on = ${on}::date
    WHERE org = ANY (${units}::uuid[]) AND to_on IS NULL`.execute(db)
}
