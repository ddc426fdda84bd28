import type { Eligibility, Met, Unit } from '../model/index.ts'
import { addMonths } from '../number/index.ts'
import { every, metWhen } from './met.ts'
import type { Outcome } from './standing.ts'

/** Whether a unit takes part, and for every condition that does not surely hold, why. */
export interface EligibilityResult {
  readonly met: Met
  readonly reasons: readonly string[]
}

/**
 * The first and the last day to which a silent 计至 may reasonably be meant: from the earliest to the
 * latest of the days that the notice itself names for the period, the text and the reports.
 */
export function reasonableDays(scheme: Outcome): readonly [string, string] | undefined {
  const { signed, published, effective } = scheme.issue
  const reports = (scheme.calendar ?? []).filter((step) => step.kind === 'report')
  const days = [scheme.period?.from, scheme.period?.to, signed, published, effective]
    .concat(reports.map((step) => step.due))
    .filter((day) => day !== undefined)
    .toSorted()
  const [first, last] = [days[0], days.at(-1)]
  return first === undefined || last === undefined ? undefined : [first, last]
}

function lengthOf(condition: Eligibility): string {
  const years = condition.years === undefined ? '' : `${condition.years}年`
  const months = condition.months === undefined ? '' : `${condition.months}个月`
  return years + months
}

function judgeDate(condition: Eligibility, start: string, name: string, scheme: Outcome) {
  const full = addMonths(start, (condition.years ?? 0) * 12 + (condition.months ?? 0))
  const days = condition.countedTo
    ? ([condition.countedTo, condition.countedTo] as const)
    : reasonableDays(scheme)
  const met: Met = days === undefined ? 'undecided' : metWhen(full <= days[0], full <= days[1])
  const length = lengthOf(condition)
  return { met, reason: { yes: '', ...sayDate(`${name}${start}`, length, full, days) }[met] }
}

function sayDate(
  since: string,
  length: string,
  full: string,
  days: readonly [string, string] | undefined,
): Readonly<Record<'no' | 'undecided', string>> {
  return {
    no: `${since}，到${days?.[1]}不满${length}（${full}才满）`,
    undecided: `${since}，${full}才满${length}，计算到哪一天原文没有写明`,
  }
}

function judge(condition: Eligibility, unit: Unit, scheme: Outcome) {
  const declared = scheme.attributes?.find((a) => a.id === condition.attribute)
  const name = declared?.name ?? condition.attribute
  const value = unit.attributes[condition.attribute]
  if (value !== undefined && 'date' in value) return judgeDate(condition, value.date, name, scheme)
  const why = value === undefined ? '没有填报' : 'na' in value ? '填的是不适用' : '不是日期'
  const reason = `${name}${why}，是否满${lengthOf(condition)}待定`
  return { met: 'undecided' as const, reason }
}

/**
 * Whether a unit may take part, by the 资格 of its kind of assessee. A length is full on the
 * corresponding day so many months later, the last day of the month where it has none, and must be
 * full on the day counted to. Undecided when the date is not known, or when the scheme does not say
 * to which day it counts and the reasonable days differ.
 */
export function eligibilityOf(unit: Unit, scheme: Outcome): EligibilityResult {
  const type = scheme.assessees.find((a) => a.id === unit.type)
  const judged = (type?.eligibility ?? []).map((condition) => judge(condition, unit, scheme))
  return {
    met: every(judged.map((j) => j.met)),
    reasons: judged.filter((j) => j.met !== 'yes').map((j) => j.reason),
  }
}
