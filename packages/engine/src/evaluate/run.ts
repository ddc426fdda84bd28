import { type Interval, ONE, compare, int } from '../number/index.ts'
import type { FoldRow } from './row.ts'

const holds = ({ value: { lo } }: FoldRow): boolean => lo !== null && compare(lo, ONE) >= 0
const mayHold = ({ value: { hi } }: FoldRow): boolean => hi === null || hi.num > 0n

/** The most rows one after another of which something holds. */
function longest(rows: readonly FoldRow[], of: (row: FoldRow) => boolean): number {
  let [most, run] = [0, 0]
  for (const row of rows) {
    run = of(row) ? run + 1 : 0
    most = Math.max(most, run)
  }
  return most
}

/**
 * The longest run of events, in the order of their days. One without a day, or still to be reported,
 * may stand anywhere among the others.
 */
export function runOf(rows: readonly FoldRow[], complete: boolean): Interval {
  const placed = complete && rows.every((row) => (row.event?.date ?? null) !== null)
  const least = placed ? longest(rows, holds) : Math.min(1, rows.filter(holds).length)
  if (!complete) return { lo: int(least), hi: null }
  return { lo: int(least), hi: int(placed ? longest(rows, mayHold) : rows.filter(mayHold).length) }
}
