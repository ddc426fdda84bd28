import { readd } from '@kaohe/checker'
import { readScheme } from '@kaohe/scheme'
import { describe, expect, it } from 'vitest'
import { type Evaluation, type Value, compile, evaluate, int, prove } from '../../src/index.ts'
import { duckdb, sqlOf, sqlRows } from '../../src/sql/index.ts'
import { sayPoints } from '../rules.ts'

const RULES = {
  rank: '名次: {量: x, 先: 低, 得: [10, 8, 6], 组: 全部, 并列: 并列占位}',
  mean: '相对: {量: x, 先: 低, 与: 平均值, 组: 全部, 分母为零: 得零分}',
  spread: '相对: {量: x, 先: 低, 与: 极差, 全同: 得满分, 组: 全部}',
  best: '相对: {量: x, 先: 低, 与: 最大值, 组: 全部, 分母为零: 得零分}',
} as const

const item = (id: string, rule: string, more = ''): string =>
  `  - {编号: ${id}, 名称: ${id}, 分值: 10, 不适用时: 得零分${more}, 规则: {${rule}}}`

const schemeOf = (items: readonly string[]) => {
  const { scheme, diagnostics } = readScheme(`
方案: demo
名称: 示例
版本: "1"
发文: {机关: 甲市, 级别: 地市}
考核时段: {起: 2024-01-01, 止: 2024-12-31}
考核对象: [{编号: county, 名称: 县}, {编号: district, 名称: 区}]
数据:
  - {编号: x, 名称: 能耗, 类型: 数值, 单位: 吨, 可不适用: 是}
  - {编号: y, 名称: 能耗二, 类型: 数值, 单位: 吨}
  - {编号: has, 名称: 有任务, 类型: 是否}
指标:
${items.join('\n')}
总分: {下限: 不设, 上限: 不设}
`)
  if (scheme === undefined) throw new Error(JSON.stringify(diagnostics))
  return scheme
}

type Row = readonly [id: string, type: string, x: number | 'na' | null, has: boolean | null]

function evaluated(items: readonly string[], rows: readonly Row[]): Evaluation {
  const units = rows.map(([id, type]) => ({ id, name: id, type, attributes: {} }))
  const facts = rows.flatMap(([unit, , x, has]) => {
    const told: [string, Value][] = []
    if (x !== null) told.push(['x', x === 'na' ? { na: true } : { number: int(x) }])
    if (has !== null) told.push(['has', { truth: has }])
    return told.map(([fact, value]) => ({ unit, fact, period: null, value }))
  })
  const none = { events: [], reported: [], pending: [], history: [], lineage: [], previous: [] }
  return evaluate(compile(schemeOf(items)), { units, facts, ...none })
}

const points = (of: Evaluation, unit: string) =>
  of.result(unit).items.map(({ range }) => sayPoints(range))

const faultsOf = (of: Evaluation) =>
  of.readings.flatMap(
    (r) => readd(JSON.parse(JSON.stringify(prove(of, r.unit.id))) as unknown).faults,
  )

const OURS: readonly Row[] = [
  ['a', 'county', 4, true],
  ['b', 'county', 8, true],
]
const every = (more: string, around = (rule: string): string => rule) =>
  Object.entries(RULES).map(([id, rule]) => item(id, around(rule), more))

describe('a unit of which a rule says nothing is nobody’s peer', () => {
  it.each([
    ['its fact does not apply', every(''), ['c', 'county', 'na', true]],
    [
      'the rule does not apply (不适用)',
      every('', (r) => `${r}, 不适用: 非 has`),
      ['c', 'county', 1, false],
    ],
    ['the item is of other kinds (适用)', every(', 适用: [county]'), ['c', 'district', 1, true]],
    [
      'a rule around it does not apply',
      every('', (r) => `合计: {项: [{${r}}]}, 不适用: 非 has`),
      ['c', 'county', 1, false],
    ],
  ] as [string, string[], Row][])('%s', (_, items, third) => {
    const [alone, among] = [evaluated(items, OURS), evaluated(items, [...OURS, third])]
    expect(points(alone, 'a')).toEqual(['10', '10', '10', '10'])
    expect(points(alone, 'b')).toEqual(['8', '7.5', '0', '5'])
    for (const unit of ['a', 'b']) expect(points(among, unit)).toEqual(points(alone, unit))
    expect(among.result('c').items.map(({ status }) => status)).toEqual(
      Array(4).fill('not-applicable'),
    )
    expect(faultsOf(among)).toEqual([])
  })

  it('or may be one, while that is not known', () => {
    const items = [item('rank', `${RULES.rank}, 不适用: 非 has`)]
    const found = evaluated(items, [...OURS, ['c', 'county', 1, null]])
    expect(points(found, 'a')).toEqual(['8..10'])
    expect(found.result('a').missing).toContainEqual(
      expect.objectContaining({ what: 'peers', id: 'has', units: ['c'] }),
    )
    expect(faultsOf(found)).toEqual([])
  })

  it('and the database leaves such a figure to the evaluator', () => {
    const queried = (one: string) => {
      const { program, data } = evaluated([one], OURS)
      return sqlOf(program, duckdb, sqlRows(program, data.dataset).scales)
    }
    expect(queried(item('rank', RULES.rank.replace('量: x', '量: y'))).refused).toEqual([])
    expect(queried(item('rank', RULES.rank)).refused).toEqual(['rank'])
  })
})
