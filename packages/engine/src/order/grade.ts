import { sayRange } from '../kinds/parts/say-range.ts'
import type { GradeLine } from '../model/index.ts'
import { exactly } from '../number/index.ts'
import { type Decided, GRADE, gradeTie } from './decision.ts'
import { type Grades, gradesByLine, inGap } from './line.ts'
import { sayPointsRange, sayTotal } from './say.ts'
import { type Candidate, type Found, type QuotaContext, Quotas } from './seats.ts'
import { type Seated, sayWithheld } from './withheld.ts'

export type { Candidate } from './seats.ts'

/**
 * The grades that the score alone may give, as positions in the list, its length standing for none;
 * `computed` is false when the scheme leaves the grade to a meeting or does not say how to set it.
 */
export interface GradeResult {
  readonly grades: Grades
  readonly computed: boolean
  readonly reasons: readonly string[]
  /** What decisions of people were on that made a difference. */
  readonly decided: readonly string[]
}

export interface GradeContext extends QuotaContext {
  /** The name of the body that decides. */
  readonly body: string | undefined
  /** What people decided. */
  readonly decided?: Decided
}

const nameOf = (grades: readonly GradeLine[], g: number): string => grades[g]?.name ?? '不评等次'

function sayGrades(found: Grades, grades: readonly GradeLine[]): string {
  const names = [...found].toSorted((a, b) => a - b).map((g) => nameOf(grades, g))
  return names.length === 1 ? `${names[0]}` : `${names.join('或')}，待定`
}

function sayLine(c: Candidate, found: Grades, { grading }: GradeContext): string {
  const [g, ...others] = found
  const line = g === undefined ? undefined : grading.grades[g]
  const text = line?.line
    ? sayPointsRange(line.line)
    : line?.ratio && `满分的${sayRange(line.ratio)}`
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
    return { grades: found, computed: true, reasons: [sayLine(c, found, context)], decided: [] }
  })
}

const same = (a: Grades, b: Grades): boolean => a.size === b.size && [...a].every((g) => b.has(g))

// What 递补 makes of a grade is told where it makes anything: that it is open, or that a place was passed on.
function sayRefill(unit: string, all: readonly Found[], kept: Found | undefined): string {
  const [first, ...others] = all.map((found) => found.get(unit) ?? new Set<number>())
  if (first === undefined) return ''
  if (others.some((other) => !same(first, other))) return '（让出的名额是否递补，原文没有写明）'
  const before = kept?.get(unit)
  const moved = before !== undefined && first.size === 1 && !same(first, before)
  return moved ? '（让出的名额已递补）' : ''
}

function byQuota(candidates: readonly Candidate[], context: GradeContext): GradeResult[] {
  const { grading, decided } = context
  const quotas = new Quotas(candidates, context)
  const ways = quotas.ways()
  const seen = new Map<string, Seated[]>()
  // Where places may pass on or not, that alone is told.
  const see = (at: Seated) => {
    const { unit } = at.seat.entry
    seen.set(unit, [...(seen.get(unit) ?? []), at])
  }
  const all = ways.map((way) => quotas.take(way, ways.length === 1 ? see : undefined))
  const refilled = ways.some((way) => [...way.values()].includes(true))
  const kept = refilled ? quotas.take(new Map()) : undefined
  const ties = grading.grades.map(gradeTie).filter((on) => decided?.orders(on) !== undefined)
  const undecided = ties.length === 0 ? undefined : quotas.undecided(ways)
  const how = grading.by === 'quota' ? '按名额' : '按分数线和名额'
  return candidates.map(({ entry: { unit }, total, full }) => {
    const grades = new Set(all.flatMap((found) => [...(found.get(unit) ?? [])]))
    const before = undecided?.get(unit)
    const changed = before !== undefined && !same(before, grades)
    const used = changed ? ties.flatMap((on) => decided?.of(on, unit) ?? []) : []
    const names = sayGrades(grades, grading.grades)
    const open = grading.by === 'line-and-quota' && grades.size > 1
    const gap = open && inGap(grading.grades, total, full, context.inclusion)
    const by = gap ? '分数线在这里有空档' : how
    const reason = `${sayTotal(total)}，${by}：${names}${sayRefill(unit, all, kept)}`
    const said = used.map((d) => `${decided?.say(d)}同分先后第${d.value}`)
    const why = gap ? [] : sayWithheld(seen.get(unit) ?? [])
    const reasons = [reason, ...why, ...said]
    return { grades, computed: true, reasons, decided: used.map((d) => d.on) }
  })
}

function unsaid(grades: Grades): GradeResult {
  return { grades, computed: false, reasons: ['等次怎样评定，原文没有写明'], decided: [] }
}

function byMeeting(candidates: readonly Candidate[], context: GradeContext): GradeResult[] {
  const { grading, body, decided } = context
  const who = `等次由会议评定${body === undefined ? '' : `（${body}）`}，不由得分算出`
  const all = new Set(grading.grades.keys())
  return candidates.map(({ entry }) => {
    const decision = decided?.of(GRADE, entry.unit)
    if (decision === undefined) return { grades: all, computed: false, reasons: [who], decided: [] }
    const at = grading.grades.findIndex((g) => g.id === decision.value)
    const reason = `${decided?.say(decision)}评为${nameOf(grading.grades, at)}`
    return { grades: new Set([at]), computed: true, reasons: [reason], decided: [GRADE] }
  })
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
    case 'meeting':
      return byMeeting(candidates, context)
    default:
      return candidates.map(() => unsaid(new Set(context.grading.grades.keys())))
  }
}
