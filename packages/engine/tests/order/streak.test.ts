import { describe, expect, it } from 'vitest'
import type { Consequence, Lineage, Met, PastResult, Selection } from '../../src/model/index.ts'
import type { Outcome } from '../../src/order/standing.ts'
import { streak } from '../../src/order/streak.ts'
import { entry, num, range, scheme } from './make.ts'

/** A result of an earlier year, by its total: below sixty, or not. */
const result = (unit: string, year: number, ...low: readonly string[]): PastResult => ({
  unit,
  year,
  met: [],
  total: num(low.includes('low') ? 50 : 70),
})
const of = (who: Partial<Selection>, years = 2, id = 'low') =>
  ({ id, name: id, who: { ...who, years }, measure: 'talk' }) as Consequence
const LOW: Partial<Selection> = { line: range(undefined, [60, false], '60分以下') }
const since = (unit: string, from: string, year: number): Lineage => ({ unit, from, since: year })

function judge(
  history: readonly PastResult[],
  lineage: readonly Lineage[] = [],
  years = 2,
  now: Met = 'yes',
) {
  const memory = { scheme: scheme(), entries: [], past: { history, lineage } }
  return streak(of(LOW, years), 'u', now, 2023, memory)
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
    const memory = { scheme: scheme(), entries: [], past: { history: [], lineage: [] } }
    expect(streak(of(LOW), 'u', 'yes', undefined, memory).met).toBe('undecided')
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
    const memory = { scheme: scheme(), entries: [], past }
    const found = ['u', 'v'].map((id) => streak(of(LOW), id, 'yes', 2023, memory).met)
    expect(found).toEqual(['yes', 'yes'])
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

describe('往年的记录', () => {
  const grading = {
    by: 'line',
    grades: [
      { id: 'good', name: '优秀' },
      { id: 'bad', name: '较差' },
    ],
  }
  const bottom: Partial<Selection> = {
    bottom: { number: 1, ties: 'all-in' } as Selection['bottom'],
  }
  const top: Partial<Selection> = { top: { number: 1, ties: 'all-in' } as Selection['top'] }
  const half: Partial<Selection> = {
    bottom: { share: num('1/2'), rounding: 'floor', ties: 'all-in' } as Selection['bottom'],
  }
  const bad: Partial<Selection> = { grades: ['bad'] }
  const worst: Partial<Selection> = { ranks: range([3, true], undefined, '第3名以后') }
  const past = (unit: string, more: Partial<PastResult>): PastResult => ({
    unit,
    year: 2022,
    met: [],
    ...more,
  })
  const ranks = (...all: readonly number[]) => all.map((rank, i) => past('uab'[i] ?? '', { rank }))

  function judged(who: Partial<Selection>, history: readonly PastResult[]) {
    const consequences = [of(who, 1, 'once'), of(who)]
    const ranking = { peers: 'all', ties: 'competition' }
    const whole = scheme({ ranking, grading, consequences } as unknown as Partial<Outcome>)
    const entries = ['u', 'a', 'b'].map((id) => entry(id, [1]))
    return streak(of(who), 'u', 'yes', 2023, {
      scheme: whole,
      entries,
      past: { history, lineage: [] },
    })
  }

  it.each([
    ['等次在范围内', bad, [past('u', { grade: 'bad' })], 'yes'],
    ['等次按名称记', bad, [past('u', { grade: '较差' })], 'yes'],
    ['等次不在范围内', bad, [past('u', { grade: 'good' })], 'no'],
    ['名次在范围内', worst, [past('u', { rank: 3 })], 'yes'],
    ['名次不在范围内', worst, [past('u', { rank: 2 })], 'no'],
    ['末位', bottom, ranks(3, 1, 2), 'yes'],
    ['并列末位', bottom, ranks(2, 1, 2), 'yes'],
    ['不是末位', bottom, ranks(2, 1, 3), 'no'],
    ['还有比它后的', bottom, [past('u', { rank: 2 }), past('x', { rank: 9 })], 'no'],
    ['首位', top, [past('u', { rank: 1 })], 'yes'],
    ['不是首位', top, [past('u', { rank: 2 })], 'no'],
    ['后一半', half, ranks(3, 1, 2), 'yes'],
    ['前一半', half, ranks(2, 1, 3), 'no'],
    ['那年列入过', bottom, [past('u', { met: ['low'] })], 'yes'],
    ['那年列入过范围相同的一条', bottom, [past('u', { met: ['once'] })], 'yes'],
  ] as const)('%s', (_, who, history, met) => {
    expect(judged(who, history).met).toBe(met)
  })

  it.each([
    ['名次', bottom, [past('u', {})]],
    ['同组其他单位的名次', bottom, [past('u', { rank: 2 })]],
    ['同组其他单位的名次', bottom, ranks(4, 1, 2)],
    ['同组其他单位的名次', half, [past('u', { rank: 2 }), past('x', { rank: 9 })]],
    ['等次', bad, [past('u', { rank: 3 })]],
    ['总分', LOW, [past('u', { rank: 3 })]],
    ['是否符合所列条件', { when: {} as Selection['when'] }, [past('u', { rank: 3 })]],
    ['在这个范围内的名次', { ...top, peers: 'type' as const }, [past('u', { rank: 1 })]],
  ] as const)('没有写%s的，不说不是', (what, who, history) => {
    expect(judged(who, history)).toEqual({
      met: 'undecided',
      reasons: [`2022年的结果记录没有写${what}，是否连续待定`],
    })
  })
})
