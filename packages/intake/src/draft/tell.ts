import { formatRational, type Value } from '@kaohe/engine'

/** A value as it is told in a message. */
export function tellValue(value: Value): string {
  if ('number' in value) return formatRational(value.number)
  if ('truth' in value) return value.truth ? '是' : '否'
  if ('word' in value) return value.word
  if ('date' in value) return value.date
  return 'text' in value ? value.text : '不适用'
}
