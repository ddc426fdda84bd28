import { sql } from 'kysely'
import type { Acting } from '../acting.ts'
import { byName } from '../names.ts'

const PAGE = 100

/** A unit as it stood on a day. */
export interface UnitThen {
  readonly id: string
  readonly parent: string | null
  readonly name: string
  readonly kind: string
  readonly ended_on: string | null
  readonly children: number
}

/** The units right below one as the tree was on a day, by the names of that day. */
export async function unitsBelowOn(
  db: Acting,
  parent: string,
  on: string,
  after: string | undefined,
): Promise<{ units: UnitThen[]; next: string | null }> {
  const { rows } = await sql<UnitThen>`
    SELECT place.org AS id, place.parent, place.name, place.kind, unit.ended_on,
      (SELECT count(*) FROM unit_place AS child
        WHERE child.parent = place.org AND child.from_on <= ${on}::date
          AND (child.to_on IS NULL OR child.to_on > ${on}::date)) AS children
    FROM unit_place AS place JOIN unit ON unit.id = place.org
    WHERE place.parent = ${parent}::uuid AND place.from_on <= ${on}::date
      AND (place.to_on IS NULL OR place.to_on > ${on}::date)
      AND ${after === undefined ? sql`true` : sql`${byName('place.name')} > ${after}`}
    ORDER BY ${byName('place.name')} LIMIT ${PAGE + 1}`.execute(db)
  const units = rows.slice(0, PAGE)
  return { units, next: rows.length > PAGE ? units.at(-1)!.name : null }
}

/** A unit and those above it as they stood on a day, from the top as far as the asker may see. */
export async function placesUpOn(
  db: Acting,
  unit: string,
  on: string,
): Promise<{ id: string; name: string; kind: string }[]> {
  const { rows } = await sql<{ id: string; name: string; kind: string }>`
    WITH RECURSIVE up (org, parent, name, kind, steps) AS (
      SELECT org, parent, name, kind, 0 FROM unit_place
        WHERE org = ${unit}::uuid AND from_on <= ${on}::date AND (to_on IS NULL OR to_on > ${on}::date)
      UNION ALL
      SELECT place.org, place.parent, place.name, place.kind, up.steps + 1
        FROM up JOIN unit_place AS place ON place.org = up.parent
        WHERE place.from_on <= ${on}::date AND (place.to_on IS NULL OR place.to_on > ${on}::date)
          AND up.steps < 40)
    SELECT org AS id, name, kind FROM up ORDER BY steps DESC`.execute(db)
  return rows
}
