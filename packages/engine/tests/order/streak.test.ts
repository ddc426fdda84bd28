import { describe, expect, it } from 'vitest'
import type { Lineage, Met, PastResult } from '../../src/model/index.ts'
import { streak } from '../../src/order/streak.ts'

const result = (unit: string, year: number, ...met: readonly string[]): PastResult => ({
  unit,
  year,
  met,
})
const since = (unit: string, from: string, year: number): Lineage => ({ unit, from, since: year })

function judge(
  history: readonly PastResult[],
  lineage: readonly Lineage[] = [],
  years = 2,
  now: Met = 'yes',
) {
  return streak('low', 'u', now, years, 2023, { history, lineage })
}

describe('连续', () => {
  it.each([
    ['上年也是', [result('u', 2022, 'low')], 'yes'],
    ['上年不是', [result('u', 2022, 'other')], 'no'],
    ['上年没有记录', [result('u', 2021, 'low')], 'undecided'],
    ['别的单位不算', [result('x', 2022, 'low')], 'undecided'],
  ] as const)('%s', (_, history, met) => {
    expect(judge(history).met).toBe(met)
  })

  it('is over when this year is not so, whatever the past', () => {
    expect(judge([], [], 2, 'no').met).toBe('no')
    expect(judge([result('u', 2022, 'low')], [], 2, 'undecided').met).toBe('undecided')
    expect(judge([result('u', 2022)], [], 2, 'undecided').met).toBe('no')
  })

  it('needs every one of the years', () => {
    const history = [result('u', 2022, 'low'), result('u', 2021, 'low')]
    expect(judge(history, [], 3).met).toBe('yes')
    expect(judge(history, [], 4).met).toBe('undecided')
    expect(judge([result('u', 2022, 'low'), result('u', 2020, 'low')], [], 4).met).toBe('undecided')
    expect(judge([result('u', 2022, 'low'), result('u', 2021)], [], 4).met).toBe('no')
  })

  it('of one year asks nothing of the past', () => {
    expect(judge([], [], 1)).toEqual({ met: 'yes', reasons: [] })
  })

  it('is undecided when the year itself is not known', () => {
    expect(streak('low', 'u', 'yes', 2, undefined, { history: [], lineage: [] }).met).toBe(
      'undecided',
    )
  })
})

describe('沿革', () => {
  it('follows a new name, year by year', () => {
    const lineage = [since('u', 'old', 2022), since('old', 'older', 2021)]
    const history = [
      result('u', 2022, 'low'),
      result('old', 2021, 'low'),
      result('older', 2020, 'low'),
    ]
    expect(judge(history, lineage, 4).met).toBe('yes')
  })

  it('does not follow it before it holds', () => {
    expect(judge([result('old', 2022, 'low')], [since('u', 'old', 2022)]).met).toBe('undecided')
  })

  it.each([
    ['合并前都是', ['low'], ['low'], 'yes'],
    ['合并前都不是', [], [], 'no'],
    ['合并前不同', ['low'], [], 'undecided'],
    ['合并前一方没有记录', ['low'], undefined, 'undecided'],
  ] as const)('%s', (_, a, b, met) => {
    const history = [result('a', 2022, ...a), ...(b === undefined ? [] : [result('b', 2022, ...b)])]
    expect(judge(history, [since('u', 'a', 2023), since('u', 'b', 2023)]).met).toBe(met)
  })

  it('counts the own result of a unit that took in another', () => {
    const lineage = [since('u', 'a', 2023)]
    expect(judge([result('u', 2022, 'low'), result('a', 2022, 'low')], lineage).met).toBe('yes')
    expect(judge([result('u', 2022, 'low'), result('a', 2022)], lineage).met).toBe('undecided')
    expect(judge([result('u', 2022, 'low')], lineage).met).toBe('yes')
  })

  it('takes several results of one unit and year for those of units merged under its name', () => {
    expect(judge([result('u', 2022, 'low'), result('u', 2022, 'low')]).met).toBe('yes')
    expect(judge([result('u', 2022, 'low'), result('u', 2022)]).met).toBe('undecided')
  })

  it('gives both halves of a split the past of the whole', () => {
    const past = {
      history: [result('p', 2022, 'low')],
      lineage: [since('u', 'p', 2023), since('v', 'p', 2023)],
    }
    expect(['u', 'v'].map((id) => streak('low', id, 'yes', 2, 2023, past).met)).toEqual([
      'yes',
      'yes',
    ])
  })

  it('that runs in circles ends', () => {
    expect(
      judge([], [since('u', 'v', 2023), since('v', 'u', 2023), since('u', 'u', 2023)]).met,
    ).toBe('undecided')
  })

  it('is told', () => {
    const told = judge([result('a', 2022, 'low')], [since('u', 'a', 2023)]).reasons
    expect(told).toEqual(['2022年也是这样（按沿革取a的结果）'])
    expect(judge([]).reasons).toEqual(['2022年没有结果记录，是否连续待定'])
  })
})
