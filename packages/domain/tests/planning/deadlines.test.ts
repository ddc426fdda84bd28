import { readFileSync } from 'node:fs'
import {
  calendarOf,
  conflictsOf,
  daysOffOf,
  type Holidays,
  restOn,
  sayWeekday,
} from '@kaohe/domain'
import type { Scheme } from '@kaohe/engine'
import { readScheme } from '@kaohe/scheme'
import { describe, expect, it } from 'vitest'

// The table as the migration seeds it.
const SQL = readFileSync(
  new URL('../../../storage/migrations/0012_holidays.sql', import.meta.url),
  'utf8',
)
const SPAN = /\((\d{4}), '([\d-]+)', '([\d-]+)', '(off|worked)', '([^']+)'\)/g
const spans = [...SQL.matchAll(SPAN)].map(([, , from, to, kind, name]) => ({
  from: from!,
  to: to!,
  kind: kind as 'off' | 'worked',
  name: name!,
}))
const years = [...SQL.matchAll(/\((\d{4}), '国办/g)].map(([, year]) => Number(year))
const table: Holidays = { years, spans }

describe('the table of holidays', () => {
  it('knows 2017, 2018 and 2020 to 2026', () => {
    expect(years).toEqual([2017, 2018, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
  })

  // As the yearly notices count the days of each holiday.
  it.each([
    [2017, '春节', 7],
    [2020, '春节', 10],
    [2020, '国庆节、中秋节', 8],
    [2023, '中秋节、国庆节', 8],
    [2024, '春节', 8],
    [2025, '春节', 8],
    [2026, '春节', 9],
  ])('%i %s has %i days', (year, name, days) => {
    const span = spans.find((one) => one.from.startsWith(`${year}`) && one.name === name)!
    const length = (Date.parse(span.to) - Date.parse(span.from)) / 86_400_000 + 1
    expect(length).toBe(days)
  })

  it('has people work on weekends only, and never on a day off', () => {
    const worked = spans.filter(({ kind }) => kind === 'worked')
    expect(
      worked.map(({ from }) => sayWeekday(from)).filter((day) => !/周[六日]/.test(day)),
    ).toEqual([])
    for (const { from } of worked)
      expect(spans.some((one) => one.kind === 'off' && one.from <= from && from <= one.to)).toBe(
        false,
      )
    expect(daysOffOf(table).worked).toHaveLength(worked.length)
  })

  it('says of a day why nobody works, or that it does not know', () => {
    expect(restOn('2024-02-13', table)).toBe('春节')
    expect(restOn('2024-02-18', table)).toBeNull()
    expect(restOn('2024-03-02', table)).toBe('周末')
    expect(restOn('2024-03-01', table)).toBeNull()
    expect(restOn('2019-01-26', table)).toBeUndefined()
  })
})

const HEAD = `方案: demo
名称: 日程
版本: "1"
发文: {机关: 团委, 级别: 区县, 成文日期: 2024-01-02}
考核时段: {起: 2024-01-01, 止: 2024-12-31}
参与方: [{编号: youth, 名称: 青年, 身份: 青年}]
考核对象: [{编号: town, 名称: 乡镇团委}]
评价方式: [{编号: poll, 名称: 调查, 占比: 100%, 方式: 抽样调查, 评价人: [youth]}]
指标: [{编号: a, 名称: 甲, 评价方式: poll, 分值: 100, 规则: {打分: {依据: 调查}}}]
日程:
`
const PERIOD = { from: '2024-01-01', to: '2024-12-31' }

function schemeWith(...steps: readonly string[]): Scheme {
  const { scheme, diagnostics } = readScheme(HEAD + steps.map((step) => `  - {${step}}\n`).join(''))
  if (scheme === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return scheme
}

function planned(...steps: readonly string[]) {
  const scheme = schemeWith(...steps)
  const deadlines = calendarOf(scheme, PERIOD, table)
  return { deadlines, conflicts: conflictsOf(scheme, deadlines, PERIOD, table) }
}

const graveOf = ({ conflicts }: ReturnType<typeof planned>) =>
  conflicts.filter(({ severity }) => severity === 'error').map(({ steps }) => steps)

describe('the calendar of a cycle', () => {
  it('counts working days over a holiday by the table', () => {
    // 2024-02-09 is the last day before the Spring Festival; 18 February was worked.
    const { deadlines } = planned(
      '编号: one, 名称: 报送, 止: 2024-02-09',
      '编号: two, 名称: 审核, 相对: one, 天数: 2, 工作日: 是',
    )
    expect(deadlines.map(({ due }) => due)).toEqual(['2024-02-09', '2024-02-19'])
  })

  it('refuses to count working days in a year that it does not know', () => {
    const { deadlines } = planned(
      '编号: one, 名称: 报送, 止: 2019-12-20',
      '编号: two, 名称: 审核, 相对: one, 天数: 5, 工作日: 是',
    )
    const two = deadlines.find(({ step }) => step === 'two')!
    expect([two.due, two.says]).toEqual([null, '2019 年的放假安排没有录入，没有推算工作日'])
  })

  it('has a date for every month, the last day where a month is short', () => {
    const { deadlines } = planned('编号: m, 名称: 月报, 每月: "31"')
    expect(deadlines).toHaveLength(12)
    expect(deadlines[1]!.due).toBe('2024-02-29')
    const later = planned('编号: m, 名称: 月报, 每月: 次月5').deadlines
    expect([later[0]!.due, later[11]!.due]).toEqual(['2024-02-05', '2025-01-05'])
  })

  it('puts what has no date at the end, in the words of the notice', () => {
    const { deadlines } = planned(
      '编号: one, 名称: 反馈, 随: 全委会期间',
      '编号: two, 名称: 报送, 止: 2024-06-03',
    )
    expect(deadlines.map(({ step, says }) => [step, says])).toEqual([
      ['two', null],
      ['one', '全委会期间'],
    ])
  })
})

describe('conflicts', () => {
  it('a survey that ends after the results are due', () => {
    const late = planned(
      '编号: survey, 名称: 调查, 种类: 评价, 评价方式: poll, 止: 2024-12-31',
      '编号: sum, 名称: 汇总, 种类: 汇总, 止: 2024-12-25',
    )
    expect(graveOf(late)).toEqual([['survey', 'sum']])
    const same = planned(
      '编号: survey, 名称: 调查, 种类: 评价, 评价方式: poll, 止: 2024-12-25',
      '编号: sum, 名称: 汇总, 种类: 汇总, 止: 2024-12-25',
    )
    expect(graveOf(same)).toEqual([])
    expect(same.conflicts[0]).toMatchObject({ severity: 'warning', steps: ['survey', 'sum'] })
  })

  it('a step before the one that it must follow is told once', () => {
    const found = planned(
      '编号: one, 名称: 评价, 种类: 评价, 止: 2024-12-20',
      '编号: two, 名称: 汇总, 种类: 汇总, 在后: [one], 止: 2024-12-10',
    )
    expect(graveOf(found)).toEqual([['one', 'two']])
  })

  it('reports that close before the period ends, and days on which nobody works', () => {
    const { conflicts } = planned('编号: one, 名称: 报送, 种类: 填报, 止: 2024-10-01')
    expect(conflicts.map(({ severity }) => severity)).toEqual(['warning', 'note'])
    expect(conflicts[1]!.message).toContain('国庆节')
  })

  it('nothing where everything fits', () => {
    const { conflicts } = planned(
      '编号: one, 名称: 报送, 种类: 填报, 止: 2024-12-31',
      '编号: two, 名称: 汇总, 种类: 汇总, 在后: [one], 止: 2025-01-10',
    )
    expect(conflicts).toEqual([])
  })
})
