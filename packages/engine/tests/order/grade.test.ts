import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GradeLine, Grading, Range } from '../../src/model/index.ts'
import { compare, int } from '../../src/number/index.ts'
import { type GradeContext, gradeAll } from '../../src/order/grade.ts'
import { RUNS } from '../runs.ts'
import {
  type Total,
  entry,
  interval,
  isAhead,
  num,
  range,
  someEntries,
  someWorlds,
} from './make.ts'
import type { Entry } from '../../src/order/pool.ts'

const quota = (
  number: number | undefined,
  share?: string,
  ties?: 'all-in' | 'all-out' | 'meeting',
) => ({
  number,
  share: share === undefined ? undefined : num(share),
  rounding: undefined,
  ties,
  base: undefined,
  refill: undefined,
})

const grade = (id: string, more: Partial<GradeLine> = {}): GradeLine => ({
  id,
  name: id,
  line: undefined,
  ratio: undefined,
  quota: undefined,
  ...more,
})

function context(
  by: Grading['by'],
  grades: readonly GradeLine[],
  more: Partial<GradeContext> = {},
): GradeContext {
  const grading = {
    by,
    grades,
    body: undefined,
    peers: undefined,
    assessees: undefined,
    clause: undefined,
  }
  return { grading, peers: 'all', inclusion: undefined, body: undefined, ...more }
}

/** The possible grades of each total, by name; `无` for none. */
function graded(totals: readonly Total[], c: GradeContext): string[] {
  const candidates = totals.map((t, i) => ({
    entry: entry(`u${i}`, [t]),
    total: interval(t),
    full: int(200),
  }))
  return gradeAll(candidates, c).map(({ grades }) =>
    [...grades]
      .toSorted((a, b) => a - b)
      .map((g) => c.grading.grades[g]?.id ?? '无')
      .join('/'),
  )
}

const one = (total: Total, lines: readonly (Range | undefined)[], more?: Partial<GradeContext>) =>
  graded(
    [total],
    context(
      'line',
      lines.map((line, i) => grade('优良中差'[i] ?? '', { line })),
      more,
    ),
  )[0]

const clean = [
  range([90, true]),
  range([80, true], [90, false]),
  range([60, true], [80, false]),
  range(undefined, [60, false]),
]
const whole = [
  range([90, true], [100, true]),
  range([80, true], [89, true]),
  range([60, true], [79, true]),
  range(undefined, [59, true]),
]
const twice = [
  range([90, true], [100, true]),
  range([80, true], [90, true]),
  range([60, true], [80, true]),
]
const ladder = [range([90, true]), range([80, true]), range([60, true])]
const falling = [
  undefined,
  range(undefined, [80, false]),
  range(undefined, [70, false]),
  range(undefined, [60, false]),
]
const rest = range(undefined, undefined, '其他')
const withRest = [range([90, true]), range([80, true]), rest]
const restFirst = [rest, range([60, true], [80, false]), range(undefined, [60, false])]
const unsaidRest = [range([90, undefined]), rest]
const unsaid = [
  range([90, undefined]),
  range([60, undefined], [90, undefined]),
  range(undefined, [60, undefined]),
]

describe('by line', () => {
  it.each([
    [90, clean, '优'],
    ['89.999', clean, '良'],
    [60, clean, '中'],
    [-5, clean, '差'],
    ['89.5', whole, '优/良'],
    ['59.5', whole, '中/差'],
    [89, whole, '良'],
    [105, whole, '优/无'],
    [90, twice, '优/良'],
    ['90.1', twice, '优'],
    [80, twice, '良/中'],
    [50, twice, '无'],
    [95, ladder, '优'],
    [85, ladder, '良'],
    [60, ladder, '中'],
    [59, ladder, '无'],
    [50, falling, '差'],
    [65, falling, '中'],
    [75, falling, '良'],
    [95, withRest, '优'],
    [80, withRest, '良'],
    ['79.99', withRest, '中'],
    [[75, 85], withRest, '良/中'],
    [90, restFirst, '优'],
    [79, restFirst, '良'],
    [90, unsaidRest, '优/良'],
    [91, unsaidRest, '优'],
    [89, unsaidRest, '良'],
    [90, unsaid, '优/良'],
    [91, unsaid, '优'],
  ] as const)('%s', (total, lines, expected) => {
    expect(one(total, lines)).toBe(expected)
  })

  it('gives a grade without a line to those below all lines', () => {
    expect(one(50, [range([90, true]), range([60, true]), undefined])).toBe('中')
  })

  it('reads 以上, 以下 as the scheme says', () => {
    expect(one(90, unsaid, { inclusion: 'inclusive' })).toBe('优/良')
    expect(one(90, unsaid, { inclusion: 'above-only' })).toBe('优')
    expect(one(60, unsaid, { inclusion: 'above-only' })).toBe('良')
    expect(one(90, unsaid, { inclusion: 'exclusive' })).toBe('优/良')
  })

  it('gives every grade that a range of totals passes', () => {
    expect(one([85, 92], clean)).toBe('优/良')
    expect(one([90, null], clean)).toBe('优')
    expect(one([null, null], clean)).toBe('优/良/中/差')
    expect(one([80, 89], clean)).toBe('良')
    expect(one([88, 90], whole)).toBe('优/良')
  })

  it('takes 得分率 of the full score', () => {
    const lines = [
      grade('优', { ratio: range(['9/10', true]) }),
      grade('差', { ratio: range(undefined, ['9/10', false]) }),
    ]
    expect(graded([180, '179.9'], context('line', lines))).toEqual(['优', '差'])
    const unknown = [{ entry: entry('u', [180]), total: interval(180), full: undefined }]
    expect(gradeAll(unknown, context('line', lines))[0]?.grades.size).toBe(3)
  })

  it('says the line, a gap, and what is open', () => {
    const say = (total: Total, lines: readonly Range[]) =>
      gradeAll(
        [{ entry: entry('u', [total]), total: interval(total), full: undefined }],
        context(
          'line',
          lines.map((line, i) => grade('优良中差'[i] ?? '', { line })),
        ),
      )[0]?.reasons
    const named = [
      range([90, true], undefined, '90分及以上'),
      range(undefined, [89, true], '89分及以下'),
    ]
    expect(say(92, named)).toEqual(['总分92分，优为90分及以上'])
    expect(say('89.5', named)).toEqual(['总分89.5分，分数线在这里有空档或重叠：优或良，待定'])
    expect(say([80, 95], named)).toEqual(['总分在80至95分之间，按分数线：优或良，待定'])
  })
})

