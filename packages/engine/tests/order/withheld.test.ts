import { describe, expect, it } from 'vitest'
import type { Cut, Decision, GradeLine, Grading } from '../../src/model/index.ts'
import { conclude } from '../../src/order/conclude.ts'
import type { Outcome } from '../../src/order/standing.ts'
import { num, range, scheme, standing } from './make.ts'

const ranking = { peers: 'all', ties: 'competition' } as Outcome['ranking']
const grade = (id: string, name: string, more: Partial<GradeLine> = {}) =>
  ({ id, name, ...more }) as GradeLine
const share = (part: string, more: Partial<Cut> = {}) =>
  ({ share: num(part), rounding: 'floor', ties: 'all-in', ...more }) as Cut
const number = (count: number, more: Partial<Cut> = {}) =>
  ({ number: count, ties: 'all-in', ...more }) as Cut

interface Given {
  readonly by?: Grading['by']
  readonly grades: readonly GradeLine[]
  readonly totals: readonly (number | readonly [number, number])[]
  readonly decisions?: readonly Decision[]
}

/** The reasons of the grade of each unit, without the first, which says its total and its grade. */
function reasons({ by = 'quota', grades, totals, decisions = [] }: Given): string[][] {
  const grading = { by, grades } as Grading
  const standings = totals.map((total, i) => standing(`u${i + 1}`, total))
  const past = { history: [], lineage: [], decisions }
  return conclude(scheme({ ranking, grading }), standings, past).map((c) => c.gradeReasons.slice(1))
}

const last = (found: string[][]) => found.at(-1)
const rest = grade('b', '良好')

describe('why a grade is withheld', () => {
  it('tells nothing of the best grade', () => {
    expect(
      reasons({ grades: [grade('a', '优秀', { quota: number(1) }), rest], totals: [9, 8] })[0],
    ).toEqual([])
  })

  it('tells how many places there are, and how many stand before', () => {
    const grades = [grade('a', '优秀', { quota: share('2/5') }), rest]
    expect(last(reasons({ grades, totals: [9, 8, 7, 6, 5] }))).toEqual([
      '前面有4个单位，优秀名额2名（5个单位的40%），已满',
    ])
  })

  it('tells that a share comes to no place', () => {
    const grades = [grade('a', '优秀', { quota: share('1/5') }), rest]
    expect(last(reasons({ grades, totals: [9] }))).toEqual(['优秀名额0名（1个单位的20%）'])
  })

  it('tells a share and the most there are', () => {
    const grades = [grade('a', '优秀', { quota: share('1/2', { number: 1 }) }), rest]
    expect(last(reasons({ grades, totals: [9, 8, 7, 6] }))).toEqual([
      '前面有3个单位，优秀名额1名（4个单位的50%，最多1名），已满',
    ])
  })

  it('tells all grades that are full at once', () => {
    const grades = [
      grade('a', '优秀', { quota: number(1) }),
      grade('g', '良好', { quota: number(1) }),
      grade('c', '合格'),
    ]
    expect(last(reasons({ grades, totals: [9, 8, 7] }))).toEqual([
      '前面有2个单位，优秀名额1名、良好名额1名，已满',
    ])
  })

  it.each([
    ['all-out', '同分的都不在内'],
    ['meeting', '同分的先后由会议定，还没有定'],
    [undefined, '同分的谁先谁后，原文没有写明'],
  ] as const)('tells who is level on the cut, with 同分 %s', (ties, said) => {
    const grades = [grade('a', '优秀', { quota: number(2, { ties }) }), rest]
    const found = reasons({ grades, totals: [9, 8, 8, 8] })
    expect(found[0]).toEqual([])
    expect(last(found)).toEqual([
      `前面有1个单位，与另外2个单位同分，优秀名额2名，名额不够，${said}`,
    ])
  })

  it('tells who was level on the cut where a meeting decided', () => {
    const grades = [grade('a', '优秀', { quota: number(1, { ties: 'meeting' }) }), rest]
    const decided = (unit: string, value: number): Decision => ({
      on: 'grade-tie:a',
      unit,
      value,
      body: 'x',
      date: '2024-01-10',
    })
    const decisions = [decided('u1', 2), decided('u2', 1)]
    expect(reasons({ grades, totals: [9, 9], decisions })[0]?.[0]).toBe(
      '前面没有单位，与另外1个单位同分，优秀名额1名，名额不够，同分的先后由会议定',
    )
  })

  it('tells that nothing says how a share is rounded', () => {
    const quota = share('1/5', { rounding: undefined })
    const grades = [grade('a', '优秀', { quota }), rest]
    expect(last(reasons({ grades, totals: [9] }))).toEqual([
      '优秀名额0至1名（1个单位的20%），怎样取整，原文没有写明',
    ])
  })

  it('tells that it is not known yet who comes first', () => {
    const grades = [grade('a', '优秀', { quota: number(1) }), rest]
    expect(last(reasons({ grades, totals: [9, [8, 10]] }))).toEqual(['优秀名额1名，名额够不够待定'])
  })

  it('tells which lines are not reached, with the unit of points', () => {
    const grades = [
      grade('a', '优秀', { line: range([90, true], undefined, '90及以上'), quota: number(1) }),
      grade('g', '良好', { line: range([80, true], undefined, '80及以上'), quota: number(1) }),
      grade('c', '合格'),
    ]
    const found = reasons({ by: 'line-and-quota', grades, totals: [95, 92, 85, 70] })
    expect(found).toEqual([
      [],
      ['前面有1个单位，优秀名额1名，已满'],
      ['没有达到优秀（90分及以上）的分数线', '前面有2个单位，良好名额1名，已满'],
      ['没有达到优秀（90分及以上）、良好（80分及以上）的分数线'],
    ])
  })

  it('tells of the grade at the bottom how many come last', () => {
    const grades = [rest, grade('d', '较差', { quota: share('1/4') })]
    const found = reasons({ grades, totals: [9, 8, 7, 6] })
    expect(found[2]).toEqual([])
    expect(found[3]).toEqual(['后面没有单位，较差名额1名（4个单位的25%）'])
  })
})
