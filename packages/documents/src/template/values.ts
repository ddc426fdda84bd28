import { decimalsOf, formatRational, int, multiply, type Rational, type Value } from '@kaohe/engine'
import { guardText } from '../book/index.ts'

const DIGITS = 15
const HUNDRED = int(100)

// A fraction that no cell can hold exactly is written as text, which the reader takes exactly.
function exactNumber(value: Rational): number | string {
  const text = formatRational(value)
  const short = decimalsOf(value) !== undefined && text.replaceAll(/[-.]/g, '').replace(/^0+/, '').length <= DIGITS
  return short ? Number(text) : text
}

function numberCell(value: Rational, unit: string | undefined): number | string {
  if (unit === '%') {
    const exact = exactNumber(value)
    return typeof exact === 'number' ? exact : `${formatRational(multiply(value, HUNDRED))}%`
  }
  const scale = unit === '百分点' ? HUNDRED : unit === '‰' ? int(1000) : int(1)
  const exact = exactNumber(multiply(value, scale))
  return typeof exact === 'number' ? exact : `${exact}${unit ?? ''}`
}

/** A value as it stands in a cell formatted for its place. */
export function cellOf(value: Value, unit: string | undefined): number | string {
  if ('number' in value) return numberCell(value.number, unit)
  if ('truth' in value) return value.truth ? '是' : '否'
  if ('word' in value) return guardText(value.word)
  if ('date' in value) return value.date
  return 'text' in value ? guardText(value.text) : '不适用'
}