describe('by quota', () => {
  const prizes = [grade('一', { quota: quota(1) }), grade('二', { quota: quota(2) })]

  it('fills from the best down, and leaves those beyond without', () => {
    expect(graded([90, 80, 70, 60], context('quota', prizes))).toEqual(['一', '二', '二', '无'])
  })

  it('gives the rest to the last grade without a quota', () => {
    expect(graded([90, 80, 70], context('quota', [...prizes.slice(0, 1), grade('三')]))).toEqual([
      '一',
      '三',
      '三',
    ])
  })

  it('fills quotas after such a grade from the bottom', () => {
    const grades = [grade('优', { quota: quota(1) }), grade('良'), grade('差', { quota: quota(1) })]
    expect(graded([9, 8, 7, 6], context('quota', grades))).toEqual(['优', '良', '良', '差'])
    expect(graded([9], context('quota', grades))).toEqual(['优/差'])
  })

  it('gives what rounding leaves of a whole to the last', () => {
    const grades = [
      grade('优', { quota: { ...quota(undefined, '1/5'), rounding: 'down' } }),
      grade('良', { quota: { ...quota(undefined, '4/5'), rounding: 'down' } }),
    ]
    expect(graded([4, 3, 2, 1], context('quota', grades))).toEqual(['良', '良', '良', '良'])
  })

  it('leaves those undecided whom a silent rounding may reach', () => {
    const grades = [grade('优', { quota: quota(undefined, '1/5') }), grade('良')]
    expect(graded([4, 3, 2], context('quota', grades))).toEqual(['优/良', '良', '良'])
  })

  it.each([
    ['all-in', ['一', '一', '二', '无']],
    ['all-out', ['二', '二', '无', '无']],
    ['meeting', ['一/二/无', '一/二/无', '二/无', '无']],
    [undefined, ['一/二/无', '一/二/无', '二/无', '无']],
  ] as const)('with a tie on a cut: %s', (ties, expected) => {
    const [first, second] = [
      grade('一', { quota: quota(1, undefined, ties) }),
      grade('二', { quota: quota(1, undefined, ties === 'all-out' ? 'all-in' : ties) }),
    ]
    expect(graded([9, 9, 8, 7], context('quota', [first, second]))).toEqual(expected)
  })
})

describe('by line and quota', () => {
  const stars = [
    grade('五', { line: range([90, true]), quota: quota(1) }),
    grade('四', { line: range([80, true], [90, false]), quota: quota(2) }),
    grade('三', { line: range([60, true], [80, false]) }),
  ]

  it('needs both; those beyond a quota fall to the next grade', () => {
    expect(graded([95, 92, 85, 84, 50], context('line-and-quota', stars))).toEqual([
      '五',
      '四',
      '四',
      '三',
      '无',
    ])
  })

  it('leaves a quota empty rather than lower its line', () => {
    expect(graded([85, 84, 83], context('line-and-quota', stars))).toEqual(['四', '四', '三'])
    expect(graded([70], context('line-and-quota', stars))).toEqual(['三'])
  })

  it('is undecided where a total may reach the line or not', () => {
    expect(graded([[88, 93], 50], context('line-and-quota', stars))).toEqual(['五/四', '无'])
  })
})

