import { sql } from 'kysely'
import type { Acting } from '../acting.ts'
import { byName } from '../names.ts'

/** Where a unit's report stands, for the one who collects them. */
export interface UnitProgress {
  readonly unit: string
  readonly name: string
  readonly type: string
  readonly excluded_because: string | null
  readonly state: 'draft' | 'confirmed' | 'returned' | null
  readonly confirmed_at: string | null
  readonly late_days: number | null
  readonly exception_on: string | null
  /** Data asked about with a value, or declared not applicable. */
  readonly filled: number
  readonly happenings: number
  readonly files: number
  readonly open_returns: number
  readonly open_contests: number
  readonly reminded_at: string | null
}

/**
 * Every unit of a cycle with its counts, in one query.
 * @param facts the data whose entries are counted
 */
export async function progressOf(
  db: Acting,
  cycle: string,
  facts: readonly string[],
): Promise<UnitProgress[]> {
  const { rows } = await sql<UnitProgress>`
    SELECT a.unit, u.name, a.type, a.excluded_because, s.state, s.confirmed_at, s.late_days,
      x.due_on AS exception_on,
      coalesce(e.filled, 0) AS filled, coalesce(h.happenings, 0) AS happenings,
      coalesce(f.files, 0) AS files, coalesce(r.open_returns, 0) AS open_returns,
      coalesce(c.open_contests, 0) AS open_contests, m.reminded_at
    FROM assessee a
    JOIN unit u ON u.id = a.unit
    LEFT JOIN submission s ON s.org = a.unit AND s.cycle = a.cycle
    LEFT JOIN deadline_exception x ON x.org = a.unit AND x.cycle = a.cycle
    LEFT JOIN (SELECT org, count(*) AS filled FROM entry
      WHERE cycle = ${cycle} AND state <> 'blank' AND fact = ANY (${[...facts]}) GROUP BY org) e ON e.org = a.unit
    LEFT JOIN (SELECT org, count(*) AS happenings FROM happening
      WHERE cycle = ${cycle} AND voided_because IS NULL GROUP BY org) h ON h.org = a.unit
    LEFT JOIN (SELECT org, count(*) AS files FROM evidence_file
      WHERE cycle = ${cycle} GROUP BY org) f ON f.org = a.unit
    LEFT JOIN (SELECT org, count(*) AS open_returns FROM item_return
      WHERE cycle = ${cycle} AND settled_at IS NULL GROUP BY org) r ON r.org = a.unit
    LEFT JOIN (SELECT org, count(*) AS open_contests FROM contest
      WHERE cycle = ${cycle} AND answered_at IS NULL GROUP BY org) c ON c.org = a.unit
    LEFT JOIN (SELECT org, max(at) AS reminded_at FROM reminder
      WHERE cycle = ${cycle} GROUP BY org) m ON m.org = a.unit
    WHERE a.cycle = ${cycle}
    ORDER BY ${byName('u.name')}`.execute(db)
  return rows
}

/** How many units of a kind have filled in a datum, over all its periods. */
export interface FactProgress {
  readonly fact: string
  readonly type: string
  readonly filled: number
}

/** Every datum of a cycle with how often it was filled in, in one query. */
export async function factProgressOf(db: Acting, cycle: string): Promise<FactProgress[]> {
  const { rows } = await sql<FactProgress>`
    SELECT e.fact, a.type, count(*) AS filled
    FROM entry e JOIN assessee a ON a.unit = e.org AND a.cycle = e.cycle
    WHERE e.cycle = ${cycle} AND e.state <> 'blank'
    GROUP BY e.fact, a.type`.execute(db)
  return rows
}

/** The cycles in which a unit is assessed itself, or those above or below it are; newest first. */
export async function assessedIn(
  db: Acting,
  { id, path }: { readonly id: string; readonly path: readonly string[] },
): Promise<{ id: string; title: string; state: string; itself: boolean }[]> {
  const { rows } = await sql<{ id: string; title: string; state: string; itself: boolean }>`
    SELECT c.id, c.title, c.state, bool_or(a.unit = ${id}::uuid) AS itself
    FROM cycle c JOIN assessee a ON a.org = c.org AND a.cycle = c.id
    JOIN unit u ON u.id = a.unit
    WHERE c.state <> 'preparing' AND c.org <> ${id}::uuid
      AND (u.path @> ARRAY[${id}::uuid] OR u.id = ANY (${[...path]}::uuid[]))
    GROUP BY c.id, c.title, c.state, c.starts_on
    ORDER BY bool_or(a.unit = ${id}::uuid) DESC, c.starts_on DESC LIMIT 50`.execute(db)
  return rows
}
