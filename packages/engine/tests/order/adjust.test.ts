import { describe, expect, it } from 'vitest'
import type { Consequence, Decision, Grading, Override } from '../../src/model/index.ts'
import { conclude } from '../../src/order/conclude.ts'
import { ADJUSTED, adjustmentOf, decidableIn } from '../../src/order/decision.ts'
import type { Outcome } from '../../src/order/standing.ts'
import { num, range, scheme, standing } from './make.ts'

const parties = [{ id: 'secretaries', name: '书记会', role: 'secretary' }] as Outcome['parties']
const line = (least: number) => range([least, true], undefined)
const byLine = {
  by: 'line',
  body: 'secretaries',
  grades: [
    { id: 'good', name: '好', line: line(90) },
    { id: 'fair', name: '较好', line: line(80) },
    { id: 'poor', name: '差', line: line(0) },
  ],
} as unknown as Grading

const adjusting = (of: string, value: string): Decision => {
  const ground = { body: 'secretaries', date: '2024-01-20', reason: '突发事件处置得力' }
  return { unit: of, on: ADJUSTED, value, ...ground }
}

function concluded(
  totals: readonly number[],
  decisions: readonly Decision[],
  more: Partial<Outcome> = {},
  held: readonly ('yes' | 'no')[] = [],
) {
  const standings = totals.map((total, i) => standing(`u${i + 1}`, total, { overrides: held }))
  const past = { history: [], lineage: [], decisions }
  return conclude(scheme({ parties, grading: byLine, ...more }), standings, past)
}

describe('a grade that a meeting adjusts', () => {
  it('stands beside the computed one, with who, when and why', () => {
    const [a, b] = concluded([88, 92], [adjusting('u1', 'good')])
    expect(a).toMatchObject({ grade: 'good', adjusted: { from: 'fair', to: 'good' } })
    expect(a?.gradeReasons.at(-1)).toBe('书记会2024-01-20决定（突发事件处置得力）由较好调整为好')
    expect(a?.gradeReasons).toHaveLength(2)
    expect(a?.decisions).toMatchObject([
      { matter: '等次调整', value: '计算为较好，调整为好', used: true, note: '' },
    ])
    expect(b).toMatchObject({ grade: 'good' })
    expect(b).not.toHaveProperty('adjusted')
  })

  it('is what consequences go by', () => {
    const honour = { id: 'h', name: '表彰', measure: 'commend', who: { grades: ['good'] } }
    const consequences = [honour as unknown as Consequence]
    const met = (decisions: readonly Decision[]) =>
      concluded([88], decisions, { consequences })[0]?.consequences[0]?.met
    expect([met([]), met([adjusting('u1', 'good')])]).toEqual(['no', 'yes'])
  })

  it('gives nobody else a place, and takes none', () => {
    const quota = { number: num(1) }
    const grades = [
      { id: 'good', name: '好', quota },
      { id: 'fair', name: '较好' },
    ]
    const grading = { ...byLine, by: 'quota', grades } as unknown as Grading
    const found = concluded([95, 90, 85], [adjusting('u1', 'fair')], { grading })
    expect(found.map(({ grade }) => grade)).toEqual(['fair', 'fair', 'fair'])
  })

  it('does not raise what a veto lowered, and may lower it more', () => {
    const veto = { id: 'v', name: '重大事故', atMost: 'fair' } as Override
    const after = (value: string) =>
      concluded([95], [adjusting('u1', value)], { overrides: [veto] }, ['yes'])[0]
    expect(after('good')).toMatchObject({
      grade: 'fair',
      decisions: [{ used: false, note: '有否决降等的情形，等次不能调高' }],
    })
    expect(after('poor')).toMatchObject({ grade: 'poor', adjusted: { from: 'fair', to: 'poor' } })
  })

  it('is not of a kind that is not graded', () => {
    const grading = { ...byLine, assessees: ['other'] } as Grading
    const [a] = concluded([88], [adjusting('u1', 'good')], { grading })
    expect(a).toMatchObject({ grade: undefined, decisions: [{ used: false }] })
  })
})

describe('what a meeting may adjust', () => {
  it.each([
    ['line', true],
    ['quota', true],
    ['line-and-quota', true],
    ['meeting', false],
    [undefined, false],
  ])('where grades are set by %s: %s', (by, may) => {
    const outcome = scheme({ grading: { ...byLine, by } as Grading })
    expect(adjustmentOf(outcome) !== undefined).toBe(may)
    expect(decidableIn(outcome).some(({ on }) => on === ADJUSTED)).toBe(may)
  })
})
