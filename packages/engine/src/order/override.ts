import type { Grading, Met, Override } from '../model/index.ts'
import { formatRational } from '../number/index.ts'
import { agreed, either } from './met.ts'
import type { Grades } from './line.ts'

/** A veto or downgrade that holds for a unit, or may hold. */
export interface JudgedOverride {
  readonly override: Override
  readonly met: Met
}

/** What overrides make of the grades that a unit may have, and of its place in honours. */
export interface OverrideResult {
  readonly grades: Grades
  /** Whether an override that surely holds fixed the grade by itself, whatever the score. */
  readonly settled: boolean
  /** 取消评优. */
  readonly cancelled: Met
  /** Ids of those that surely hold. */
  readonly vetoes: readonly string[]
  readonly reasons: readonly string[]
}

/** Effects so far: grades to go down, the best grade allowed, the grade fixed. */
interface Effect {
  readonly down: number
  readonly atBest: number
  readonly fixed: number | undefined
}

/** The position of a grade in the list. */
type Position = (id: string) => number

const NO_EFFECT: Effect = { down: 0, atBest: 0, fixed: undefined }

function add(effect: Effect, override: Override, position: Position): Effect {
  const fixed = override.grade === undefined ? undefined : position(override.grade)
  return {
    down: effect.down + (override.down ?? 0),
    atBest: Math.max(effect.atBest, override.atMost === undefined ? 0 : position(override.atMost)),
    fixed: fixed === undefined ? effect.fixed : Math.max(effect.fixed ?? 0, fixed),
  }
}

// Every way in which undecided overrides may or may not hold; equal effects are one.
function effects(found: readonly JudgedOverride[], position: Position): Effect[] {
  let all = new Map([['', NO_EFFECT]])
  for (const { override, met } of found) {
    const next = [...all.values()].flatMap((effect) => [
      ...(met === 'yes' ? [] : [effect]),
      add(effect, override, position),
    ])
    all = new Map(next.map((e) => [`${e.down} ${e.atBest} ${e.fixed}`, e]))
  }
  return [...all.values()]
}

// Beyond the last grade (no grade at all) nothing is lowered.
function apply(effect: Effect, grade: number, last: number): number {
  if (effect.fixed !== undefined) return Math.max(effect.fixed, effect.atBest)
  return grade > last ? grade : Math.max(Math.min(grade + effect.down, last), effect.atBest)
}

const positionIn =
  (grading: Grading | undefined): Position =>
  (id) =>
    Math.max(0, grading?.grades.findIndex((g) => g.id === id) ?? 0)

const lastOf = (grading: Grading | undefined): number => (grading?.grades.length ?? 0) - 1

/** Whether it surely holds and goes by the grade, not by points or honours alone. */
export function lowersGrade({ override, met }: JudgedOverride): boolean {
  const { grade, atMost, down } = override
  return met === 'yes' && [grade, atMost, down].some((effect) => effect !== undefined)
}

/** Whether a unit that would get a grade, by its position, is lowered from it by what holds for it. */
export function loweredFrom(
  found: readonly JudgedOverride[],
  grading: Grading | undefined,
): (grade: number) => Met {
  const all = effects(
    found.filter(({ met }) => met !== 'no'),
    positionIn(grading),
  )
  const last = lastOf(grading)
  return (grade) => agreed(all.map((effect) => (apply(effect, grade, last) > grade ? 'yes' : 'no')))
}

function sayEffect(override: Override, grading: Grading | undefined): string {
  const name = (id: string) => grading?.grades.find((g) => g.id === id)?.name ?? id
  const effect = [
    ...(override.ineligible === true ? ['取消评优'] : []),
    ...(override.grade === undefined ? [] : [`等次定为${name(override.grade)}`]),
    ...(override.atMost === undefined ? [] : [`等次不高于${name(override.atMost)}`]),
    ...(override.down === undefined ? [] : [`等次降${override.down}级`]),
    ...(override.deduct === undefined ? [] : [`总分扣${formatRational(override.deduct)}分`]),
  ]
  return effect.join('，')
}

/**
 * Applies vetoes and downgrades to the grades that the score gives.
 * 降 counts from the grade of the score and adds up, never below the last; 不高于 holds after that, the
 * strictest of several; 定为 replaces the grade whatever the score, the worst of several. One whose
 * condition is not decided leaves both outcomes open.
 */
export function applyOverrides(
  grades: Grades,
  found: readonly JudgedOverride[],
  grading: Grading | undefined,
): OverrideResult {
  const held = found.filter(({ met }) => met !== 'no')
  const last = lastOf(grading)
  const all = effects(held, positionIn(grading))
  const after = all.flatMap((effect) => [...grades].map((g) => apply(effect, g, last)))
  return {
    grades: new Set(after),
    settled: all.every((e) => e.fixed !== undefined || (last > 0 && e.atBest === last)),
    cancelled: held.reduce<Met>(
      (met, o) => (o.override.ineligible === true ? either(met, o.met) : met),
      'no',
    ),
    vetoes: held.filter((o) => o.met === 'yes').map((o) => o.override.id),
    reasons: held.map(
      ({ override, met }) =>
        `${override.name}：${sayEffect(override, grading)}${met === 'yes' ? '' : '（是否属于这种情形待定）'}`,
    ),
  }
}
