import { sql } from 'kysely'
import type { Acting } from '../acting.ts'
import { byName } from '../names.ts'
import { recordPlaces } from './change.ts'
import { indexNames } from './search.ts'

export interface SubtreeUnit {
  readonly id: string
  readonly path: string[]
  readonly name: string
  readonly short_name: string | null
  readonly kind: string
  readonly founded_on: string | null
  readonly peer_group: string | null
  readonly version: number
  /** As last known, by name. */
  readonly attributes: Record<string, string> | null
}

/** A unit and all that stand below it today, each after those above it, with attributes as last known. */
export async function subtree(db: Acting, top: string): Promise<SubtreeUnit[]> {
  const { rows } = await sql<SubtreeUnit>`
    SELECT unit.id, path, name, short_name, kind, founded_on, peer_group, version,
      -- Looked up unit by unit: right after an import the planner still thinks that there are few, and a join
      -- with all attributes would gather them anew for each.
      (SELECT jsonb_object_agg(attribute, value)
        FROM (SELECT DISTINCT ON (attribute) attribute, value
          FROM unit_attribute WHERE unit_attribute.org = unit.id
          ORDER BY attribute, known_on DESC) AS last) AS attributes
    FROM unit
    WHERE path @> ARRAY[${top}::uuid] AND ended_on IS NULL
    ORDER BY cardinality(path), ${byName('name')}, unit.id`.execute(db)
  return rows
}

/** How many stand below a unit today. */
export async function countSubtree(db: Acting, top: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM unit
    WHERE path @> ARRAY[${top}::uuid] AND id <> ${top} AND ended_on IS NULL`.execute(db)
  return rows[0]?.count ?? 0
}

export interface ImportedUnit {
  readonly id: string
  readonly path: readonly string[]
  readonly name: string
  readonly kind: string
  readonly short_name: string | null
  readonly founded_on: string | null
  readonly peer_group: string | null
}

export interface ImportedAttribute {
  readonly org: string
  readonly attribute: string
  readonly value: string
}

export interface ToImport {
  readonly on: string
  readonly source: string
  readonly added: readonly ImportedUnit[]
  /** What is null stays as it is. */
  readonly changed: readonly (Omit<ImportedUnit, 'path'> & { readonly parent: string })[]
  /** Those of the changed whose name, kind or parent changes. */
  readonly placed: readonly string[]
  readonly paths: readonly { readonly id: string; readonly path: readonly string[] }[]
  readonly attributes: readonly ImportedAttribute[]
}

// A name that somebody gives up is free at once for another: units that get a name first have none that
// anybody could want.
async function changeUnits(db: Acting, { changed, placed, paths }: ToImport): Promise<void> {
  if (placed.length > 0)
    await sql`UPDATE unit SET name = id::text WHERE id = ANY (${placed}::uuid[])`.execute(db)
  await sql`
    UPDATE unit SET path = moved.path, parent = moved.path[cardinality(moved.path) - 1]
    FROM jsonb_to_recordset(${JSON.stringify(paths)}::jsonb) AS moved (id uuid, path uuid[])
    WHERE unit.id = moved.id`.execute(db)
  await sql`
    UPDATE unit SET name = fresh.name, kind = fresh.kind,
      short_name = coalesce(fresh.short_name, unit.short_name),
      founded_on = coalesce(fresh.founded_on, unit.founded_on),
      peer_group = coalesce(fresh.peer_group, unit.peer_group), version = version + 1
    FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) AS fresh (id uuid, name text,
      kind text, short_name text, founded_on date, peer_group text)
    WHERE unit.id = fresh.id`.execute(db)
}

async function addUnits(db: Acting, { added, on }: ToImport): Promise<void> {
  await sql`
    INSERT INTO unit (id, path, parent, name, kind, short_name, founded_on, peer_group)
    SELECT id, path, path[cardinality(path) - 1], name, kind, short_name, founded_on, peer_group
    FROM jsonb_to_recordset(${JSON.stringify(added)}::jsonb) AS fresh (id uuid, path uuid[],
      name text, kind text, short_name text, founded_on date, peer_group text)`.execute(db)
  await sql`
    INSERT INTO unit_place (org, from_on, parent, name, kind)
    SELECT id, coalesce(founded_on, ${on}::date), parent, name, kind
    FROM unit WHERE id = ANY (${added.map(({ id }) => id)}::uuid[])`.execute(db)
}

/** Carries out an import: the same number of statements, however many units. */
export async function importUnits(db: Acting, work: ToImport): Promise<void> {
  const { added, changed, placed, attributes, on, source } = work
  if (changed.length > 0) await changeUnits(db, work)
  if (placed.length > 0) await recordPlaces(db, placed, on)
  if (added.length > 0) await addUnits(db, work)
  const named = [...added, ...changed].map(({ id }) => id)
  if (named.length > 0) await indexNames(db, named)
  if (attributes.length === 0) return
  await sql`
    INSERT INTO unit_attribute (org, attribute, known_on, value, source)
    SELECT org, attribute, ${on}::date, value, ${source}
    FROM jsonb_to_recordset(${JSON.stringify(attributes)}::jsonb) AS fresh (org uuid,
      attribute text, value text)
    ON CONFLICT (org, attribute, known_on) DO UPDATE SET value = excluded.value,
      source = excluded.source, version = unit_attribute.version + 1`.execute(db)
}
