import { sql } from 'kysely'
import type { Acting } from '../acting.ts'
import type { StoredSubmission } from './standing.ts'

interface Place {
  readonly org: string
  readonly committee: string
  readonly cycle: string
}

const SHOWN = ['state', 'confirmed_at', 'deadline', 'late_days', 'version'] as const

/** By the clock of the database; that of a demonstration runs behind. */
const clock = (behindDays: number) => sql<string>`(now() - make_interval(days => ${behindDays}))`

/** Days after the deadline, begun ones too. */
function lateDays(deadline: string | null, behindDays: number) {
  return sql<number | null>`CASE WHEN ${deadline}::timestamptz IS NULL THEN NULL
    ELSE greatest(0, ceil(extract(epoch FROM ${clock(behindDays)} - ${deadline}::timestamptz) / 86400))::integer END`
}

/**
 * The head confirms that the report is true. Whether that is late the clock of the database says.
 * @param version of the submission that was on the screen; 0 when there was none
 * @returns undefined when it has changed since
 */
export async function confirmReport(
  db: Acting,
  { behindDays, ...place }: Place & { readonly behindDays: number },
  person: string,
  deadline: string | null,
  version: number,
): Promise<StoredSubmission | undefined> {
  const confirmed = {
    state: 'confirmed' as const,
    confirmed_by: person,
    confirmed_at: clock(behindDays),
    deadline,
    late_days: lateDays(deadline, behindDays),
  }
  if (version === 0)
    return db
      .insertInto('submission')
      .values({ ...place, ...confirmed })
      .onConflict((conflict) => conflict.doNothing())
      .returning(SHOWN)
      .executeTakeFirst()
  return db
    .updateTable('submission')
    .set({ ...confirmed, version: version + 1 })
    .where('org', '=', place.org)
    .where('cycle', '=', place.cycle)
    .where('version', '=', version)
    .where('state', '<>', 'confirmed')
    .returning(SHOWN)
    .executeTakeFirst()
}

/** What was given back is settled when the report is handed in again. */
export async function settleReturns(db: Acting, { org, cycle }: Place): Promise<void> {
  for (const table of ['item_return', 'evidence_return'] as const)
    await db
      .updateTable(table)
      .set({ settled_at: sql<string>`now()` })
      .where('org', '=', org)
      .where('cycle', '=', cycle)
      .where('settled_at', 'is', null)
      .execute()
}

export interface NewReturn extends Place {
  readonly item: string
  readonly reason: string
  readonly person: string
  readonly at: string
}

/**
 * Gives an item of a report back. A report that was handed in is open for the unit again.
 * @returns its id; undefined when the item is with the unit already
 */
export async function returnItem(db: Acting, fresh: NewReturn): Promise<string | undefined> {
  const row = await db
    .insertInto('item_return')
    .values({ ...fresh, settled_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row === undefined) return undefined
  await db
    .updateTable('submission')
    .set((eb) => ({ state: 'returned', version: eb('version', '+', 1) }))
    .where('org', '=', fresh.org)
    .where('cycle', '=', fresh.cycle)
    .where('state', '=', 'confirmed')
    .execute()
  return row.id
}

export interface NewException extends Place {
  readonly due_on: string
  readonly reason: string
  readonly person: string
  readonly at: string
}

/** Gives a unit a later deadline, or another one than before. */
export async function grantException(db: Acting, fresh: NewException): Promise<void> {
  const { due_on, reason, person, at } = fresh
  await db
    .insertInto('deadline_exception')
    .values(fresh)
    .onConflict((conflict) =>
      conflict.columns(['org', 'cycle']).doUpdateSet({ due_on, reason, person, at }),
    )
    .execute()
}
