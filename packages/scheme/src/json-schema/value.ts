import type { shape } from '@kaohe/engine'

/** A JSON Schema, as far as this package writes one. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json }
export type Schema = { readonly [key: string]: Json }

const NUMBER = String.raw`[+-]?\d+(\.\d+)?(/\d+)?`

const SCALARS: Readonly<Record<string, Schema>> = {
  text: { type: ['string', 'number'] },
  id: { type: 'string', pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' },
  flag: { enum: ['是', '否'] },
  count: { type: 'integer', minimum: 0 },
  number: { type: ['number', 'string'], pattern: `^${NUMBER}$` },
  points: { type: ['number', 'string'], pattern: `^${NUMBER}分?$` },
  money: { type: ['number', 'string'], pattern: `^${NUMBER}([百千万亿]?元)?$` },
  share: { type: 'string', pattern: String.raw`^([+-]?\d+(\.\d+)?(/\d+)?[%‰]|\d+/\d+)$` },
  quantity: { type: ['number', 'string'], pattern: String.raw`^${NUMBER}\s*\D*$` },
  range: { type: ['string', 'number'] },
  date: { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` },
  expression: { type: ['string', 'number'] },
  condition: { type: 'string' },
  rule: { $ref: '#/$defs/rule' },
  any: {},
}

const HINTS: Readonly<Record<string, string>> = {
  points: '分数，如 5、2.5分、1/3',
  money: '金额，如 5000、5000元、2万元',
  share: '比例，如 60%、3/5',
  quantity: '数和单位，如 30人、120%',
  range: '范围，如 不足100%、5人以上15人及以下、"[90%, 95%)"、其他',
  date: '日期，如 2023-12-31',
  expression: '算式，如 合计(volunteer.hours)',
  condition: '条件，如 rate >= 100%',
  id: '编号：小写字母、数字，用“-”连接',
}

/** The schema of what may stand at a place of a shape. */
export function schemaOf(of: shape.Shape): Schema {
  switch (of.shape) {
    case 'reference':
      return SCALARS['id'] as Schema
    case 'choice':
      return { enum: Object.keys(of.options) }
    case 'list':
      return {
        type: 'array',
        items: schemaOf(of.of),
        ...(of.least > 0 ? { minItems: of.least } : {}),
      }
    case 'table':
      return { type: 'object', additionalProperties: schemaOf(of.of), minProperties: 1 }
    case 'either':
      return { anyOf: of.of.map(schemaOf) }
    case 'object':
      return objectSchema(of)
    default:
      return SCALARS[of.shape] ?? {}
  }
}

/** What an editor shows beside a keyword. */
function described(field: shape.Field): string {
  const hint = HINTS[field.of.shape]
  const silence = field.presence === 'open' ? `不写：${field.silence ?? '没有定'}` : undefined
  return [field.doc, hint, silence].filter((one) => one !== undefined).join('。')
}

export function propertiesOf(fields: Readonly<Record<string, shape.Field>>): Schema {
  return Object.fromEntries(
    Object.values(fields).map((field) => [
      field.keyword,
      { ...schemaOf(field.of), description: described(field) },
    ]),
  )
}

export function requiredOf(fields: Readonly<Record<string, shape.Field>>): string[] {
  return Object.values(fields)
    .filter((field) => field.presence === 'required')
    .map((field) => field.keyword)
}

function objectSchema(of: Extract<shape.ShapeData, { shape: 'object' }>): Schema {
  const required = requiredOf(of.fields)
  return {
    type: 'object',
    properties: propertiesOf(of.fields),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  }
}
