import {
  type Dataset,
  type FactEntry,
  type Interval,
  type Rational,
  ONE,
  ZERO,
  add,
  compare,
  int,
  ratio,
} from '@kaohe/engine'
import type { Priorities, Target, Task } from './shapes.ts'

export type Reached = 'yes' | 'no' | 'unknown'

export interface TargetStatus {
  readonly target: Target
  readonly reached: Reached
  /** Units that answered and units that should have; both 0 when the target names no fact. */
  readonly answered: number
  readonly asked: number
}

export interface TaskStatus {
  readonly task: Task
  readonly targets: readonly TargetStatus[]
  /** Reached when every target is; not when one is not. A task without targets is unknown. */
  readonly reached: Reached
}

/** A unit's value as a number; a truth is 1 or 0, anything else says nothing. */
function numberOf(entry: FactEntry): Rational | undefined {
  if ('number' in entry.value) return entry.value.number
  return 'truth' in entry.value ? (entry.value.truth ? ONE : ZERO) : undefined
}

type Answers = ReadonlyMap<string, Rational>

// Of several periods the last reported stands for the unit.
function answersTo(fact: string, data: Dataset): Answers {
  const entries = data.facts.filter((entry) => entry.fact === fact && numberOf(entry) !== undefined)
  const sorted = entries.toSorted((a, b) => ((a.period ?? '') < (b.period ?? '') ? -1 : 1))
  return new Map(sorted.map((entry) => [entry.unit, numberOf(entry) as Rational]))
}

function notApplicable(fact: string, data: Dataset): ReadonlySet<string> {
  return new Set(
    data.facts
      .filter((entry) => entry.fact === fact && 'na' in entry.value)
      .map((entry) => entry.unit),
  )
}

function askedUnits(target: Target, fact: string, data: Dataset, answers: Answers): string[] {
  const away = notApplicable(fact, data)
  const units = data.units.filter((unit) =>
    target.level === undefined ? answers.has(unit.id) : unit.level === target.level,
  )
  return units.map((unit) => unit.id).filter((id) => !away.has(id))
}

function isTruth(fact: string, data: Dataset): boolean {
  return data.facts.some((entry) => entry.fact === fact && 'truth' in entry.value)
}

/** What the whole can still come to: for truths the part that says yes, else the sum or every single figure. */
function wholeOf(
  target: Target,
  units: readonly string[],
  answers: Answers,
  truths: boolean,
): Interval {
  const known = units.flatMap((unit) => answers.get(unit) ?? [])
  const open = units.length - known.length
  const sum = known.reduce(add, ZERO)
  if (truths && target.kind !== 'number')
    return { lo: part(sum, units.length), hi: part(add(sum, int(open)), units.length) }
  if (target.kind === 'number' || target.kind === 'meeting')
    return { lo: sum, hi: open === 0 ? sum : null }
  const least = known.toSorted(compare)[0]
  return { lo: open === 0 ? (least ?? null) : null, hi: least ?? null }
}

function part(of: Rational, whole: number): Rational {
  return whole === 0 ? ZERO : ratio(of.num, of.den * BigInt(whole))
}

/** What must be reached: the amount written, everyone for a mechanism, one for a document or meeting. */
function needed(target: Target): Rational | undefined {
  if (target.amount) return target.amount.value
  return target.kind === 'coverage' ||
    target.kind === 'ratio' ||
    target.kind === 'number' ||
    target.kind === 'hours'
    ? undefined
    : ONE
}

/** Whether a target is reached, with what is known. */
export function targetStatus(target: Target, data: Dataset): TargetStatus {
  const need = needed(target)
  if (target.fact === undefined || need === undefined)
    return { target, reached: 'unknown', answered: 0, asked: 0 }
  const answers = answersTo(target.fact, data)
  const units = askedUnits(target, target.fact, data, answers)
  const counts = { answered: units.filter((unit) => answers.has(unit)).length, asked: units.length }
  if (units.length === 0) return { target, reached: 'unknown', ...counts }
  const { lo, hi } = wholeOf(target, units, answers, isTruth(target.fact, data))
  const reached =
    lo !== null && compare(lo, need) >= 0
      ? 'yes'
      : hi !== null && compare(hi, need) < 0
        ? 'no'
        : 'unknown'
  return { target, reached, ...counts }
}

function together(targets: readonly TargetStatus[]): Reached {
  if (targets.some((one) => one.reached === 'no')) return 'no'
  return targets.length > 0 && targets.every((one) => one.reached === 'yes') ? 'yes' : 'unknown'
}

/**
 * How far the tasks of a plan have come, by the facts of an assessment: reached, not, or not known.
 * What nobody reports stays unknown and is left to supervision.
 */
export function taskStatuses(priorities: Priorities, data: Dataset): readonly TaskStatus[] {
  return priorities.tasks.map((task) => {
    const targets = (task.targets ?? []).map((target) => targetStatus(target, data))
    return { task, targets, reached: together(targets) }
  })
}
