import type { Input } from '../core/index.ts'
import { DATE_UNIT, type Rational } from '../number/index.ts'

/** The whole numbers that a column holds: `lo` to `hi`, each standing for itself over `scale`. */
export interface Range {
  readonly lo: number
  readonly hi: number
  readonly scale: number
}

/** Where a declaration sets no limit, this many steps are taken; a unit beyond is computed exactly. */
const REACH = { whole: 4_095, parts: 32_767 }

/** A figure that is not whole is kept to a hundredth, a percentage to a hundredth of one. */
const SCALE: Readonly<Record<string, number>> = { '%': 10_000, 百分点: 10_000 }

/** Days from 1970 to 2149. */
const DAYS: Range = { lo: 0, hi: 65_535, scale: 1 }

function wholeAt(end: Rational | null, scale: number, up: boolean): number | undefined {
  if (end === null) return undefined
  const value = (Number(end.num) * scale) / Number(end.den)
  return up ? Math.ceil(value) : Math.floor(value)
}

/**
 * The range of an input as its declaration gives it. Undefined for figures that are open or rest on
 * other units: those stay with the exact rationals.
 */
export function rangeOf({ domain, from }: Input): Range | undefined {
  if (from === 'open' || from === 'peers') return undefined
  if (domain.unit === DATE_UNIT) return DAYS
  const scale = domain.whole ? 1 : (SCALE[domain.unit] ?? 100)
  const reach = domain.whole ? REACH.whole : REACH.parts
  const declared = wholeAt(domain.range.lo, scale, true)
  const hi = wholeAt(domain.range.hi, scale, false) ?? (declared ?? 0) + reach
  const lo = declared ?? Math.min(0, hi) - reach
  return lo <= hi && hi < 2 ** 31 && lo >= -(2 ** 31) ? { lo, hi, scale } : undefined
}

/** The whole number that stands for a value in a range; undefined where none does. */
export function wholeIn(range: Range, value: Rational): number | undefined {
  const num = value.num * BigInt(range.scale)
  if (num % value.den !== 0n) return undefined
  const whole = Number(num / value.den)
  return whole >= range.lo && whole <= range.hi ? whole : undefined
}
