import { type Rational, ratio } from './rational.ts'

const NUMBER = /^([+-]?)(\d+)(?:\.(\d+))?(?:\/(\d+))?$/

/**
 * Reads "12", "-0.25" or "1/3" exactly.
 * @returns undefined when the text is none of these, or divides by zero.
 * @example
 * parseRational('2.50') // { num: 5n, den: 2n }
 */
export function parseRational(text: string): Rational | undefined {
  const match = NUMBER.exec(text)
  if (match === null) return undefined
  const [, sign, whole, decimals = '', divisor] = match
  const den = divisor === undefined ? 1n : BigInt(divisor)
  if (den === 0n || (divisor !== undefined && decimals !== '')) return undefined
  const num = BigInt((whole ?? '') + decimals)
  return ratio(sign === '-' ? -num : num, den * 10n ** BigInt(decimals.length))
}

/** The number of decimals needed to write the value exactly, or undefined when it does not terminate. */
export function decimalsOf({ den }: Rational): number | undefined {
  if (den === 1n) return 0
  // Divisors of everyday figures fit plain numbers: several times quicker, and just as exact.
  return den <= Number.MAX_SAFE_INTEGER ? fewDecimals(Number(den)) : manyDecimals(den)
}

/** The same of a divisor that is a safe whole number. */
export function fewDecimals(den: number): number | undefined {
  let [rest, twos, fives] = [den, 0, 0]
  for (; rest % 2 === 0; twos++) rest /= 2
  for (; rest % 5 === 0; fives++) rest /= 5
  return rest === 1 ? Math.max(twos, fives) : undefined
}

function manyDecimals(den: bigint): number | undefined {
  let [rest, twos, fives] = [den, 0, 0]
  for (; rest % 2n === 0n; twos++) rest /= 2n
  for (; rest % 5n === 0n; fives++) rest /= 5n
  return rest === 1n ? Math.max(twos, fives) : undefined
}

/**
 * Writes a rational as the shortest decimal that is exact, or as a fraction when none is.
 * `parseRational(formatRational(x))` is x.
 * @example
 * formatRational(ratio(5n, 2n)) // '2.5'
 * formatRational(ratio(1n, 3n)) // '1/3'
 */
export function formatRational(value: Rational): string {
  const decimals = decimalsOf(value)
  if (decimals === undefined) return `${value.num}/${value.den}`
  if (decimals === 0) return `${value.num}`
  const scaled = (value.num * 10n ** BigInt(decimals)) / value.den
  const sign = scaled < 0n ? '-' : ''
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  return `${sign}${whole}.${digits.slice(-decimals)}`
}
