import { type Rational, add, compare, isZero, multiply, ZERO } from './rational.ts'

/** All values from lo to hi inclusive; null stands for no bound on that side. */
export interface Interval {
  readonly lo: Rational | null
  readonly hi: Rational | null
}

export const EVERYTHING: Interval = { lo: null, hi: null }

export function point(value: Rational): Interval {
  return { lo: value, hi: value }
}

/** The single value of an interval that holds exactly one, else undefined. */
export function exactly(interval: Interval): Rational | undefined {
  const { lo, hi } = interval
  return lo !== null && hi !== null && compare(lo, hi) === 0 ? lo : undefined
}

export function lowest(a: Rational | null, b: Rational | null): Rational | null {
  if (a === null || b === null) return null
  return compare(a, b) <= 0 ? a : b
}

export function highest(a: Rational | null, b: Rational | null): Rational | null {
  if (a === null || b === null) return null
  return compare(a, b) >= 0 ? a : b
}

/** The smallest interval that holds both. */
export function hull(a: Interval, b: Interval): Interval {
  return { lo: lowest(a.lo, b.lo), hi: highest(a.hi, b.hi) }
}

export function addIntervals(a: Interval, b: Interval): Interval {
  return {
    lo: a.lo === null || b.lo === null ? null : add(a.lo, b.lo),
    hi: a.hi === null || b.hi === null ? null : add(a.hi, b.hi),
  }
}

type End = Rational | 'low' | 'high'

function ends(interval: Interval): [End, End] {
  return [interval.lo ?? 'low', interval.hi ?? 'high']
}

function signOf(end: End): number {
  if (end === 'low') return -1
  if (end === 'high') return 1
  return end.num < 0n ? -1 : end.num > 0n ? 1 : 0
}

// An unbounded end times an exact zero is zero here: a bound that is approached, never reached, scales to nothing.
function productOfEnds(a: End, b: End): End {
  if (typeof a !== 'string' && typeof b !== 'string') return multiply(a, b)
  const sign = signOf(a) * signOf(b)
  return sign === 0 ? ZERO : sign < 0 ? 'low' : 'high'
}

function compareEnds(a: End, b: End): number {
  if (typeof a !== 'string' && typeof b !== 'string') return compare(a, b)
  if (a === b) return 0
  return a === 'low' || b === 'high' ? -1 : 1
}

function finite(end: End): Rational | null {
  return typeof end === 'string' ? null : end
}

export function multiplyIntervals(a: Interval, b: Interval): Interval {
  const products = ends(a).flatMap((x) => ends(b).map((y) => productOfEnds(x, y)))
  products.sort(compareEnds)
  return { lo: finite(products[0] as End), hi: finite(products[3] as End) }
}

/** True when the interval holds zero. */
export function spansZero(interval: Interval): boolean {
  const lowOk = interval.lo === null || interval.lo.num < 0n || isZero(interval.lo)
  const highOk = interval.hi === null || interval.hi.num > 0n || isZero(interval.hi)
  return lowOk && highOk
}
