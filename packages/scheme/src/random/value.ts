import { type Expr, type Rule, type shape, int, ratio } from '@kaohe/engine'
import { unitOf, wordsOf } from '../expression/expression.ts'
import { onceIn, pick, several } from './chance.ts'
import { randomCondition, randomMeasure, randomNumber } from './expression.ts'
import {
  keysOf,
  partition,
  randomDate,
  randomPoints,
  randomQuantity,
  randomShare,
  randomText,
} from './literal.ts'
import { type Measured, type Setting, scopeOf } from './setting.ts'

type Fields = Readonly<Record<string, shape.Field>>

/** What else a random value may need: rules inside rules, and the ids of other namespaces. */
export interface Makers {
  rule(setting: Setting): Rule
  ids(to: shape.Namespace, setting: Setting): readonly string[]
}

/** Figures given besides the measure, in its unit; everything else is measured anew. */
const SAME_UNIT = new Set(['base', 'stretch', 'goal', 'other'])
const IN_POINTS = new Set(['gain', 'loss', 'extra', 'formula'])

function measured(e: Expr, setting: Setting): Measured {
  const scope = scopeOf(setting)
  return { unit: unitOf(e, scope), words: wordsOf(e, scope) }
}

function expressionFor(name: string, setting: Setting): Expr {
  if (IN_POINTS.has(name)) return randomNumber(setting, '分')
  if (SAME_UNIT.has(name) && setting.measure)
    return randomNumber({ ...setting, depth: 0 }, setting.measure.unit)
  return randomMeasure(setting)
}

function unitFor(setting: Setting): string {
  const unit = setting.measure?.unit ?? '次'
  return unit === '%' && onceIn(setting.chance, 2) ? '百分点' : unit
}

function scalar(of: shape.Shape, name: string, setting: Setting, makers: Makers): unknown {
  const { chance } = setting
  switch (of.shape) {
    case 'text':
      return randomText(chance)
    case 'id':
      return `p${chance.below(90)}`
    case 'flag':
      return onceIn(chance, 2)
    case 'count':
      return 1 + chance.below(4)
    case 'number':
      return pick(chance, [int(1), int(2), ratio(1n, 2n), ratio(3n, 10n), ratio(1n, 100n)])
    case 'points':
    case 'money':
      return randomPoints(chance)
    case 'share':
      return randomShare(chance)
    case 'quantity':
      return randomQuantity(chance, unitFor(setting))
    case 'date':
      return randomDate(chance)
    case 'range':
      return pick(chance, partition(chance, setting.measure ?? { unit: '次', words: undefined }))
    case 'expression':
      return expressionFor(name, setting)
    case 'condition':
      return randomCondition(setting)
    case 'rule':
      return makers.rule(setting)
    case 'reference':
      return pick(chance, makers.ids(of.to, setting))
    case 'choice':
      return pick(chance, Object.values(of.options))
    default:
      throw new Error(`no scalar: ${of.shape}`)
  }
}

function isRange(of: shape.Shape): boolean {
  return of.shape === 'range'
}

/** A list of stretches holds every value of the measure once. */
function stretches(
  of: Extract<shape.ShapeData, { shape: 'object' }>,
  setting: Setting,
  makers: Makers,
): unknown[] {
  const ranges = partition(setting.chance, setting.measure ?? { unit: '次', words: undefined })
  return ranges.map((range) => ({ ...(randomObject(of.fields, setting, makers) as object), range }))
}

function randomList(
  of: Extract<shape.ShapeData, { shape: 'list' }>,
  name: string,
  setting: Setting,
  makers: Makers,
): unknown[] {
  const inner = of.of
  if (inner.shape === 'object' && inner.fields['range'] && isRange(inner.fields['range'].of))
    return stretches(inner, setting, makers)
  const made = several(setting.chance, Math.max(1, of.least), Math.max(3, of.least), () =>
    randomValue(inner, name, setting, makers),
  )
  return inner.shape === 'reference' ? [...new Set(made)] : made
}

