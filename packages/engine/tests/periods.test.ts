import { readScheme } from '@kaohe/scheme'
import { describe, expect, it } from 'vitest'
import {
  compile,
  dayInPeriod,
  evaluate,
  isDated,
  periodWindow,
  periodsIn,
  prove,
  ratio,
  tellProof,
  weekOf,
} from '../src/index.ts'

const EMPTY = { events: [], reported: [], pending: [], history: [], lineage: [], previous: [] }
const YEAR = { from: '2023-01-01', to: '2023-12-31' }

describe('periods', () => {
  it.each([
    ['month', 12, '2023-01', '2023-12'],
    ['quarter', 4, '2023-Q1', '2023-Q4'],
    ['half', 2, '2023-H1', '2023-H2'],
    ['year', 1, '2023', '2023'],
    // 2023 begins on a Sunday, which belongs to the last week of 2022 (ISO 8601).
    ['week', 53, '2022-W52', '2023-W52'],
  ] as const)('%s: %d in a year', (kind, count, first, last) => {
    const periods = periodsIn(kind, YEAR, undefined)
    expect(periods).toHaveLength(count)
    expect([periods?.[0], periods?.at(-1)]).toEqual([first, last])
  })

  it('episodes are as many as somebody says, and unknown where nobody does', () => {
    expect(periodsIn('episode', YEAR, 3)).toEqual(['1', '2', '3'])
    expect(periodsIn('episode', YEAR, undefined)).toBeNull()
    expect(periodsIn('month', undefined, undefined)).toBeNull()
  })

  it.each(['2023-02', '2024-02', '2023-Q3', '2023-H1', '2020-W53', '2023'])(
    'the window of %s holds its own days and no others',
    (period) => {
      const window = periodWindow(period)
      if (window === undefined) throw new Error('no window')
      expect(dayInPeriod(window.from, period)).toBe(true)
      expect(dayInPeriod(window.to, period)).toBe(true)
      expect(dayInPeriod('2019-06-15', period)).toBe(false)
    },
  )

  it.each([
    ['2020-12-31', '2020-W53'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2024-12-30', '2025-W01'],
  ])('%s is in %s', (day, week) => expect(weekOf(day)).toBe(week))
})

describe('a rule over periods', () => {
  const scheme = (rule: string) => {
    const read = readScheme(`
方案: demo
名称: 示例
版本: "1"
发文: {机关: 示例, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
考核对象: [{编号: town, 名称: 乡镇}]
数据:
  - {编号: monthly, 名称: 当月次数, 类型: 数值, 单位: 次, 周期: 每月}
  - {编号: quarterly, 名称: 当季次数, 类型: 数值, 单位: 次, 周期: 每季度}
指标: [{编号: one, 名称: 一项, 规则: {逐期: {取: 合计, 规则: ${rule}}}}]
`)
    return read
  }

  it('reads the facts of its own period', () => {
    const { scheme: read } = scheme('{每次: {量: monthly, 得: 1}}')
    if (read === undefined) throw new Error('refused')
    expect(compile(read).unit.inputs).toHaveLength(12)
  })

  it('does not read a quarter where the rule goes by months', () => {
    const mixed = scheme('{达标: {条件: monthly >= quarterly, 得: 1}}')
    expect(mixed.scheme).toBeUndefined()
    expect(mixed.diagnostics[0]?.message).toContain('周期')
  })
})

describe('a term of several years', () => {
  const total = (rule: string, facts: readonly (readonly [string, string | null, bigint])[]) => {
    const { scheme, diagnostics } = readScheme(`
方案: demo
名称: 示例
版本: "1"
发文: {机关: 示例, 级别: 区县}
考核时段: {起: 2022-01-01, 止: 2024-12-31}
考核对象: [{编号: town, 名称: 乡镇}]
数据:
  - {编号: yearly, 名称: 当年得分, 类型: 数值, 单位: 分, 最大: 100分, 周期: 全年}
  - {编号: once, 名称: 期末得分, 类型: 数值, 单位: 分, 最大: 100分}
事件: [{编号: visit, 名称: 走访, 周期: 全年}]
指标: [{编号: one, 名称: 一项, 规则: ${rule}}]
`)
    if (scheme === undefined) throw new Error(diagnostics.map((d) => d.message).join())
    const date = (year: number) => `${year}-05-01`
    return evaluate(compile(scheme), {
      units: [{ id: 't', name: '甲', type: 'town', attributes: {} }],
      facts: facts.map(([fact, period, n]) => ({
        unit: 't',
        fact,
        period,
        value: { number: ratio(n) },
      })),
      events: [2022, 2022, 2024].map((year, i) => ({
        id: `e${i}`,
        unit: 't',
        event: 'visit',
        date: date(year),
        attributes: {},
      })),
      reported: ['visit'],
      pending: [],
      history: [],
      lineage: [],
      previous: [],
    }).results()[0]?.total
  }
  const YEARS = [
    ['yearly', '2022', 30n],
    ['yearly', '2023', 60n],
    ['yearly', '2024', 90n],
  ] as const
  const ONCE = [['once', null, 30n]] as const

  it.each([
    ['what has 周期: 全年 is one figure a year', '{公式: {式: 平均(yearly)}}', YEARS, 60n],
    [
      'each of which counts once',
      '{逐期: {规则: {外部得分: {量: yearly}}, 取: 合计}}',
      YEARS,
      180n,
    ],
    [
      'the last year by itself, the others on average',
      '{加权: {项: [{占比: 50%, 规则: {逐期: {规则: {外部得分: {量: yearly}}, 取: 平均, 时段: {起: 2022-01-01, 止: 2023-12-31}}}}, {占比: 50%, 规则: {逐期: {规则: {外部得分: {量: yearly}}, 取: 合计, 时段: {起: 2024-01-01, 止: 2024-12-31}}}}]}}',
      YEARS,
      67n,
    ],
    ['what has none is one figure for all', '{公式: {式: 合计(once)}}', ONCE, 30n],
    [
      'events go by the calendar year',
      '{逐期: {规则: {每次: {事件: visit, 得: 10}, 上限: 15}, 取: 合计}}',
      [],
      25n,
    ],
  ])('%s', (_, rule, facts, points) => {
    expect(total(rule, facts)).toEqual(points === 67n ? ratio(135n, 2n) : ratio(points))
  })

  it('from December to November is one year', () => {
    const window = { from: '2022-12-01', to: '2023-11-30' }
    expect(periodsIn('year', window, undefined)).toEqual(['2023'])
    expect(isDated({ period: 'year' }, window)).toBe(false)
  })
})

describe('the name of a period', () => {
  const told = (from: string, to: string) => {
    const { scheme, diagnostics } = readScheme(`
方案: several
名称: 两个年度
版本: "1"
发文: {机关: 示例, 级别: 区县}
考核时段: {起: ${from}, 止: ${to}}
考核对象: [{编号: town, 名称: 乡镇}]
参与方: [{编号: office, 名称: 办公室, 身份: 部门}]
数据: [{编号: held, 名称: 活动, 类型: 数值, 单位: 次, 周期: 每月}]
指标: [{编号: i, 名称: 项, 分值: 10, 规则: {逐期: {规则: {达标: {条件: held >= 1次, 得: 1}}, 取: 合计}}}]
`)
    if (scheme === undefined) throw new Error(diagnostics.map((d) => d.message).join())
    const value = { number: ratio(2n, 1n) }
    const facts = [{ unit: 'u', fact: 'held', period: '2023-01', value, by: 'office' }]
    const units = [{ id: 'u', name: '甲', type: 'town', attributes: {} }]
    const evaluation = evaluate(compile(scheme), { ...EMPTY, units, facts })
    return tellProof(prove(evaluation, 'u'), 3).map(({ text }) => text)
  }

  it('has its year where the assessment goes over several', () => {
    const lines = told('2022-12-01', '2023-01-31')
    expect(lines).toContain('2023年1月活动不少于1次：是，得1分')
    expect(lines).toContain('2022年12月活动：没有数据')
    expect(lines).toContain('2023年1月活动：2次（填报 办公室）')
  })

  it('has none where there is only one', () => {
    const lines = told('2023-01-01', '2023-02-28')
    expect(lines).toContain('1月活动不少于1次：是，得1分')
    expect(lines).toContain('1月活动：2次（填报 办公室）')
  })
})
