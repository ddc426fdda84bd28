import { sql } from 'kysely'
import type { Acting } from '../acting.ts'

export interface StoredDescent {
  readonly org: string
  readonly earlier: string
  readonly happened_on: string
  readonly kind: 'merged' | 'split'
}

/** Writes down what units came out of. */
export async function insertDescents(
  db: Acting,
  descents: readonly StoredDescent[],
): Promise<void> {
  await sql`
    INSERT INTO unit_lineage (org, earlier, happened_on, kind, earlier_name)
    SELECT r.org, r.earlier, r.happened_on, r.kind, unit.name
    FROM jsonb_to_recordset(${JSON.stringify(descents)}::jsonb) AS r (
      org uuid, earlier uuid, happened_on date, kind text) JOIN unit ON unit.id = r.earlier`.execute(
    db,
  )
}

/** All that units, and those before them, came out of: what makes years comparable. One query. */
export async function descentsOf(db: Acting, units: readonly string[]): Promise<StoredDescent[]> {
  const { rows } = await sql<StoredDescent>`
    WITH RECURSIVE back (org, earlier, happened_on, kind) AS (
      SELECT org, earlier, happened_on, kind FROM unit_lineage WHERE org = ANY (${units}::uuid[])
      UNION
      SELECT line.org, line.earlier, line.happened_on, line.kind
        FROM back JOIN unit_lineage AS line ON line.org = back.earlier)
    SELECT * FROM back ORDER BY happened_on, org, earlier`.execute(db)
  return rows
}

/** The first day of each of these units on record. */
export async function firstDays(
  db: Acting,
  units: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('unit_place')
    .select(['org', (eb) => eb.fn.min('from_on').as('first')])
    .where('org', '=', sql<string>`ANY (${units}::uuid[])`)
    .groupBy('org')
    .execute()
  return new Map(rows.map(({ org, first }) => [org, first]))
}
