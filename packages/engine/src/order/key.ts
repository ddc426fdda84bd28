import { type Interval, type Rational, compare } from '../number/index.ts'

/** One end of a value; `low` and `high` stand for no bound. */
export type End = Rational | 'low' | 'high'

/** What decides an order, most important first: the total, then the tie-breakers. */
export type Key = readonly End[]

export function compareEnds(a: End, b: End): number {
  if (typeof a !== 'string' && typeof b !== 'string') return compare(a, b)
  if (a === b) return 0
  return a === 'low' || b === 'high' ? -1 : 1
}

/** Negative, zero or positive as a stands behind, level with or ahead of b. */
export function compareKeys(a: Key, b: Key): number {
  for (const [i, end] of a.entries()) {
    const order = compareEnds(end, b[i] ?? 'low')
    if (order !== 0) return order
  }
  return 0
}

/** The key of the worst that can be. */
export function worstKey(values: readonly Interval[]): Key {
  return values.map((v) => v.lo ?? 'low')
}

/** The key of the best that can be. */
export function bestKey(values: readonly Interval[]): Key {
  return values.map((v) => v.hi ?? 'high')
}

function opposite(end: End): End {
  if (end === 'low') return 'high'
  return end === 'high' ? 'low' : { num: -end.num, den: end.den }
}

/** The key with first and last exchanged. */
export function reversed(key: Key): Key {
  return key.map(opposite)
}

/** How many of the keys, sorted from behind to ahead, stand ahead of `key` (or level with it). */
export function countAhead(sorted: readonly Key[], key: Key, levelToo: boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const order = compareKeys(sorted[middle] as Key, key)
    if (order > 0 || (levelToo && order === 0)) high = middle
    else low = middle + 1
  }
  return sorted.length - low
}
