import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type {
  Consequence,
  ConsequenceResult,
  Grading,
  Override,
  Ranking,
  Selection,
} from '../../src/model/index.ts'
import { conclude } from '../../src/order/conclude.ts'
import {
  type Conclusion,
  NOT_RANKED,
  type Outcome,
  type Past,
  type Standing,
} from '../../src/order/standing.ts'
import { RUNS } from '../runs.ts'
import { type Total, date, interval, num, range, scheme, standing, unit } from './make.ts'

const NO_PAST: Past = { history: [], lineage: [] }
const ranking = { peers: 'all', ties: 'competition' } as Ranking

const consequence = (who: unknown, more: Partial<Consequence> = {}): Consequence =>
  ({ id: 'x', name: '后果', measure: 'other', who: who as Selection, ...more }) as Consequence

function first(
  standings: readonly Standing[],
  more: Partial<Outcome>,
  past: Past = NO_PAST,
): Conclusion {
  return conclude(scheme({ ranking, ...more }), standings, past)[0] as Conclusion
}

function reached(
  of: Consequence,
  standings: readonly Standing[],
  more: Partial<Outcome> = {},
  past?: Past,
): ConsequenceResult {
  return first(standings, { consequences: [of], ...more }, past)
    .consequences[0] as ConsequenceResult
}

const others = (...totals: readonly Total[]) => totals.map((t, i) => standing(`o${i}`, t))

describe('conclude', () => {
  const whole = scheme({
    ranking,
    assessees: [
      {
        id: 'town',
        name: '乡镇',
        level: undefined,
        clause: undefined,
        eligibility: [
          {
            attribute: 'founded',
            years: 1,
            months: undefined,
            countedTo: '2023-12-31',
            clause: undefined,
          },
        ],
      },
    ],
    consequences: [consequence({ all: true })],
  })
  const founded = (id: string, total: Total, day: string) =>
    standing(id, total, { unit: unit(id, { attributes: { founded: date(day) } }) })

  it('leaves out of the ranks and of every consequence the units that may not take part', () => {
    const found = conclude(
      whole,
      [founded('a', 90, '2023-06-01'), founded('b', 80, '2000-01-01')],
      NO_PAST,
    )
    expect(found[0]).toMatchObject({ eligible: 'no', rank: undefined, rankRange: NOT_RANKED })
    expect(found[0]?.consequences).toEqual([{ id: 'x', met: 'no', reasons: ['不参加考核'] }])
    expect(found[1]).toMatchObject({
      eligible: 'yes',
      rank: 1,
      rankRange: [1, 1],
      ineligibility: [],
    })
  })

  it('keeps a unit whose date is missing in doubt, with the ranks it may have', () => {
    const found = conclude(whole, [standing('a', 90), founded('b', 80, '2000-01-01')], NO_PAST)
    expect(found[0]).toMatchObject({ eligible: 'undecided', rank: undefined, rankRange: [1, 1] })
    expect(found[0]?.consequences[0]).toMatchObject({ met: 'undecided' })
    expect(found[1]).toMatchObject({ rank: undefined, rankRange: [1, 2] })
  })

  it('ranks nobody when the scheme has no 排名', () => {
    expect(first(others(90, 80), { ranking: undefined })).toMatchObject({
      rank: undefined,
      rankRange: [0, 0],
    })
  })

  it('answers in the order of the standings, whatever their totals', () => {
    expect(
      conclude(scheme({ ranking }), others(1, 3, 2), NO_PAST).map((c) => [c.unit, c.rank]),
    ).toEqual([
      ['o0', 3],
      ['o1', 1],
      ['o2', 2],
    ])
  })
})

