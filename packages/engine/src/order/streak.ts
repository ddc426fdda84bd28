import type { Consequence, Met } from '../model/index.ts'
import { agreed, every } from './met.ts'
import { type Memory, type Recalled, recall } from './recall.ts'

/** Whether the range of a consequence was met by a unit in an earlier year. */
export interface PastResultMet extends Recalled {
  /** Units of that year on whose results it rests. */
  readonly from: readonly string[]
}

// Of the unit under this very id; several results of one year are those of units merged under it.
function recorded(
  consequence: Consequence,
  unit: string,
  year: number,
  memory: Memory,
): PastResultMet[] {
  return memory.past.history
    .filter((h) => h.unit === unit && h.year === year)
    .map((h) => ({ ...recall(consequence, h, memory), from: [unit] }))
}

/**
 * Whether the range was met in an earlier year, by the results of that year. A unit that continues
 * others since a later year (renamed, merged, split off) has their past; where merged units differ, or
 * one of them has no result, it is undecided. A unit with a result of its own needs none of a
 * predecessor that has none: it was known under this id already.
 * @param seen units already on the way, against a lineage that runs in circles
 */
export function metInYear(
  consequence: Consequence,
  unit: string,
  year: number,
  memory: Memory,
  seen: readonly string[] = [],
): PastResultMet {
  const own = recorded(consequence, unit, year, memory)
  const before = memory.past.lineage
    .filter((l) => l.unit === unit && l.since > year && !seen.includes(l.from) && l.from !== unit)
    .map((l) => metInYear(consequence, l.from, year, memory, [...seen, unit]))
  const all = [...own, ...before.filter((p) => own.length === 0 || p.from.length > 0)]
  return {
    met: agreed(all.map((p) => p.met)),
    lacks: [...new Set(all.flatMap((p) => p.lacks))],
    from: [...new Set(all.flatMap((p) => p.from))],
  }
}

export interface StreakResult {
  readonly met: Met
  readonly reasons: readonly string[]
}

function sayYear(year: number, unit: string, { met, lacks, from }: PastResultMet): string {
  if (from.length === 0) return `${year}年没有结果记录，是否连续待定`
  const others = from.filter((f) => f !== unit)
  const whose = others.length === 0 ? '' : `（按沿革取${others.join('、')}的结果）`
  if (met === 'undecided' && lacks.length > 0)
    return `${year}年的结果记录没有写${lacks.join('、')}${whose}，是否连续待定`
  if (met === 'undecided' && from.length === 1) return `${year}年是不是这样、是否连续待定${whose}`
  if (met === 'undecided') return `${year}年沿革各单位结果不同或不全${whose}，是否连续待定`
  return `${year}年${met === 'yes' ? '也是这样' : '不是这样'}${whose}`
}

/**
 * Whether the range of a consequence is met for as many years in a row as its 连续 says, this one included.
 * @param thisYear whether it is met this year
 * @param year the year assessed; undefined when the scheme does not say it
 */
export function streak(
  consequence: Consequence,
  unit: string,
  thisYear: Met,
  year: number | undefined,
  memory: Memory,
): StreakResult {
  const years = consequence.who?.years ?? 1
  if (thisYear === 'no' || years <= 1) return { met: thisYear, reasons: [] }
  if (year === undefined)
    return { met: 'undecided', reasons: ['考核时段没有写明，无法判断是否连续'] }
  const before = Array.from({ length: years - 1 }, (_, i) => year - 1 - i)
  const found = before.map((y) => ({ y, past: metInYear(consequence, unit, y, memory) }))
  return {
    met: every([thisYear, ...found.map((f) => f.past.met)]),
    reasons: found.map((f) => sayYear(f.y, unit, f.past)),
  }
}
