/**
 * An exact rational number, always in lowest terms with a positive denominator.
 * Every figure that takes part in a score is one of these; binary floating point never is.
 */
export interface Rational {
  readonly num: bigint
  readonly den: bigint
}

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a
  let y = b < 0n ? -b : b
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/**
 * The rational num/den in lowest terms.
 * @throws RangeError when den is zero.
 * @example
 * ratio(6n, 4n) // { num: 3n, den: 2n }
 */
export function ratio(num: bigint, den: bigint = 1n): Rational {
  if (den === 0n) throw new RangeError('rational with denominator zero')
  if (den === 1n) return { num, den }
  const g = gcd(num, den)
  const sign = den < 0n ? -1n : 1n
  return { num: (sign * num) / g, den: (sign * den) / g }
}

/** The rational of an integer that a JavaScript number holds exactly. */
export function int(value: number): Rational {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${value}`)
  return { num: BigInt(value), den: 1n }
}

export const ZERO: Rational = int(0)
export const ONE: Rational = int(1)

export function add(a: Rational, b: Rational): Rational {
  if (a.den === b.den) return ratio(a.num + b.num, a.den)
  return ratio(a.num * b.den + b.num * a.den, a.den * b.den)
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b))
}

export function multiply(a: Rational, b: Rational): Rational {
  return ratio(a.num * b.num, a.den * b.den)
}

/** @throws RangeError when b is zero. */
export function divide(a: Rational, b: Rational): Rational {
  return ratio(a.num * b.den, a.den * b.num)
}

export function negate(a: Rational): Rational {
  return { num: -a.num, den: a.den }
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.num * b.den - b.num * a.den
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function equal(a: Rational, b: Rational): boolean {
  return a.num === b.num && a.den === b.den
}

export function isZero(a: Rational): boolean {
  return a.num === 0n
}

export function isInteger(a: Rational): boolean {
  return a.den === 1n
}

export function least(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b
}

export function greatest(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b
}
