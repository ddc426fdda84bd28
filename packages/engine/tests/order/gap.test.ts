import { describe, expect, it } from 'vitest'
import type { GradeLine, Grading } from '../../src/model/index.ts'
import { type GradeContext, gradeAll } from '../../src/order/grade.ts'
import { type Total, entry, interval, range } from './make.ts'

const grade = (id: string, more: Partial<GradeLine> = {}): GradeLine => ({
  id,
  name: id,
  line: undefined,
  ratio: undefined,
  quota: undefined,
  ...more,
})

const one = {
  number: 1,
  share: undefined,
  rounding: undefined,
  ties: 'all-out',
  base: undefined,
  refill: undefined,
} as const

const gapped = [
  grade('优', { line: range([90, true], [100, true]), quota: one }),
  grade('良', { line: range([80, true], [89, true]) }),
  grade('差', { line: range(undefined, [80, false]) }),
]

function context(grades: readonly GradeLine[]): GradeContext {
  const grading = { by: 'line-and-quota', grades } as unknown as Grading
  return { grading, peers: 'all', inclusion: undefined, body: undefined }
}

const results = (totals: readonly Total[], grades: readonly GradeLine[]) =>
  gradeAll(
    totals.map((t, i) => ({ entry: entry(`u${i}`, [t]), total: interval(t), full: undefined })),
    context(grades),
  )

/** The possible grades of each total, by name. */
const graded = (totals: readonly Total[], grades: readonly GradeLine[]): string[] =>
  results(totals, grades).map((found) =>
    [...found.grades].map((g) => grades[g]?.id ?? '无').join('/'),
  )

describe('a gap between grade lines beside quotas', () => {
  it('a total in it may be of either; whom the quota leaves out falls to the next', () => {
    expect(graded([95, 91, '89.5', 85], gapped)).toEqual(['优', '良', '良', '良'])
    expect(graded(['89.5', 85, 70], gapped)).toEqual(['优/良', '良', '差'])
  })

  it('says so', () => {
    expect(results(['89.5'], gapped)[0]?.reasons).toEqual([
      '总分89.5分，分数线在这里有空档：优或良，待定',
    ])
  })

  it('其他 is what no line holds', () => {
    const rest = range(undefined, undefined, '其他')
    const withOthers = [...gapped.slice(0, 2), grade('差', { line: rest })]
    expect(graded([95, 91, '89.5'], withOthers)).toEqual(['优', '良', '差'])
  })
})
