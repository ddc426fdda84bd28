import type { Grading, GradeLine } from '../model/index.ts'
import { type Interval, type Rational, exactly } from '../number/index.ts'
import { type Grades, gradesByLine, reachesLine } from './line.ts'
import { metWhen } from './met.ts'
import { type Peers, arrangements } from './peers.ts'
import type { Entry, Pool } from './pool.ts'
import { gradesByLineAndQuota, gradesByQuota } from './quota.ts'
import type { Inclusion } from './range.ts'
import { sayTotal } from './say.ts'

/**
 * The grades that the score alone may give, as positions in the list, its length standing for none;
 * `computed` is false when the scheme leaves the grade to a meeting or does not say how to set it.
 */
export interface GradeResult {
  readonly grades: Grades
  readonly computed: boolean
  readonly reasons: readonly string[]
}

/** An entry with what lines look at. */
export interface Candidate {
  readonly entry: Entry
  readonly total: Interval
  readonly full: Rational | undefined
}

export interface GradeContext {
  readonly grading: Grading
  /** Within which peers quotas are counted, when the scheme says it. */
  readonly peers: Peers | undefined
  readonly inclusion: Inclusion
  /** The name of the body that decides. */
  readonly body: string | undefined
}

const nameOf = (grades: readonly GradeLine[], g: number): string => grades[g]?.name ?? '不评等次'

function sayGrades(found: Grades, grades: readonly GradeLine[]): string {
  const names = [...found].toSorted((a, b) => a - b).map((g) => nameOf(grades, g))
  return names.length === 1 ? `${names[0]}` : `${names.join('或')}，待定`
}

function sayLine(c: Candidate, found: Grades, { grading }: GradeContext): string {
  const [g, ...others] = found
  const line = g === undefined ? undefined : grading.grades[g]
  const text = line?.line?.text ?? (line?.ratio && `满分的${line.ratio.text}`)
  const total = sayTotal(c.total)
  if (others.length === 0 && text !== undefined) return `${total}，${line?.name}为${text}`
  const names = sayGrades(found, grading.grades)
  const why =
    others.length > 0 && exactly(c.total) !== undefined ? '分数线在这里有空档或重叠' : '按分数线'
  return `${total}，${why}：${names}`
}

function byLine(candidates: readonly Candidate[], context: GradeContext) {
  return candidates.map((c): GradeResult => {
    const { grades } = context.grading
    const found = gradesByLine(grades, c.total, c.full, context.inclusion)
    return { grades: found, computed: true, reasons: [sayLine(c, found, context)] }
  })
}

function inPool(pool: Pool, candidates: ReadonlyMap<string, Candidate>, context: GradeContext) {
  const { grading, inclusion } = context
  if (grading.by === 'quota') return gradesByQuota(pool, grading.grades)
  return gradesByLineAndQuota(pool, grading.grades, (entry, g) => {
    const c = candidates.get(entry.unit)
    const line = grading.grades[g]
    if (c === undefined || line === undefined) return 'undecided'
    const { surely, possibly } = reachesLine(line, c.total, c.full, inclusion)
    return metWhen(surely, possibly)
  })
}

function byQuota(candidates: readonly Candidate[], context: GradeContext): GradeResult[] {
  const known = new Map(candidates.map((c) => [c.entry.unit, c]))
  const found = new Map<string, Set<number>>()
  const entries = candidates.map((c) => c.entry)
  for (const { pools } of arrangements(entries, context.peers)) {
    for (const pool of pools) {
      for (const [unit, grades] of inPool(pool, known, context)) {
        found.set(unit, new Set([...(found.get(unit) ?? []), ...grades]))
      }
    }
  }
  const how = context.grading.by === 'quota' ? '按名额' : '按分数线和名额'
  return candidates.map(({ entry, total }) => {
    const grades = found.get(entry.unit) ?? new Set<number>()
    const names = sayGrades(grades, context.grading.grades)
    return { grades, computed: true, reasons: [`${sayTotal(total)}，${how}：${names}`] }
  })
}

function notComputed(candidates: readonly Candidate[], context: GradeContext): GradeResult[] {
  const { grading, body } = context
  const reason =
    grading.by === 'meeting'
      ? `等次由会议评定${body === undefined ? '' : `（${body}）`}，不由得分算出`
      : '等次怎样评定，原文没有写明'
  const grades = new Set(grading.grades.keys())
  return candidates.map(() => ({ grades, computed: false, reasons: [reason] }))
}

/** The grades that the score alone may give to each of the candidates, in their order. */
export function gradeAll(
  candidates: readonly Candidate[],
  context: GradeContext,
): readonly GradeResult[] {
  switch (context.grading.by) {
    case 'line':
      return byLine(candidates, context)
    case 'quota':
    case 'line-and-quota':
      return byQuota(candidates, context)
    default:
      return notComputed(candidates, context)
  }
}
