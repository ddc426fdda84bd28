import { readScheme } from '@kaohe/scheme'
import { describe, expect, it } from 'vitest'
import { type Value, compile, evaluate, int } from '../src/index.ts'
import { sayPoints } from './rules.ts'

const { scheme, diagnostics } = readScheme(`
方案: demo
名称: 示例
版本: "1"
发文: {机关: 甲市, 级别: 地市}
考核时段: {起: 2024-01-01, 止: 2024-12-31}
考核对象: [{编号: county, 名称: 县}]
数据:
  - {编号: a, 名称: 上半年, 类型: 数值, 单位: 分, 可不适用: 是}
  - {编号: b, 名称: 下半年, 类型: 数值, 单位: 分, 可不适用: 是}
  - {编号: q, 名称: 季度, 类型: 数值, 单位: 分, 周期: 每季度, 可不适用: 是}
指标:
  - {编号: mean, 名称: 平均项, 分值: 20, 不适用时: 得零分, 规则: {平均: {项: [{外部得分: {量: a}}, {外部得分: {量: b}}]}}}
  - {编号: best, 名称: 就高项, 分值: 20, 不适用时: 得零分, 规则: {就高: {项: [{外部得分: {量: a}}, {外部得分: {量: b}}]}}}
  - {编号: worst, 名称: 就低项, 分值: 20, 不适用时: 得零分, 规则: {就低: {项: [{外部得分: {量: a}}, {外部得分: {量: b}}]}}}
  - {编号: sum, 名称: 合计项, 分值: 20, 不适用时: 得零分, 规则: {合计: {项: [{外部得分: {量: a}}, {外部得分: {量: b}}]}}}
  - {编号: inside, 名称: 合计里的平均, 分值: 20, 不适用时: 得零分, 规则: {合计: {项: [{平均: {项: [{外部得分: {量: a}}, {外部得分: {量: b}}]}}]}}}
  - {编号: quarters, 名称: 各季平均, 分值: 20, 不适用时: 得零分, 规则: {公式: {式: 平均(q)}}}
总分: {下限: 不设, 上限: 不设}
`)
if (scheme === undefined) throw new Error(JSON.stringify(diagnostics))
const program = compile(scheme)

type Told = number | 'na'
const valueOf = (told: Told): Value => (told === 'na' ? { na: true } : { number: int(told) })

function scored(a: Told, b: Told, quarters: readonly Told[]) {
  const units = [{ id: 'u', name: 'u', type: 'county', attributes: {} }]
  const facts = [
    { unit: 'u', fact: 'a', period: null, value: valueOf(a) },
    { unit: 'u', fact: 'b', period: null, value: valueOf(b) },
    ...quarters.map((told, i) => ({
      unit: 'u',
      fact: 'q',
      period: `2024-Q${i + 1}`,
      value: valueOf(told),
    })),
  ]
  const none = { events: [], reported: [], pending: [], history: [], lineage: [], previous: [] }
  const { items } = evaluate(program, { units, facts, ...none }).result('u')
  return Object.fromEntries(
    items.map(({ id, range, status }) => [
      id,
      status === 'not-applicable' ? 'na' : sayPoints(range),
    ]),
  )
}

describe('what does not apply to a unit', () => {
  const none: Told[] = ['na', 'na', 'na', 'na']

  it('is left out where rules are averaged or compared, and leaves out the whole of a sum', () => {
    expect(scored(8, 'na', none)).toMatchObject({
      mean: '8',
      best: '8',
      worst: '8',
      sum: 'na',
      inside: '8',
    })
    expect(scored(8, 6, none)).toMatchObject({ mean: '7', best: '8', worst: '6', sum: '14' })
    expect(scored('na', 'na', none)).toMatchObject({
      mean: 'na',
      best: 'na',
      worst: 'na',
      inside: 'na',
    })
  })

  it('is left out of a mean of periods, which says nothing where no period applies', () => {
    expect(scored(8, 6, [8, 'na', 6, 'na'])['quarters']).toBe('7')
    expect(scored(8, 6, none)['quarters']).toBe('na')
  })
})
