import { sayQuantity, type Value } from '@kaohe/engine'

/** A value as it would be typed into its field. */
export function typedValue(value: Value, unit: string | undefined): string {
  if ('number' in value) {
    const said = sayQuantity(value.number, unit ?? '')
    return unit === '百分点' ? said.replace('个百分点', '百分点') : said
  }
  if ('truth' in value) return value.truth ? '是' : '否'
  if ('word' in value) return value.word
  if ('date' in value) return value.date
  return 'text' in value ? value.text : '不适用'
}
