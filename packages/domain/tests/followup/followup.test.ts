import { formatRational, type Met, ratio } from '@kaohe/engine'
import { describe, expect, it } from 'vitest'
import {
  carriedBy,
  deciderOf,
  earlierOf,
  leftToPeople,
  nearestOf,
  refuseAdoption,
  refuseClosing,
  refuseStep,
  robustnessOf,
  type Stood,
} from '../../src/index.ts'

const stood = (unit: string, hundredths: number | null, rank: number, met: Met): Stood => ({
  unit,
  name: unit,
  total: hundredths === null ? undefined : ratio(BigInt(hundredths), 100n),
  rank,
  met,
})
const step = ratio(1n, 100n)
const check = (own: Stood, others: readonly Stood[]) =>
  robustnessOf({ own, others, line: undefined, step })

describe('how sure a consequence is', () => {
  const first = stood('甲', 9250, 1, 'yes')
  const second = stood('乙', 9100, 2, 'no')

  it('goes by the nearest unit for which it came out otherwise', () => {
    const margin = nearestOf(first, [first, second, stood('丙', 8000, 3, 'no')])
    expect([formatRational(margin!.points), margin!.ranks, margin!.name]).toEqual(['1.5', 1, '乙'])
    expect(check(first, [first, second])).toBe('firm')
  })

  it.each([
    ['a hundredth behind', 9249, 'no', 'close'],
    ['level, and treated otherwise', 9250, 'no', 'tied'],
    ['level, and treated alike', 9250, 'yes', 'all'],
    ['not known yet', 9100, 'undecided', 'open'],
  ] as const)('beside one that is %s', (_, hundredths, met, expected) => {
    expect(check(first, [first, stood('乙', hundredths, 2, met)])).toBe(expected)
  })

  it('needs no total where everybody is reached', () => {
    const unknown = stood('甲', null, 1, 'yes')
    expect(check(unknown, [unknown, stood('乙', null, 2, 'yes')])).toBe('all')
  })

  it('is open while the total is not known', () => {
    expect(check(stood('甲', null, 1, 'yes'), [second])).toBe('open')
    expect(nearestOf(stood('甲', null, 1, 'yes'), [second])).toBeUndefined()
  })

  it('goes by a line of points as well', () => {
    const near = { own: first, others: [second], line: ratio(1n, 100n), step }
    expect(robustnessOf(near)).toBe('close')
    expect(robustnessOf({ ...near, line: ratio(1n, 10n) })).toBe('firm')
  })
})

describe('who decides, and what', () => {
  it('is the body that the scheme names, else the office', () => {
    expect([deciderOf({ body: 'meeting' }), deciderOf({ body: undefined })]).toEqual([
      'ratifier',
      'organiser',
    ])
  })

  it('is nothing that cannot be decided yet, unless the scheme leaves it to people', () => {
    const words = { wording: '成效不显的' }
    expect(leftToPeople(words)).toBe(true)
    expect(leftToPeople({ ...words, all: true })).toBe(false)
    expect(refuseAdoption('undecided', words)).toBeUndefined()
    expect(refuseAdoption('undecided', { all: true })).toContain('不能判断')
    expect(refuseAdoption('no', words)).toContain('不在')
    expect(refuseAdoption('yes', undefined)).toBeUndefined()
  })
})

describe('the lineage of units', () => {
  const descents = [
    { unit: 'new', earlier: 'a', happenedOn: '2023-05-01' },
    { unit: 'new', earlier: 'b', happenedOn: '2023-05-01' },
    { unit: 'a', earlier: 'old', happenedOn: '2021-01-01' },
    // A mistake of somebody's: it runs in circles.
    { unit: 'old', earlier: 'new', happenedOn: '2020-01-01' },
  ]

  it('finds the earlier results that a unit rests on, and the years without one', () => {
    const history = [
      { unit: 'a', year: 2022 },
      { unit: 'x', year: 2022 },
      { unit: 'b', year: 2022 },
    ]
    const { found, missing } = earlierOf(history, descents, 'new', [2022, 2021])
    expect(found.map(({ unit }) => unit)).toEqual(['a', 'b'])
    expect(missing).toEqual([2021])
  })

  it('carries what was begun with one to those that came out of it', () => {
    const later = [{ unit: 'p', earlier: 'q', happenedOn: '2023-01-01' }]
    expect(carriedBy(later, ['p', 'r'], 'q')).toEqual(['p'])
    expect(carriedBy(later, ['p', 'r'], 'r')).toEqual(['r'])
    expect(carriedBy(later, ['r'], 'q')).toEqual([])
  })
})

describe('what is tracked', () => {
  it('is closed by another than its owner, after it was said to be done', () => {
    expect(refuseClosing({ state: 'done', owner: 'a' }, 'b')).toBeUndefined()
    expect(refuseClosing({ state: 'done', owner: 'a' }, 'a')).toContain('不能自己销号')
    expect(refuseClosing({ state: 'open', owner: 'a' }, 'b')).toContain('还没有报告完成')
    expect(refuseClosing({ state: 'closed', owner: null }, 'b')).toBe('已经销号')
    expect(refuseStep({ state: 'declined' })).toBe('没有采用，不用跟踪')
    expect(refuseStep({ state: 'open' })).toBeUndefined()
  })
})
