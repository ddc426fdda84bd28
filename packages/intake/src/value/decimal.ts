import { int, parseRational, type Rational } from '@kaohe/engine'

function plainDecimal(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]?\d+)$/i.exec(text)
  if (match === null) return text
  const [, sign = '', whole = '', decimals = '', power] = match
  const point = whole.length + Number(power)
  const digits = (whole + decimals).padEnd(point, '0')
  if (point > 0)
    return `${sign}${digits.slice(0, point)}${digits.length > point ? `.${digits.slice(point)}` : ''}`
  return `${sign}0.${'0'.repeat(-point)}${digits}`
}

/**
 * The decimal that a spreadsheet shows for a binary number: spreadsheets keep 15 digits, and their
 * files hold 1.1000000000000001 where 1.1 was typed.
 */
export function rationalOf(value: number): Rational | undefined {
  if (!Number.isFinite(value)) return undefined
  if (Number.isSafeInteger(value)) return int(value)
  return parseRational(plainDecimal(`${Number(value.toPrecision(15))}`))
}

/** Writes out `1.38E+4` as `13800`; other text stays. */
export function spellOut(text: string): string {
  return plainDecimal(text.replaceAll('+', ''))
}
