import { adjustmentIn } from './adjust.ts'
import { concludeConsequences } from './consequence.ts'
import { Decided } from './decision.ts'
import { type EligibilityResult, eligibilityOf } from './eligibility.ts'
import { type Candidate, type GradeResult, gradeAll } from './grade.ts'
import { bestKey, worstKey } from './key.ts'
import {
  type JudgedOverride,
  type OverrideResult,
  applyOverrides,
  loweredFrom,
  lowersGrade,
} from './override.ts'
import type { Entry } from './pool.ts'
import { type RankResult, rankAll } from './rank.ts'
import type { Subject } from './selection.ts'
import { type Conclusion, NOT_RANKED, type Outcome, type Past, type Standing } from './standing.ts'
import { Uses } from './uses.ts'

/** Everything concluded of one unit so far. */
interface Case {
  readonly standing: Standing
  readonly entry: Entry
  readonly eligibility: EligibilityResult
  readonly held: readonly JudgedOverride[]
}

const NOT_GRADED: GradeResult = { grades: new Set(), computed: false, reasons: [], decided: [] }

function heldOf({ overrides, unit }: Standing, scheme: Outcome): readonly JudgedOverride[] {
  return (scheme.overrides ?? []).map((override, i) => {
    const applies = override.assessees?.includes(unit.type ?? '') ?? true
    return { override, met: applies ? (overrides[i] ?? 'undecided') : 'no' }
  })
}

function open(standing: Standing, scheme: Outcome): Case {
  const { unit } = standing
  const eligibility = eligibilityOf(unit, scheme)
  const values = [standing.total, ...standing.breakers]
  const entry: Entry = {
    unit: unit.id,
    type: unit.type ?? '',
    group: unit.group ?? unit.type ?? '',
    present: eligibility.met,
    worst: worstKey(values),
    best: bestKey(values),
  }
  return { standing, entry, eligibility, held: heldOf(standing, scheme) }
}

/** The grades before vetoes, by unit: only kinds of assessee that are graded, and that may take part. */
function grade(
  cases: readonly Case[],
  scheme: Outcome,
  decided: Decided,
): ReadonlyMap<string, GradeResult> {
  const { grading } = scheme
  if (grading === undefined) return new Map()
  const graded = cases.filter(
    (c) => grading.assessees === undefined || grading.assessees.includes(c.entry.type),
  )
  const candidates = graded.map(
    ({ entry, standing, held }): Candidate => ({
      entry,
      total: standing.total,
      full: standing.full,
      lowered: loweredFrom(held, grading),
    }),
  )
  const results = gradeAll(candidates, {
    grading,
    peers: grading.peers ?? scheme.ranking?.peers,
    inclusion: scheme.inclusion,
    body: scheme.parties?.find((p) => p.id === grading.body)?.name,
    decided,
  })
  const taking = graded.flatMap(({ entry }, i) =>
    entry.present === 'no' ? [] : [[entry.unit, results[i] ?? NOT_GRADED] as const],
  )
  return new Map(taking)
}

function settledGrade(c: Case, found: GradeResult, after: OverrideResult): number | undefined {
  const [only, ...others] = after.grades
  if (others.length > 0 || c.entry.present !== 'yes') return undefined
  return found.computed || after.settled ? only : undefined
}

function gradeReasons(c: Case, found: GradeResult, after: OverrideResult, scheme: Outcome) {
  if (scheme.grading === undefined) return after.reasons
  if (c.entry.present === 'no') return ['不参加考核，不评定等次']
  if (found.grades.size === 0) return ['这类考核对象不评定等次', ...after.reasons]
  return [...found.reasons, ...after.reasons]
}

function rankPart(c: Case, rank: RankResult | undefined, scheme: Outcome) {
  const ranked = scheme.ranking !== undefined && c.entry.present !== 'no' ? rank : undefined
  return { rank: ranked?.rank, rankRange: ranked?.range ?? NOT_RANKED }
}

/**
 * What follows from the points: who takes part, ranks, grades, vetoes and downgrades, consequences;
 * in that order, one conclusion a standing, in the order given. Ranks and bases count only units that
 * take part (with 基数: 全部单位 all of them). Without 排名 in the scheme nobody has a rank, though
 * consequences that speak of the first or the last are still judged by the totals.
 * @param standings all units that are assessed together, each id once
 */
export function conclude(
  scheme: Outcome,
  standings: readonly Standing[],
  past: Past,
): readonly Conclusion[] {
  const cases = standings.map((standing) => open(standing, scheme))
  const entries = cases.map((c) => c.entry)
  const ranks = rankAll(entries, scheme.ranking?.peers, scheme.ranking?.ties)
  const decided = new Decided(past, scheme)
  const grades = grade(cases, scheme, decided)
  const judged = cases.map((c) => {
    const found = grades.get(c.entry.unit) ?? NOT_GRADED
    const after = applyOverrides(found.grades, c.held, scheme.grading)
    const computed = settledGrade(c, found, after)
    const graded = c.entry.present === 'yes' && found.grades.size > 0
    const { unit } = c.entry
    const vetoed = c.held.some(lowersGrade)
    const put = adjustmentIn({ unit, settled: computed, graded, vetoed }, decided, scheme)
    const possible = put === undefined ? after.grades : new Set([put.to])
    return { c, found, after, put, possible, settled: put?.to ?? computed }
  })
  const subjects = judged.map(({ c, after, possible, settled }): Subject => {
    const { standing, eligibility } = c
    const rank = ranks.get(c.entry.unit)
    const { cancelled } = after
    return {
      standing,
      eligible: eligibility.met,
      rank,
      grades: possible,
      grade: settled,
      cancelled,
    }
  })
  const consequences = concludeConsequences(subjects, entries, scheme, past, decided)
  const used = new Uses(past, scheme)
  return judged.map(({ c, found, after, put, possible, settled }, i) => ({
    unit: c.entry.unit,
    eligible: c.eligibility.met,
    ineligibility: c.eligibility.reasons,
    ...rankPart(c, ranks.get(c.entry.unit), scheme),
    grade: settled === undefined ? undefined : scheme.grading?.grades[settled]?.id,
    ...(put !== undefined && { adjusted: put.adjusted }),
    gradeOpen: settled === undefined && possible.size > 0,
    gradeReasons: [
      ...gradeReasons(c, found, after, scheme),
      ...(put === undefined ? [] : [put.reason]),
    ],
    vetoes: c.entry.present === 'no' ? [] : after.vetoes,
    consequences: (consequences[i] ?? []).map(({ result }) => result),
    decisions: used.of(c.entry.unit, {
      eligible: c.eligibility.met,
      grading: found,
      adjusted: put?.adjusted,
      followed: consequences[i] ?? [],
    }),
  }))
}
