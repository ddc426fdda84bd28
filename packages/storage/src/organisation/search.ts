import { sql } from 'kysely'
import type { Acting } from '../acting.ts'
import { byName } from '../names.ts'

const PAGE = 50
/** Greater than every ending that begins with what is searched for. */
const LAST = '\u{10FFFF}'

export interface UnitFound {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly short_name: string | null
  readonly ended_on: string | null
  /** The name of the unit right above, where the asker may see it. */
  readonly above: string | null
  /** Names that it had and that fit, when its name of today does not. */
  readonly formerly: string[]
}

/**
 * Writes down by which endings these units are found: those of all names on record, and of short names.
 * Endings of names that a unit had stay.
 */
export async function indexNames(db: Acting, units: readonly string[]): Promise<void> {
  await sql`
    INSERT INTO unit_ending (ending, org)
    SELECT DISTINCT substr(lower(name), start) COLLATE "C" AS ending, org
    FROM (SELECT org, name FROM unit_place WHERE org = ANY (${units}::uuid[])
      UNION ALL
      SELECT id, short_name FROM unit
      WHERE id = ANY (${units}::uuid[]) AND short_name IS NOT NULL) AS named,
      generate_series(1, length(name)) AS start
    ORDER BY ending, org
    ON CONFLICT DO NOTHING`.execute(db)
}

/**
 * Units of which a name, a short name or a former name holds `part`, by name; those at and below the
 * asker's. One range of an index, whatever the size of the tree.
 * @param after the last one of the page before
 */
export async function searchUnits(
  db: Acting,
  part: string,
  after: { readonly name: string; readonly id: string } | undefined,
): Promise<{ units: UnitFound[]; more: boolean }> {
  const wanted = part.toLowerCase()
  const { rows } = await sql<UnitFound>`
    SELECT unit.id, unit.name, unit.kind, unit.short_name, unit.ended_on, above.name AS above,
      ARRAY(SELECT DISTINCT place.name FROM unit_place AS place
        WHERE place.org = unit.id AND place.name <> unit.name
          AND strpos(lower(place.name), ${wanted}) > 0
          AND strpos(lower(unit.name), ${wanted}) = 0) AS formerly
    FROM unit LEFT JOIN unit AS above ON above.id = unit.parent
    WHERE unit.id IN (SELECT org FROM unit_ending
        WHERE ending >= ${wanted} AND ending < ${wanted + LAST})
      AND ${after === undefined ? sql`true` : sql`(${byName('unit.name')}, unit.id) > (${after.name}, ${after.id}::uuid)`}
    ORDER BY ${byName('unit.name')}, unit.id
    LIMIT ${PAGE + 1}`.execute(db)
  return { units: rows.slice(0, PAGE), more: rows.length > PAGE }
}
