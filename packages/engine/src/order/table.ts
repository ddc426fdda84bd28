import type { Met } from '../model/index.ts'
import { type Interval, exactly, formatRational } from '../number/index.ts'
import type { Conclusion, Outcome, Standing } from './standing.ts'

/** A value as text; its two ends where it is not known exactly, null where there is no bound. */
type TableValue = string | readonly [string | null, string | null]

/**
 * The ranks with everything that they follow from, as plain data, so that a program that knows nothing
 * of schemes can rank again: who takes part, the totals and the tie-breakers, and the range of ranks.
 */
export interface RankTable {
  readonly format: 'kaohe-ranks/1'
  /** null where the scheme is silent. */
  readonly peers: 'all' | 'type' | 'group' | null
  readonly ties: 'competition' | 'dense' | null
  readonly rows: readonly {
    readonly unit: string
    readonly type: string
    readonly group: string
    readonly present: Met
    /** The total, then the tie-breakers, the higher first; none of a unit that does not take part. */
    readonly values: readonly TableValue[]
    /** The best and the worst rank; [0, 0] for a unit that does not take part. */
    readonly range: readonly [number, number]
  }[]
}

function written(value: Interval): TableValue {
  const exact = exactly(value)
  const end = (bound: Interval['lo']) => (bound === null ? null : formatRational(bound))
  return exact === undefined ? [end(value.lo), end(value.hi)] : formatRational(exact)
}

/**
 * The rank table of an assessment; undefined when the scheme ranks nobody.
 * @param conclusions those of the standings, in the same order
 */
export function rankTable(
  scheme: Outcome,
  standings: readonly Standing[],
  conclusions: readonly Conclusion[],
): RankTable | undefined {
  if (scheme.ranking === undefined) return undefined
  const rows = standings.map(({ unit, total, breakers }, i) => ({
    unit: unit.id,
    type: unit.type ?? '',
    group: unit.group ?? unit.type ?? '',
    present: conclusions[i]?.eligible ?? ('undecided' as const),
    values: conclusions[i]?.eligible === 'no' ? [] : [total, ...breakers].map(written),
    range: conclusions[i]?.rankRange ?? ([0, 0] as const),
  }))
  const { peers, ties } = scheme.ranking
  return { format: 'kaohe-ranks/1', peers: peers ?? null, ties: ties ?? null, rows }
}
