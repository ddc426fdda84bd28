import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Consequence, Cut, GradeLine, Grading, Met, Override } from '../../src/model/index.ts'
import { conclude } from '../../src/order/conclude.ts'
import { type GradeContext, gradeAll } from '../../src/order/grade.ts'
import type { Outcome } from '../../src/order/standing.ts'
import { RUNS } from '../runs.ts'
import { scheme, someWorlds, standing } from './make.ts'

const NO_PAST = { history: [], lineage: [] }

const seats = (number: number | undefined, refill: boolean | undefined): Cut | undefined =>
  number === undefined ? undefined : ({ number, ties: 'all-in', refill } as Cut)

const gradingOf = (...quotas: (Cut | undefined)[]): Grading =>
  ({
    by: 'quota',
    grades: quotas.map((quota, i) => ({ id: 'abc'[i], name: '甲乙丙'[i], quota })),
  }) as unknown as Grading

const ranking = { peers: 'all', ties: 'competition' } as Outcome['ranking']
const override = (more: Partial<Override>) => ({ id: 'v', name: '重大事故', ...more }) as Override

/** Five units from the best down; those named have the veto, `?` may have it. */
function graded(grading: Grading, veto: Override, held: Readonly<Record<string, Met>>) {
  const standings = ['u1', 'u2', 'u3', 'u4', 'u5'].map((id, i) =>
    standing(id, 90 - i, { overrides: [held[id] ?? 'no'] }),
  )
  return conclude(scheme({ ranking, grading, overrides: [veto] }), standings, NO_PAST)
}

const gradesOf = (found: ReturnType<typeof graded>) => found.map((c) => c.grade ?? '?').join(' ')

describe('递补 of a quota of grades', () => {
  const top = (refill: boolean | undefined) => gradingOf(seats(2, refill), undefined)
  const capped = override({ atMost: 'b' })

  it('passes the place of a unit that is held below to the next', () => {
    const found = graded(top(true), capped, { u1: 'yes' })
    expect(gradesOf(found)).toBe('b a a b b')
    expect(found[2]?.gradeReasons).toEqual(['总分88分，按名额：甲（让出的名额已递补）'])
  })

  it('leaves the place empty where the scheme says so', () => {
    expect(gradesOf(graded(top(false), capped, { u1: 'yes' }))).toBe('b a b b b')
  })

  it('leaves only the unit next in line open where the scheme is silent', () => {
    const found = graded(top(undefined), capped, { u1: 'yes' })
    expect(gradesOf(found)).toBe('b a ? b b')
    expect(found[2]?.gradeReasons).toEqual([
      '总分88分，按名额：甲或乙，待定（让出的名额是否递补，原文没有写明）',
    ])
  })

  it('changes nothing where nobody among the first is held below', () => {
    expect(gradesOf(graded(top(undefined), capped, { u4: 'yes' }))).toBe('a a b b b')
  })

  it('leaves the next in line open while it is not known whether the veto holds', () => {
    expect(gradesOf(graded(top(true), capped, { u1: 'undecided' }))).toBe('? a ? b b')
  })

  it('counts a unit held below among the places of the grade that it may have', () => {
    const grading = gradingOf(seats(1, true), seats(2, true), undefined)
    expect(gradesOf(graded(grading, capped, { u1: 'yes' }))).toBe('b a b c c')
  })

  it('gives no place to a unit that goes down by 降, wherever it lands', () => {
    const grading = gradingOf(seats(1, true), seats(2, true), undefined)
    expect(gradesOf(graded(grading, override({ down: 1 }), { u1: 'yes' }))).toBe('b a b b c')
  })

  it.each<[string, boolean, boolean, Override, string]>([
    ['降, only the lower grade passes on', false, true, override({ down: 1 }), 'b b c c c'],
    ['降, only the better grade passes on', true, false, override({ down: 1 }), 'b a b c c'],
    ['降, neither passes on', false, false, override({ down: 1 }), 'b b c c c'],
    ['不高于, neither passes on', false, false, capped, 'b c c c c'],
    ['不高于, only the better grade passes on', true, false, capped, 'b a c c c'],
  ])('counts each place of a grade once: %s', (_name, better, lower, veto, grades) => {
    const grading = gradingOf(seats(1, better), seats(1, lower), undefined)
    expect(gradesOf(graded(grading, veto, { u1: 'yes' }))).toBe(grades)
  })

  it('fills from the bottom as before, for nobody goes down from the last', () => {
    const grading = gradingOf(undefined, seats(1, true))
    expect(gradesOf(graded(grading, override({ grade: 'b' }), { u1: 'yes' }))).toBe('b a a a b')
  })

  it('passes on by lines and quotas too', () => {
    const lines = { ...top(true), by: 'line-and-quota' } as Grading
    expect(gradesOf(graded(lines, capped, { u1: 'yes' }))).toBe('b a a b b')
  })
})

