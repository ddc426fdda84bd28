import { sql } from 'kysely'
import type { Acting } from '../acting.ts'

/** How far a department is. A desk on which nothing was done yet has no row. */
export interface StoredDesk {
  readonly org: string
  readonly cycle: string
  readonly party: string
  readonly state: 'draft' | 'handed' | 'returned' | 'approved'
  readonly because: string | null
  readonly handed_by: string | null
  readonly handed_at: string | null
  readonly decided_by: string | null
  readonly decided_at: string | null
  /** Who asked to open it again after it was agreed to, and why. */
  readonly reopen_by: string | null
  readonly reopen_because: string | null
  readonly reopen_at: string | null
  readonly version: number
}

/** The same with the name of who asked to open it again. */
export interface NamedDesk extends StoredDesk {
  readonly reopen_name: string | null
}

/** The desks of a cycle, and how many marks of units that take part lie on each. */
export async function desksOf(
  db: Acting,
  cycle: string,
): Promise<{ desks: NamedDesk[]; given: ReadonlyMap<string, number> }> {
  const { rows } = await sql<{ found: { desks: NamedDesk[]; given: Record<string, number> } }>`
    SELECT jsonb_build_object(
      'desks', (SELECT coalesce(jsonb_agg(to_jsonb(d) || jsonb_build_object('reopen_name', p.name)), '[]')
        FROM desk d LEFT JOIN person p ON p.id = d.reopen_by WHERE d.cycle = ${cycle}::uuid),
      'given', (SELECT coalesce(jsonb_object_agg(g.party, g.given), '{}') FROM (
        SELECT m.party, count(*)::integer AS given
        FROM mark m JOIN assessee a ON a.org = m.org AND a.cycle = m.cycle AND a.unit = m.unit
        WHERE m.cycle = ${cycle}::uuid AND m.text <> '' AND a.excluded_because IS NULL
        GROUP BY m.party) g)
    ) AS found`.execute(db)
  const { desks, given } = rows[0]!.found
  return { desks, given: new Map(Object.entries(given)) }
}

type Place = Pick<StoredDesk, 'org' | 'cycle' | 'party'>

/** The desk, locked until the end of the transaction, so that no mark slips in while it is handed in. */
export async function lockDesk(db: Acting, place: Place): Promise<StoredDesk> {
  await db
    .insertInto('desk')
    .values({
      ...place,
      because: null,
      handed_by: null,
      handed_at: null,
      decided_by: null,
      decided_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return at(db.selectFrom('desk').selectAll(), place).forUpdate().executeTakeFirstOrThrow()
}

// The same three columns name a desk everywhere.
const at = <Q extends { where(column: 'org' | 'cycle' | 'party', op: '=', value: string): Q }>(
  query: Q,
  { org, cycle, party }: Place,
): Q => query.where('org', '=', org).where('cycle', '=', cycle).where('party', '=', party)

type Moved = Pick<
  StoredDesk,
  'state' | 'because' | 'handed_by' | 'handed_at' | 'decided_by' | 'decided_at'
> &
  Partial<Pick<StoredDesk, 'reopen_by' | 'reopen_because' | 'reopen_at'>>

/** Moves a desk on from the version that one saw; undefined when it has changed since. */
export async function moveDesk(
  db: Acting,
  place: Place,
  version: number,
  moved: Moved,
): Promise<StoredDesk | undefined> {
  const { state, because, handed_by, handed_at, decided_by, decided_at } = moved
  const { reopen_by = null, reopen_because = null, reopen_at = null } = moved
  const query = db.updateTable('desk').set({
    state,
    because,
    handed_by,
    handed_at,
    decided_by,
    decided_at,
    reopen_by,
    reopen_because,
    reopen_at,
    version: version + 1,
  })
  return at(query, place).where('version', '=', version).returningAll().executeTakeFirst()
}
