import type { Cut, Met } from '../model/index.ts'
import { int } from '../number/index.ts'
import { both, not } from './met.ts'
import { type Entry, Pool } from './pool.ts'

/** What changes who contends for the places of one cut, besides totals and tie-breakers. */
export interface Contest {
  /** Whether a unit loses the place that it would take; places lost pass to the next only with 递补. */
  readonly loses: (unit: string) => Met
  /** The places that people decided among units level on the cut; who is not named stands behind. */
  readonly orders: ReadonlyMap<string, number> | undefined
}

export const OPEN_CONTEST: Contest = { loses: () => 'no', orders: undefined }

function placed(entry: Entry, orders: ReadonlyMap<string, number>): Entry {
  const last = Math.max(...orders.values()) + 1
  const decided = int(-(orders.get(entry.unit) ?? last))
  return { ...entry, worst: [...entry.worst, decided], best: [...entry.best, decided] }
}

/**
 * Those who contend for the places of a cut, in the order of the entries given: with 递补 a unit that
 * loses its place is no longer in the others' way, though it is itself judged as if it contended.
 */
export function contenders(
  entries: readonly Entry[],
  cut: Cut | undefined,
  { loses, orders }: Contest,
  refills: boolean,
): readonly Entry[] {
  const decided = cut?.ties === 'meeting' ? orders : undefined
  const ordered = decided === undefined ? entries : entries.map((e) => placed(e, decided))
  if (!refills) return ordered
  return ordered.map((e) => ({ ...e, present: both(e.present, not(loses(e.unit))) }))
}

/** Whether places of a cut may pass to the next: as written, or either way where nothing is and it matters. */
export function refillsOf(
  cut: Cut | undefined,
  entries: readonly Entry[],
  { loses }: Contest,
): readonly boolean[] {
  if (cut === undefined || entries.every((e) => loses(e.unit) === 'no')) return [false]
  return cut.refill === undefined ? [false, true] : [cut.refill]
}

/** The pool of the contenders; the same pool where nothing changes. */
export function contending(
  pool: Pool,
  cut: Cut | undefined,
  contest: Contest,
  refills: boolean,
): Pool {
  const entries = contenders(pool.entries, cut, contest, refills)
  return entries === pool.entries ? pool : new Pool(entries)
}
