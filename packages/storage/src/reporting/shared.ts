import { sql } from 'kysely'
import type { Acting } from '../acting.ts'
import type { StoredEntry } from './entries.ts'

/** How many units have filled in a datum, over all its periods and all kinds of units. */
export interface FactCount {
  readonly fact: string
  readonly filled: number
}

/** Every datum of a cycle with how often there is a value, in one query. */
export async function factCountsOf(db: Acting, cycle: string): Promise<FactCount[]> {
  const { rows } = await sql<FactCount>`
    SELECT fact, count(*)::integer AS filled FROM entry
    WHERE cycle = ${cycle}::uuid AND state <> 'blank' GROUP BY fact`.execute(db)
  return rows
}

/** An entry, and what its unit holds against it while nobody has answered. */
export type ContestedEntry = StoredEntry & { readonly contested: string | null }

/** What is known of one datum, of all units of a cycle. */
export async function entriesOfFact(
  db: Acting,
  cycle: string,
  fact: string,
): Promise<ContestedEntry[]> {
  return db
    .selectFrom('entry')
    .leftJoin('contest', (join) =>
      join
        .onRef('contest.org', '=', 'entry.org')
        .onRef('contest.cycle', '=', 'entry.cycle')
        .onRef('contest.fact', '=', 'entry.fact')
        .onRef('contest.period', '=', 'entry.period')
        .on('contest.answered_at', 'is', null),
    )
    .selectAll('entry')
    .select('contest.reason as contested')
    .where('entry.cycle', '=', cycle)
    .where('entry.fact', '=', fact)
    .execute()
}