function randomTable(
  of: Extract<shape.ShapeData, { shape: 'table' }>,
  name: string,
  setting: Setting,
  makers: Makers,
): unknown {
  const inner = { ...setting, measure: setting.then, then: undefined }
  const value = () =>
    randomValue(
      of.of,
      name,
      of.of.shape === 'table' || of.of.shape === 'either' ? inner : setting,
      makers,
    )
  if (of.key.shape === 'reference')
    return [
      ...new Set(
        several(setting.chance, 1, 2, () => pick(setting.chance, makers.ids('assessee', setting))),
      ),
    ].map((id) => [id, value()])
  const measure = setting.measure ?? { unit: '次', words: undefined }
  const keys =
    of.key.shape === 'text'
      ? (measure.words ?? ['好', '一般', '差'])
      : keysOf(setting.chance, measure)
  return keys.map((key) => [key, value()])
}

/** Where a field's own value is to stand: a rule inside a series speaks of months, one in a roll-up of units below. */
function settingFor(name: string, field: shape.Field, setting: Setting): Setting {
  if (name === 'repeat') return { ...setting, measure: { unit: '次', words: undefined } }
  return field.of.shape === 'expression' && !SAME_UNIT.has(name)
    ? { ...setting, measure: undefined }
    : setting
}

function remembered(name: string, value: unknown, field: shape.Field, setting: Setting): Setting {
  if (field.of.shape === 'reference' && field.of.to === 'event')
    return {
      ...setting,
      place: setting.stock.events.find((one) => one.id === value) ?? setting.place,
    }
  if (field.of.shape !== 'expression') return setting
  if (name === 'measure' || name === 'by')
    return { ...setting, measure: measured(value as Expr, setting) }
  return name === 'then' ? { ...setting, then: measured(value as Expr, setting) } : setting
}

/** 得 and 扣 exclude one another; what is open is always settled; the rest is there now and then. */
function written(fields: Fields, setting: Setting): string[] {
  const effect = onceIn(setting.chance, 2) ? 'gain' : 'loss'
  return Object.entries(fields)
    .filter(([name, field]) => {
      if (fields['gain'] && fields['loss'] && (name === 'gain' || name === 'loss'))
        return name === effect
      return field.presence !== 'optional' || onceIn(setting.chance, 2)
    })
    .map(([name]) => name)
}

/** A random value of every field of an object; what is left out is undefined. */
export function randomObject(
  fields: Fields,
  setting: Setting,
  makers: Makers,
): Record<string, unknown> {
  const names = written(fields, setting)
  let inner = setting
  const entries: [string, unknown][] = []
  for (const [name, field] of Object.entries(fields)) {
    const value = names.includes(name)
      ? randomValue(field.of, name, settingFor(name, field, inner), makers)
      : undefined
    if (value !== undefined) inner = remembered(name, value, field, inner)
    entries.push([name, value])
  }
  return forward(Object.fromEntries(entries))
}

// A stretch of days ends no earlier than it begins.
function forward(made: Record<string, unknown>): Record<string, unknown> {
  const { from, to } = made
  const backward = typeof from === 'string' && typeof to === 'string' && from > to
  return backward ? { ...made, from: to, to: from } : made
}

/** A random value of a shape, fit for where it stands; what no shape can say is checked by the caller. */
export function randomValue(
  of: shape.Shape,
  name: string,
  setting: Setting,
  makers: Makers,
): unknown {
  switch (of.shape) {
    case 'list':
      return randomList(of, name, setting, makers)
    case 'table':
      return randomTable(of, name, setting, makers)
    case 'object':
      return randomObject(of.fields, setting, makers)
    case 'either':
      return randomValue(alternative(of.of, setting), name, setting, makers)
    default:
      return scalar(of, name, setting, makers)
  }
}

/** A table of tables only where there is a second measure; else any alternative. */
function alternative(of: readonly shape.Shape[], setting: Setting): shape.Shape {
  const tables = of.filter((one) => one.shape === 'table')
  if (tables.length === 2) return tables[setting.then ? 1 : 0] as shape.Shape
  return pick(setting.chance, of)
}