describe('not computed', () => {
  it.each([
    ['meeting', '等次由会议评定（书记会），不由得分算出'],
    [undefined, '等次怎样评定，原文没有写明'],
  ] as const)('%s', (by, reason) => {
    const c = context(by, [grade('好'), grade('差')], { body: '书记会' })
    const found = gradeAll([{ entry: entry('u', [1]), total: interval(1), full: undefined }], c)
    expect(found[0]?.computed).toBe(false)
    expect(found[0]?.reasons).toEqual([reason])
  })
})

const anyTies = fc.constantFrom('all-in', 'all-out', 'meeting', undefined)
const anyQuota = fc.option(fc.tuple(fc.nat(3), anyTies), { nil: undefined })
const anyGrades = fc
  .tuple(
    anyQuota,
    anyQuota,
    anyQuota,
    fc.constantFrom<Grading['by'][]>('line', 'quota', 'line-and-quota'),
  )
  .map(([a, b, c, by]) => {
    const lines = [range([6, true]), range([4, true], [6, false]), range(undefined, [4, false])]
    const grades = [a, b, c].map((q, i) =>
      grade('甲乙丙'[i] ?? '', { line: lines[i], quota: q && quota(q[0], undefined, q[1]) }),
    )
    return context(by, grades)
  })

const candidates = (entries: readonly Entry[]) =>
  entries.map((e) => ({
    entry: e,
    total: { lo: e.worst[0] as never, hi: e.best[0] as never },
    full: undefined,
  }))

describe('any grading', () => {
  it('holds the grade of every world that is possible', () => {
    fc.assert(
      fc.property(someWorlds, anyGrades, ({ entries, world }, c) => {
        const [open, known] = [gradeAll(candidates(entries), c), gradeAll(candidates(world), c)]
        for (const [i, w] of world.entries()) {
          const sure = w.present === 'yes' ? [...(known[i]?.grades ?? [])] : []
          expect(sure.filter((g) => !open[i]?.grades.has(g))).toEqual([])
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('never gives a better grade to a lower total', () => {
    fc.assert(
      fc.property(someEntries(true), anyGrades, (all, c) => {
        const entries = all.filter((e) => e.present === 'yes')
        const found = gradeAll(candidates(entries), c).map((r) => Math.min(...r.grades))
        for (const [i, a] of entries.entries()) {
          const lower = entries.flatMap((b, j) =>
            compare(b.worst[0] as never, a.worst[0] as never) < 0 ? [found[j] as number] : [],
          )
          expect(Math.min(Infinity, ...lower)).toBeGreaterThanOrEqual(found[i] as number)
        }
      }),
      { numRuns: RUNS },
    )
  })

  // The other way of saying it: from the best grade down, call units up one level of totals at a time.
  function called(entries: readonly Entry[], c: GradeContext, withLines: boolean): number[] {
    const left = new Set(entries)
    const found = new Map<Entry, number>()
    for (const [g, { line, quota: cut }] of c.grading.grades.entries()) {
      const floor = withLines ? line?.from?.at.value : undefined
      let places = cut?.number ?? entries.length
      for (;;) {
        const passing = [...left].filter((e) => !floor || compare(e.worst[0] as never, floor) >= 0)
        const front = passing.filter((e) => !passing.some((o) => isAhead(o, e)))
        const fits = front.length <= places || (cut?.ties === 'all-in' && places > 0)
        if (front.length === 0 || !fits) break
        places -= front.length
        for (const e of front) {
          found.set(e, g)
          left.delete(e)
        }
      }
    }
    return entries.map((e) => found.get(e) ?? c.grading.grades.length)
  }

  it('is what calling up from the best gives, when all is known and declared', () => {
    const ties = fc.constantFrom('all-in' as const, 'all-out' as const)
    const cuts = fc.array(fc.tuple(fc.nat(3), ties), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(someEntries(true), cuts, fc.boolean(), (all, numbers, withLines) => {
        const entries = all.filter((e) => e.present === 'yes')
        const lines = [range([5, true]), range([3, true], [5, false]), range(undefined, [3, false])]
        const grades = numbers.map(([n, t], i) =>
          grade('甲乙丙'[i] ?? '', { line: lines[i], quota: quota(n, undefined, t) }),
        )
        const c = context(withLines ? 'line-and-quota' : 'quota', grades)
        const found = gradeAll(candidates(entries), c).map((r) => [...r.grades])
        expect(found).toEqual(called(entries, c, withLines).map((g) => [g]))
      }),
      { numRuns: RUNS },
    )
  })

  it('keeps every quota that does not let ties in', () => {
    fc.assert(
      fc.property(someEntries(true), fc.nat(3), fc.nat(3), (all, a, b) => {
        const entries = all.filter((e) => e.present === 'yes')
        const grades = [
          grade('甲', { quota: quota(a, undefined, 'all-out') }),
          grade('乙', { quota: quota(b, undefined, 'all-out') }),
        ]
        const found = gradeAll(candidates(entries), context('quota', grades))
        const count = (g: number) => found.filter((r) => r.grades.has(g)).length
        expect(count(0)).toBeLessThanOrEqual(a)
        expect(count(1)).toBeLessThanOrEqual(b)
        expect(found.every((r) => r.grades.size === 1)).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })
})
