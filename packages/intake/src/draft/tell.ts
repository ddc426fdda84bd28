import type { Value } from '@kaohe/engine'
import { writeQuantity } from '../value/index.ts'

/** A value as it is told in a message, a number with its unit. */
export function tellValue(value: Value, unit?: string): string {
  if ('number' in value) return writeQuantity(value.number, unit)
  if ('truth' in value) return value.truth ? '是' : '否'
  if ('word' in value) return value.word
  if ('date' in value) return value.date
  return 'text' in value ? value.text : '不适用'
}
