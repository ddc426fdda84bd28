import type { Cut, Ranking } from '../../model/index.ts'
import { ONE, int, multiply, round } from '../../number/index.ts'
import type { CutPlan } from './plan.ts'

/** How many places a cut has among so many units that all take part; see `sizeOf` of the orders. */
export function placesIn(cut: Cut, units: number): number {
  const sizes = cut.number === undefined ? [] : [cut.number]
  if (cut.share !== undefined) {
    const mode = cut.rounding ?? 'floor'
    sizes.push(Number(round(multiply(cut.share, int(units)), { to: ONE, mode }).num))
  }
  return sizes.length === 0 ? units : Math.min(...sizes)
}

/** Whether units with `ahead` others before them and `level` with the same total, themselves included, are within. */
export function isWithin(cut: Cut, places: number, ahead: number, level: number): boolean {
  return cut.ties === 'all-in' ? ahead < places : ahead + level <= places
}

/** Counts of totals on their way to being ranks. */
export interface Counts {
  /** How often each total occurs, from the least possible upwards; ranks afterwards. */
  readonly table: Int32Array
  readonly lo: number
  readonly units: number
  /** The totals from the least upwards, where that is a shorter way than through the table. */
  readonly totals: Int32Array | undefined
}

/** What a total must exceed (top) or stay under (bottom) to be within each cut, while nothing is found. */
function nowhere(cuts: readonly CutPlan[], { table, lo }: Counts): number[] {
  return cuts.map(({ end }) => (end === 'top' ? lo + table.length - 1 : lo))
}

// The greatest slot below `from` with a count.
function nextDown({ table, lo, totals }: Counts, from: number, above: number): number {
  if (totals !== undefined) return (totals[totals.length - 1 - above] ?? lo - 1) - lo
  let v = from - 1
  while (v >= 0 && table[v] === 0) v--
  return v
}

/**
 * Turns the counts into ranks in place, the greatest total first, and answers the line of each cut.
 * It stops below the least total that occurs.
 */
export function rankTotals(
  counts: Counts,
  ties: Ranking['ties'],
  cuts: readonly CutPlan[],
): readonly number[] {
  const { table, lo, units } = counts
  const places = cuts.map(({ cut }) => placesIn(cut, units))
  const lines = nowhere(cuts, counts)
  const open = cuts.map(({ end }) => end === 'bottom')
  let above = 0
  let distinct = 0
  let v = table.length
  while (above < units) {
    v = nextDown(counts, v, above)
    const here = table[v] as number
    table[v] = ties === 'dense' ? ++distinct : above + 1
    const below = units - above - here
    for (let k = 0; k < cuts.length; k++) {
      const { cut, end } = cuts[k] as CutPlan
      const top = end === 'top'
      if (!top && !open[k]) continue
      if (!isWithin(cut, places[k] as number, top ? above : below, here)) continue
      lines[k] = v + lo + (top ? -1 : 1)
      if (!top) open[k] = false
    }
    above += here
  }
  return lines
}
