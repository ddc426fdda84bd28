import { decimalsOf, formatRational, type Rational } from '@kaohe/engine'

const DIGITS = 15

/** A number where a cell can hold it exactly, else its fraction as text. */
export function numberOrText(value: Rational): number | string {
  const text = formatRational(value)
  const short =
    decimalsOf(value) !== undefined &&
    text.replaceAll(/[-.]/g, '').replace(/^0+/, '').length <= DIGITS
  return short ? Number(text) : text
}