describe('grades', () => {
  const grades = [
    { id: 'good', name: '好', line: range([80, true], undefined, '80分及以上') },
    { id: 'poor', name: '差', line: range(undefined, [80, false], '不足80分') },
  ]
  const grading = (more: object) => ({ by: 'line', grades, ...more }) as unknown as Grading
  const veto = { id: 'v', name: '重大事故', grade: 'poor' } as Override

  it('come from the score', () => {
    expect(first(others(85), { grading: grading({}) })).toMatchObject({
      grade: 'good',
      gradeReasons: ['总分85分，好为80分及以上'],
      vetoes: [],
    })
  })

  it('are what a veto says, with its reason', () => {
    const found = first([standing('a', 85, { overrides: ['yes'] })], {
      grading: grading({}),
      overrides: [veto],
    })
    expect(found).toMatchObject({ grade: 'poor', vetoes: ['v'] })
    expect(found.gradeReasons).toEqual(['总分85分，好为80分及以上', '重大事故：等次定为差'])
  })

  it('are open while a veto is', () => {
    const found = first([standing('a', 85, { overrides: ['undecided'] })], {
      grading: grading({}),
      overrides: [veto],
    })
    expect(found).toMatchObject({ grade: undefined, vetoes: [] })
    expect(found.gradeReasons.at(-1)).toContain('待定')
  })

  it('none is another thing than one that is not settled yet', () => {
    const only = { grading: { by: 'line', grades: [grades[0]] } as unknown as Grading }
    expect(first(others(70), only)).toMatchObject({ grade: undefined, gradeOpen: false })
    const unknown = [standing('a', [70, 90])]
    expect(first(unknown, only)).toMatchObject({ grade: undefined, gradeOpen: true })
    const meeting = { grading: grading({ by: 'meeting' }) }
    expect(first(others(85), meeting)).toMatchObject({ grade: undefined, gradeOpen: true })
    expect(first(others(85), {})).toMatchObject({ grade: undefined, gradeOpen: false })
  })

  it('are left to a meeting, unless a veto fixes them', () => {
    const meeting = { grading: grading({ by: 'meeting' }), overrides: [veto] }
    expect(first([standing('a', 85, { overrides: ['no'] })], meeting).grade).toBeUndefined()
    expect(first([standing('a', 85, { overrides: ['yes'] })], meeting).grade).toBe('poor')
  })

  it('are only for the kinds of assessee that are graded', () => {
    const found = first(others(85), { grading: grading({ assessees: ['other'] }) })
    expect(found).toMatchObject({ grade: undefined, gradeReasons: ['这类考核对象不评定等次'] })
  })

  it('of a veto for another kind do not change', () => {
    const elsewhere = { ...veto, assessees: ['other'] }
    const found = first([standing('a', 85, { overrides: ['yes'] })], {
      grading: grading({}),
      overrides: [elsewhere],
    })
    expect(found).toMatchObject({ grade: 'good', vetoes: [] })
  })
})

describe('a consequence', () => {
  const top = { top: { share: num('1/5'), rounding: 'half-up', ties: 'all-in' } }
  const ten = others(50, 60, 70, 80, 90, 91, 92, 93, 94)

  it.each([
    ['没有范围就是全部', undefined, 'yes', ['对全部考核对象']],
    ['全部', { all: true }, 'yes', ['对全部考核对象']],
    [
      '只有描述',
      { wording: '表现突出的' },
      'undecided',
      ['原文只说“表现突出的”，没有界定，由人判断'],
    ],
    ['前20%', top, 'yes', ['名列第2，前20%为2名']],
    ['后20%', { bottom: { share: num('1/5') } }, 'no', ['名列第2，后20%为2名']],
    ['前3名', { top: { number: 3 } }, 'yes', ['名列第2，前3名']],
    [
      '名次',
      { ranks: range([1, true], [3, true], '第1至第3名') },
      'yes',
      ['名列第2，要求名次第1至第3名'],
    ],
    [
      '得分',
      { line: range([95, true], undefined, '95分及以上') },
      'no',
      ['总分93.5分，要求95分及以上'],
    ],
    ['别的对象', { all: true, assessees: ['other'] }, 'no', ['乡镇不在范围内']],
    [
      '条件都要成立',
      { ...top, line: range([95, true], undefined, '95分及以上') },
      'no',
      ['名列第2，前20%为2名', '总分93.5分，要求95分及以上'],
    ],
  ] as const)('%s', (_, who, met, reasons) => {
    expect(reached(consequence(who), [standing('a', '93.5'), ...ten])).toEqual({
      id: 'x',
      met,
      reasons,
    })
  })

  it('of 得分率 looks at the full score', () => {
    const share = { ...range(['3/5', true], undefined, '60%及以上') }
    const line = {
      ...share,
      from: share.from && { ...share.from, at: { ...share.from.at, unit: '%' } },
    }
    expect(reached(consequence({ line }), [standing('a', 60)]).met).toBe('yes')
    expect(reached(consequence({ line }), [standing('a', 59)]).met).toBe('no')
    expect(reached(consequence({ line }), [standing('a', 60, { full: undefined })]).met).toBe(
      'undecided',
    )
  })

  it('of a condition is what the condition is', () => {
    const who = { when: { expr: 'fact', fact: 'f' } }
    const met = (value: 'yes' | 'no' | 'undecided') =>
      reached(consequence(who), [standing('a', 1, { conditions: new Map([['x', value]]) })]).met
    expect([met('yes'), met('no'), met('undecided')]).toEqual(['yes', 'no', 'undecided'])
  })

  it('of grades asks for the grade', () => {
    const grading = {
      by: 'line',
      grades: [
        { id: 'good', name: '好', line: range([80, true]) },
        { id: 'poor', name: '差', line: range(undefined, [80, false]) },
      ],
    } as unknown as Grading
    const met = (total: Total, more = grading) =>
      reached(consequence({ grades: ['good'] }), [standing('a', total)], { grading: more }).met
    expect([met(85), met(60), met([70, 90])]).toEqual(['yes', 'no', 'undecided'])
    expect(met(85, { ...grading, by: 'meeting' })).toBe('undecided')
    expect(met(85, { ...grading, assessees: ['other'] })).toBe('no')
  })

  it('says what leaves a cut open', () => {
    const who = { top: { share: num('1/5') } }
    const found = reached(consequence(who), [standing('a', 75), ...others(80, 70)])
    expect(found).toEqual({ id: 'x', met: 'no', reasons: ['名列第2，前20%为0至1名'] })
    expect(reached(consequence(who), others(80, 75, 70)).reasons).toEqual([
      '名列第1，前20%为0至1名，怎样取整没有写明，待定',
    ])
    const meeting = { top: { number: 1, ties: 'meeting' } }
    expect(reached(consequence(meeting), others(80, 80)).reasons[0]).toContain('同分由会议定')
  })

  it('for two years running looks at the year before', () => {
    const low = consequence({ bottom: { number: 1 }, years: 2 })
    const past = (met: readonly string[]): Past => ({
      history: [{ unit: 'a', year: 2022, met }],
      lineage: [],
    })
    const now = [standing('a', 10), ...ten]
    expect(reached(low, now, {}, past(['x']))).toEqual({
      id: 'x',
      met: 'yes',
      reasons: ['名列第10，后1名', '2022年也是这样'],
    })
    expect(reached(low, now, {}, past([])).met).toBe('undecided')
    expect(reached(low, now).met).toBe('undecided')
    expect(reached(low, [standing('a', 99), ...ten], {}, past(['x'])).met).toBe('no')
  })
})

