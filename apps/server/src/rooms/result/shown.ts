import type { Matter, Outcome, Resolution, Result, Snapshot } from '@kaohe/contract'
import { nameIn } from './names.ts'
import {
  ADJUSTED,
  decidableIn,
  type Evaluation,
  formatRational,
  int,
  type Interval,
  type Missing,
  multiply,
  type Program,
  type Rational,
  type UnitResult,
} from '@kaohe/engine'
import type { Content, StoredResolution, StoredSnapshot } from '@kaohe/storage'
import { saySurveyFully } from './surveyed.ts'

const text = (value: Rational | null | undefined): string | null =>
  value === null || value === undefined ? null : formatRational(value)

/** Points known exactly, or between what they lie. */
export function shownPoints(points: Rational | undefined, range: Interval | undefined) {
  return { points: text(points), least: text(range?.lo), most: text(range?.hi) }
}

const HUNDRED = int(100)

// What a meeting compares: the sources, where there are several, or else the categories.
function partsOf({ scheme }: Program) {
  const sources = scheme.sources ?? []
  const [kind, all] =
    sources.length > 1
      ? (['source', sources] as const)
      : (['category', scheme.categories ?? []] as const)
  return all.map(({ id, name, weight }) => ({
    kind,
    id,
    name,
    weight: weight === undefined ? null : `${formatRational(multiply(weight, HUNDRED))}%`,
  }))
}

function partPoints(result: UnitResult, program: Program): Outcome['parts'] {
  return partsOf(program).map(({ id, kind }) => {
    const part = result.parts.find((one) => one.id === id && one.kind === kind)
    return part?.applies === true ? shownPoints(part.points, part.range) : null
  })
}

/** One unit as a row of the result. */
export function shownOutcome(result: UnitResult, program: Program): Outcome {
  const { scheme } = program
  return {
    unit: result.unit,
    name: result.name,
    type: nameIn(scheme.assessees, result.type),
    group: result.group === result.type ? '' : result.group,
    ...shownPoints(result.total, result.range),
    eligible: result.eligible,
    why: [...result.ineligibility],
    rank: result.rank ?? null,
    ranks: [...result.rankRange],
    grade: result.grade ?? null,
    adjusted: result.adjusted === undefined ? null : { from: result.adjusted.from },
    gradeOpen: result.gradeOpen,
    gradeReasons: [...result.gradeReasons],
    vetoes: result.vetoes.map((id) => nameIn(scheme.overrides, id)),
    missing: result.missing.length,
    questions: result.questions.length,
    parts: partPoints(result, program),
  }
}

interface Named {
  readonly id: string
  readonly name: string
}

const WHAT: Readonly<Record<Missing['what'], string>> = {
  fact: '数据',
  event: '事件',
  mark: '打分',
  previous: '上年数据',
  peers: '可比的单位',
  attribute: '单位属性',
}

function nameOf({ what, id }: Missing, { scheme }: Program): string {
  const declared: readonly (readonly Named[])[] = [
    scheme.facts ?? [],
    scheme.events ?? [],
    scheme.items,
    scheme.attributes ?? [],
  ]
  const [first = id] = id.split('.')
  return `${WHAT[what]}：${nameIn(declared.flat(), first)}`
}

const MISSING_SHOWN = 50

function missingIn(results: readonly UnitResult[], program: Program): Result['missing'] {
  const counts = new Map<string, number>()
  for (const { missing } of results)
    for (const name of new Set(missing.map((one) => nameOf(one, program))))
      counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .map(([what, units]) => ({ what, units }))
    .toSorted((a, b) => b.units - a.units || a.what.localeCompare(b.what, 'zh'))
    .slice(0, MISSING_SHOWN)
}

/** By rank where it is known, those without one after them; alike by name. */
export const byRank = (a: UnitResult, b: UnitResult): number =>
  (a.rank ?? Infinity) - (b.rank ?? Infinity) || a.name.localeCompare(b.name, 'zh')

/** A whole result for the page: units, what is missing, grades. */
export function shownResult(
  title: string,
  program: Program,
  evaluation: Evaluation,
  { surveys = [] }: Pick<Content, 'surveys'>,
): Result {
  const results = evaluation.results()
  const grades = program.scheme.grading?.grades ?? []
  return {
    title,
    parts: partsOf(program).map(({ id, name, weight }) => ({ id, name, weight })),
    grades: grades.map(({ id, name }) => ({ id, name })),
    units: results.toSorted(byRank).map((one) => shownOutcome(one, program)),
    missing: missingIn(results, program),
    settled: results.filter(({ total }) => total !== undefined).length,
    surveys: surveys.map((one) => saySurveyFully(one)),
  }
}

export function shownSnapshot(one: StoredSnapshot): Snapshot {
  const { id, name, digest, at, replaces, because, version } = one
  const ratified =
    one.ratified_body === null || one.ratified_on === null
      ? null
      : {
          body: one.ratified_body,
          on: one.ratified_on,
          number: one.ratified_number,
          minutes: one.ratified_minutes,
        }
  return { id, name, digest, at, ratified, replaces, because, version }
}

export function shownMatters({ scheme }: Program): Matter[] {
  return decidableIn(scheme).map(({ on, name, asks, body }) => ({
    on,
    name,
    asks,
    body: body === undefined ? null : nameIn(scheme.parties, body),
  }))
}

function sayValue({ value, matter }: StoredResolution, { scheme }: Program): string {
  if (value === null) return '撤回'
  if (typeof value === 'boolean') return value ? '给予' : '不给'
  if (typeof value === 'number') return `先后第 ${value}`
  const isGrade = matter === 'grade' || matter === ADJUSTED
  return isGrade ? nameIn(scheme.grading?.grades, value) : value
}

export function shownResolution(one: StoredResolution, program: Program): Resolution {
  const matter = decidableIn(program.scheme).find(({ on }) => on === one.matter)
  const { votes_for: yes, votes_against: against, abstained } = one
  return {
    id: one.id,
    unit: one.unit,
    matter: one.matter,
    matterName: matter?.name ?? one.matter,
    said: sayValue(one, program),
    body: nameIn(program.scheme.parties, one.body),
    decidedOn: one.decided_on,
    number: one.number,
    mover: one.mover,
    reason: one.reason,
    votes:
      yes === null || against === null || abstained === null
        ? null
        : { for: yes, against, abstained },
    at: one.at,
  }
}
