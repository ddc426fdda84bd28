import { type Rational, ZERO, add, compare, greatest, isZero, least, multiply } from './rational.ts'

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
  if (lo === null || hi === null) return undefined
  return lo === hi || compare(lo, hi) === 0 ? lo : undefined
}

type Pick = typeof least

// Where an end without bound is the one that is picked.
const unless = (pick: Pick, a: Rational | null, b: Rational | null): Rational | null =>
  a === null || b === null ? null : pick(a, b)

// Where an end without bound is the one that is passed over.
const either = (pick: Pick, a: Rational | null, b: Rational | null): Rational | null =>
  a === null || b === null ? (a ?? b) : pick(a, b)

/** The smallest interval that holds both. */
export function hull(a: Interval, b: Interval): Interval {
  return { lo: unless(least, a.lo, b.lo), hi: unless(greatest, a.hi, b.hi) }
}

/** What the lesser of two values may be. */
export function leastOf(a: Interval, b: Interval): Interval {
  return { lo: unless(least, a.lo, b.lo), hi: either(least, a.hi, b.hi) }
}

/** What the greater of two values may be. */
export function greatestOf(a: Interval, b: Interval): Interval {
  return { lo: either(greatest, a.lo, b.lo), hi: unless(greatest, a.hi, b.hi) }
}

// Nearly every interval is one value, written twice: then one operation will do.
const single = ({ lo, hi }: Interval): Rational | undefined =>
  lo !== null && lo === hi ? lo : undefined

export function addIntervals(a: Interval, b: Interval): Interval {
  const [x, y] = [single(a), single(b)]
  if (x !== undefined && y !== undefined) return point(add(x, y))
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
  const [x, y] = [single(a), single(b)]
  if (x !== undefined && y !== undefined) return point(multiply(x, y))
  const products = ends(a).flatMap((m) => ends(b).map((n) => productOfEnds(m, n)))
  products.sort(compareEnds)
  return { lo: finite(products[0] as End), hi: finite(products[3] as End) }
}

/** True when the interval holds zero. */
export function spansZero(interval: Interval): boolean {
  const lowOk = interval.lo === null || interval.lo.num < 0n || isZero(interval.lo)
  const highOk = interval.hi === null || interval.hi.num > 0n || isZero(interval.hi)
  return lowOk && highOk
}
