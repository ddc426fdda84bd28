import { readScheme } from '@kaohe/scheme'
import { describe, expect, it } from 'vitest'
import { compile, dayInPeriod, periodWindow, periodsIn, weekOf } from '../src/index.ts'

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
