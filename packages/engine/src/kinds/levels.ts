import type { NodeId } from '../core/index.ts'
import type { Expr } from '../model/index.ts'
import { type Rational } from '../number/index.ts'
import {
  type TypeOf,
  either,
  expression,
  object,
  optional,
  points as figures,
  reference,
  required,
  table,
} from '../shape/index.ts'
import { type Ask, type Complaint, kind, type Place } from './kind.ts'
import { casesOf, checkKeys, type Key, key, lookUp } from './parts/cases.ts'
import { checkSign, signOf } from './parts/effect.ts'
import { checkSplit, countEvents, eventFields, foldEvents, sayShares } from './parts/events.ts'
import { signedPoints } from './parts/tell.ts'

const worthsShape = either(table(key, figures), table(key, table(key, figures)))

const params = object({
  event: required('事件', reference('event'), '哪种事件'),
  ...eventFields,
  by: required('按', expression, '按事件的什么分档，如 级别'),
  then: optional('再按', expression, '再按什么分档，如 人数、奖次；得或扣就写成两层的表'),
  gain: optional('得', worthsShape, '每档得几分'),
  loss: optional('扣', worthsShape, '每档扣几分'),
  extra: optional('另加', expression, '每次再加几分的算式，与得或扣同向'),
})

type Table<T> = readonly (readonly [Key, T])[]
type Worths = Table<Rational> | Table<Table<Rational>>

type LevelsParams = TypeOf<typeof params>

const tableOf = (p: LevelsParams): Worths => p.gain ?? p.loss ?? []

function isMatrix(of: Worths): of is Table<Table<Rational>> {
  return of.some(([, value]) => Array.isArray(value))
}

function find<T>(row: Place, by: Expr, rows: Table<T>, then: (value: T) => NodeId): NodeId {
  return lookUp(row, row.expr(by), casesOf(row.wordsOf(by), rows), then)
}

function worthOf(row: Place, p: LevelsParams): NodeId {
  const figure = (value: Rational) => row.b.constant(value)
  const worths = tableOf(p)
  const second = p.then
  const level =
    isMatrix(worths) && second !== undefined
      ? find(row, p.by, worths, (inner) => find(row, second, inner, figure))
      : find(row, p.by, worths as Table<Rational>, figure)
  return p.extra === undefined ? level : row.b.sum([level, row.expr(p.extra)])
}

function checkTable(p: LevelsParams, ask: Ask): readonly Complaint[] {
  const name = p.gain === undefined ? 'loss' : 'gain'
  const worths = tableOf(p)
  const second = p.then
  const keys = checkKeys(
    ask,
    p.by,
    worths.map(([of]) => of),
    name,
  )
  if (isMatrix(worths) !== (second !== undefined)) {
    const found =
      second === undefined
        ? { zh: '两层的表而没有“再按”', en: 'a table of tables without 再按' }
        : { zh: '有“再按”而表只有一层', en: '再按 with a table of one layer' }
    return [
      ...keys,
      {
        path: name,
        found,
        expected: { zh: '两层的表与“再按”应同时写', en: 'a table of tables and 再按 go together' },
      },
    ]
  }
  if (second === undefined || !isMatrix(worths)) return keys
  const inner = worths.flatMap(([, rows], i) =>
    checkKeys(
      ask,
      second,
      rows.map(([of]) => of),
      `${name}[${i}]`,
    ),
  )
  return [...keys, ...inner]
}

/** level_tier 级别分档: points of each event by its level, also as a matrix with prize or head count. */
export const levels = kind({
  name: 'levels',
  keyword: '分级',
  summary: '每次事件按级别（也可以再按人数、奖次）查表计分。',
  params,
  examples: [
    '分级: {事件: article, 按: channel, 得: {区级网站: 2, 市级网站: 3, 省级网站: 4}}',
    '分级: {事件: volunteer, 按: level, 再按: people, 得: {区级: {5人及以下: 2, 5人以上15人及以下: 4, 超过15人: 6}, 市级: {5人及以下: 3, 其他: 9}}, 酌情: {记于: discretion, 最多: 1}}',
    '分级: {事件: circular, 按: level, 扣: {省级: 5, 其他: 2}, 去重: {按: [case], 取: 最高}}',
  ],
  lower(p, at) {
    const count = countEvents(at, p.event, p)
    const total = foldEvents(at, p.event, p, 'sum', (row) => worthOf(row, p))
    const points = signOf(p) === 1 ? total : at.b.negate(total)
    const name = at.nameOf('event', p.event)
    const told = [
      `${name} `,
      { value: count, unit: '次' },
      `${sayShares(at, p.event, p.split)}，按级别`,
      signedPoints(points),
    ]
    return { points, told, parts: [] }
  },
  check(p, ask) {
    const inside = ask.inEvent(p.event)
    return [...checkSign(p, ''), ...checkTable(p, inside), ...checkSplit(inside, p.split)]
  },
})