describe('取消评优', () => {
  const overrides = [{ id: 'late', name: '逾期不报', ineligible: true } as Override]
  const commend = consequence({ top: { number: 2 } }, { measure: 'commend' })
  const of = (held: 'yes' | 'no' | 'undecided', c = commend) =>
    reached(c, [standing('a', 90, { overrides: [held] }), ...others(80, 70)], { overrides })

  it('takes a unit out of honours, or may', () => {
    expect(of('yes')).toMatchObject({ met: 'no', reasons: ['名列第1，前2名', '已被取消评优'] })
    expect(of('undecided').met).toBe('undecided')
    expect(of('no').met).toBe('yes')
  })

  it('of nothing else', () => {
    expect(of('yes', consequence({ top: { number: 2 } }, { measure: 'funding' })).met).toBe('yes')
  })
})

describe('an amount', () => {
  const amounts = [
    [range([1, true], [1, true]), num(5000)],
    [range([2, true], [3, true]), num(2000)],
  ] as const
  const money = consequence({ ranks: range([1, true], [4, true]) }, { measure: 'money', amounts })

  it.each([
    [90, 5000],
    [75, 2000],
    [65, 2000],
    [55, undefined],
    [[65, 75], 2000],
    [[75, 95], undefined],
  ] as const)('by rank for a total of %j is %j', (total, amount) => {
    const found = reached(money, [standing('a', total), ...others(80, 70, 60)])
    expect(found.met).toBe('yes')
    expect(found.amount).toEqual(amount === undefined ? undefined : num(amount))
  })

  const rest = [range(undefined, undefined, '其他'), num(100)] as const
  it.each([
    [90, 5000],
    [75, 2000],
    [55, 100],
    [[50, 55], 100],
    [[55, 65], undefined],
    [[75, 95], undefined],
  ] as const)('of all other ranks, for a total of %j, is %j', (total, amount) => {
    const table = { ...money, amounts: [rest, ...amounts] }
    const found = reached(table, [standing('a', total), ...others(80, 70, 60)])
    expect(found.amount).toEqual(amount === undefined ? undefined : num(amount))
  })

  it('computed is what the expression gives, when that is known', () => {
    const funding = consequence({ all: true }, { measure: 'funding' })
    const amount = (t: Total) =>
      reached(funding, [standing('a', 1, { amounts: new Map([['x', interval(t)]]) })]).amount
    expect(amount('1250.5')).toEqual(num('1250.5'))
    expect(amount([1, 2])).toBeUndefined()
  })

  it('is not given to a unit that is not reached', () => {
    const found = reached(consequence({ ranks: range([5, true]) }, { amounts }), others(90))
    expect(found).not.toHaveProperty('amount')
  })
})

describe('any assessment', () => {
  const who = fc.constantFrom(
    { top: { share: num('1/5') } },
    { bottom: { number: 2, ties: 'all-in' } },
    { ranks: range([1, true], [2, true]) },
    { line: range([3, undefined]) },
  )
  const totals = fc.array(
    fc.tuple(fc.nat(5), fc.nat(2)).map(([lo, more]) => [lo, lo + more] as const),
    { maxLength: 8 },
  )

  it('concludes the same of each unit in whatever order they come', () => {
    fc.assert(
      fc.property(
        totals,
        who,
        fc.constantFrom('competition', undefined),
        (all, selection, ties) => {
          const whole = scheme({
            ranking: { ...ranking, ties },
            consequences: [consequence(selection)],
          })
          const forward = conclude(whole, others(...all), NO_PAST)
          const backward = conclude(whole, others(...all).toReversed(), NO_PAST)
          expect(backward.toReversed()).toEqual(forward)
        },
      ),
      { numRuns: RUNS },
    )
  })
})
