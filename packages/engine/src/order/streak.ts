import type { Met } from '../model/index.ts'
import { agreed, every } from './met.ts'
import type { Past } from './standing.ts'

/** Whether the condition of a consequence held for a unit in an earlier year. */
export interface PastResultMet {
  readonly met: Met
  /** Units of that year on whose results it rests. */
  readonly from: readonly string[]
}

// Of the unit under this very id; several results of one year are those of units merged under it.
function recorded(consequence: string, unit: string, year: number, past: Past): PastResultMet[] {
  return past.history
    .filter((h) => h.unit === unit && h.year === year)
    .map((h) => ({ met: h.met.includes(consequence) ? 'yes' : 'no', from: [unit] }))
}

/**
 * Whether the condition held in an earlier year, by the results of that year. A unit that continues
 * others since a later year (renamed, merged, split off) has their past; where merged units differ, or
 * one of them has no result, it is undecided. A unit with a result of its own needs none of a
 * predecessor that has none: it was known under this id already.
 * @param seen units already on the way, against a lineage that runs in circles
 */
export function metInYear(
  consequence: string,
  unit: string,
  year: number,
  past: Past,
  seen: readonly string[] = [],
): PastResultMet {
  const own = recorded(consequence, unit, year, past)
  const before = past.lineage
    .filter((l) => l.unit === unit && l.since > year && !seen.includes(l.from) && l.from !== unit)
    .map((l) => metInYear(consequence, l.from, year, past, [...seen, unit]))
  const all = [...own, ...before.filter((p) => own.length === 0 || p.from.length > 0)]
  return {
    met: agreed(all.map((p) => p.met)),
    from: [...new Set(all.flatMap((p) => p.from))],
  }
}

export interface StreakResult {
  readonly met: Met
  readonly reasons: readonly string[]
}

function sayYear(year: number, unit: string, { met, from }: PastResultMet): string {
  if (from.length === 0) return `${year}年没有结果记录，是否连续待定`
  const others = from.filter((f) => f !== unit)
  const whose = others.length === 0 ? '' : `（按沿革取${others.join('、')}的结果）`
  if (met === 'undecided') return `${year}年沿革各单位结果不同或不全${whose}，是否连续待定`
  return `${year}年${met === 'yes' ? '也是这样' : '不是这样'}${whose}`
}

/**
 * Whether a condition holds for so many years in a row, this year included.
 * @param thisYear whether it holds this year
 * @param year the year assessed; undefined when the scheme does not say it
 */
export function streak(
  consequence: string,
  unit: string,
  thisYear: Met,
  years: number,
  year: number | undefined,
  past: Past,
): StreakResult {
  if (thisYear === 'no' || years <= 1) return { met: thisYear, reasons: [] }
  if (year === undefined)
    return { met: 'undecided', reasons: ['考核时段没有写明，无法判断是否连续'] }
  const before = Array.from({ length: years - 1 }, (_, i) => year - 1 - i)
  const found = before.map((y) => ({ y, past: metInYear(consequence, unit, y, past) }))
  return {
    met: every([thisYear, ...found.map((f) => f.past.met)]),
    reasons: found.map((f) => sayYear(f.y, unit, f.past)),
  }
}
