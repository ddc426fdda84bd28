import type { shape } from '@kaohe/engine'
import { NAMESPACE_WORDS } from '../read/names.ts'

const SCALARS: Readonly<Record<string, string>> = {
  text: '文字',
  id: '编号',
  flag: '是｜否',
  count: '整数',
  number: '数',
  points: '分数',
  money: '金额',
  share: '比例',
  quantity: '数量',
  range: '范围',
  date: '日期',
  expression: '算式',
  condition: '条件',
  rule: '规则',
  any: '任意内容',
}

/** What may be written at a place, in a few words for a table. */
export function written(of: shape.Shape): string {
  switch (of.shape) {
    case 'list':
      return of.of.shape === 'object' ? '列表，每项见下' : `列表：${written(of.of)}`
    case 'table':
      return `对照表：${written(of.key)} → ${written(of.of)}`
    case 'object':
      return '一组内容，见下'
    case 'choice':
      return Object.keys(of.options).join('｜')
    case 'reference':
      return `${NAMESPACE_WORDS[of.to]}的编号`
    case 'either':
      return of.of.map(written).join('，或')
    default:
      return SCALARS[of.shape] ?? of.shape
  }
}

const PRESENCE = { required: '必写', optional: '可不写', open: '**不写即未定**' } as const

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}

function inner(
  of: shape.Shape,
): readonly (readonly [suffix: string, fields: Readonly<Record<string, shape.Field>>])[] {
  if (of.shape === 'object') return [['', of.fields]]
  if (of.shape === 'list') return inner(of.of).map(([suffix, fields]) => [`[]${suffix}`, fields])
  if (of.shape === 'table') return inner(of.of).map(([suffix, fields]) => [`.*${suffix}`, fields])
  return of.shape === 'either' ? of.of.flatMap(inner) : []
}

function rows(fields: Readonly<Record<string, shape.Field>>, lead: string): string[] {
  return Object.values(fields).flatMap((field) => {
    const silence = field.presence === 'open' ? `。不写时的疑问：${field.silence ?? ''}` : ''
    const row = `| \`${lead}${field.keyword}\` | ${cell(written(field.of))} | ${PRESENCE[field.presence]} | ${cell(field.doc + silence)} |`
    return [
      row,
      ...inner(field.of).flatMap(([suffix, below]) =>
        rows(below, `${lead}${field.keyword}${suffix}/`),
      ),
    ]
  })
}

/** A table of every keyword of an object, with those inside it below. */
export function keywordTable(fields: Readonly<Record<string, shape.Field>>): string {
  return ['| 关键词 | 写什么 | | 意思 |', '|---|---|---|---|', ...rows(fields, '')].join('\n')
}

/** The tables of whatever objects a shape holds; for a shape without keywords, what is written. */
export function shapeTables(of: shape.Shape): string {
  const objects = inner(of)
  const plain = of.shape === 'object' ? [] : [`写：${written(of)}`]
  return [...plain, ...objects.map(([, fields]) => keywordTable(fields))].join('\n\n')
}
