import { formatRational, int, multiply, type Rational, type Value } from '@kaohe/engine'
import { guardText, numberOrText } from '../book/index.ts'

const HUNDRED = int(100)

function numberCell(value: Rational, unit: string | undefined): number | string {
  if (unit === '%') {
    const exact = numberOrText(value)
    return typeof exact === 'number' ? exact : `${formatRational(multiply(value, HUNDRED))}%`
  }
  const scale = unit === '百分点' ? HUNDRED : unit === '‰' ? int(1000) : int(1)
  const exact = numberOrText(multiply(value, scale))
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
