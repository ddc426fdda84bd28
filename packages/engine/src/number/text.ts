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
export function decimalsOf(value: Rational): number | undefined {
  let { den } = value
  let twos = 0
  let fives = 0
  while (den % 2n === 0n) {
    den /= 2n
    twos += 1
  }
  while (den % 5n === 0n) {
    den /= 5n
    fives += 1
  }
  return den === 1n ? Math.max(twos, fives) : undefined
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
  const scaled = (value.num * 10n ** BigInt(decimals)) / value.den
  const sign = scaled < 0n ? '-' : ''
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-decimals)}`
}