describe('递补 of the first', () => {
  const honour = (refill: boolean | undefined, more: Partial<Consequence> = {}) =>
    ({
      id: 'x',
      name: '表彰',
      measure: 'commend',
      who: { top: seats(2, refill) },
      ...more,
    }) as Consequence

  function reached(consequence: Consequence, held: Met = 'yes') {
    const barred = override({ ineligible: true })
    const standings = ['u1', 'u2', 'u3'].map((id, i) =>
      standing(id, 90 - i, { overrides: [i === 0 ? held : 'no'] }),
    )
    const whole = scheme({ ranking, overrides: [barred], consequences: [consequence] })
    return conclude(whole, standings, NO_PAST).map((c) => c.consequences[0])
  }

  it('passes the place of a unit that lost 评优 to the next, or not, as the scheme says', () => {
    expect(reached(honour(true)).map((r) => r?.met)).toEqual(['no', 'yes', 'yes'])
    expect(reached(honour(false)).map((r) => r?.met)).toEqual(['no', 'yes', 'no'])
  })

  it('is open for the next in line where the scheme is silent', () => {
    const found = reached(honour(undefined))
    expect(found.map((r) => r?.met)).toEqual(['no', 'yes', 'undecided'])
    expect(found[2]?.reasons.join()).toContain('让出的名额是否递补没有写明')
  })

  it('is open while it is not known who lost 评优', () => {
    expect(reached(honour(true), 'undecided').map((r) => r?.met)).toEqual([
      'undecided',
      'yes',
      'undecided',
    ])
  })

  it('does not concern what is no honour', () => {
    const money = honour(true, { measure: 'money' })
    expect(reached(money).map((r) => r?.met)).toEqual(['yes', 'yes', 'no'])
  })
})

describe('any 递补', () => {
  const anySeats = fc.option(
    fc
      .tuple(
        fc.nat(3),
        fc.constantFrom('all-in', 'all-out', 'meeting', undefined),
        fc.constantFrom(true, false, undefined),
      )
      .map(([number, ties, refill]) => ({ number, ties, refill }) as Cut),
    { nil: undefined },
  )
  // From which grade on a unit may be, and whether that is known.
  const anyHeld = fc.array(fc.tuple(fc.nat(2), fc.boolean(), fc.boolean()), {
    minLength: 9,
    maxLength: 9,
  })

  it('holds the grade of every world that is possible', () => {
    const given = fc.tuple(
      someWorlds,
      fc.tuple(anySeats, anySeats, anySeats),
      anyHeld,
      fc.boolean(),
    )
    fc.assert(
      fc.property(given, ([{ entries, world }, quotas, held, passes]) => {
        const context = (settle: boolean): GradeContext => {
          const grading = gradingOf(...quotas)
          const grades = grading.grades.map((g) => ({
            ...g,
            quota: g.quota && {
              ...g.quota,
              refill: settle ? (g.quota.refill ?? passes) : g.quota.refill,
            },
          })) as readonly GradeLine[]
          return {
            grading: { ...grading, grades },
            peers: 'all',
            inclusion: undefined,
            body: undefined,
          }
        }
        const run = (of: typeof entries, settle: boolean) =>
          gradeAll(
            of.map((entry, i) => {
              const [least, known, holds] = held[i] ?? [0, true, true]
              const lowered = (g: number): Met => {
                if (g >= least) return 'no'
                return known || settle ? (holds ? 'yes' : 'no') : 'undecided'
              }
              const total = { lo: entry.worst[0] as never, hi: entry.best[0] as never }
              return { entry, total, full: undefined, lowered }
            }),
            context(settle),
          )
        const [open, sure] = [run(entries, false), run(world, true)]
        for (const [i, w] of world.entries()) {
          const grades = w.present === 'yes' ? [...(sure[i]?.grades ?? [])] : []
          expect(grades.filter((g) => !open[i]?.grades.has(g))).toEqual([])
        }
      }),
      { numRuns: RUNS },
    )
  })
})
