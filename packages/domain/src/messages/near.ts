import { daysBetween } from './quiet.ts'

/** Days before a deadline at which those who have not finished are told. */
const STAGES = [1, 7] as const

/** What a unit has still to hand in. */
export interface Unfinished {
  readonly unit: string
  /** Its own last day, where it was given one. */
  readonly exceptionOn: string | null
}

export interface Near {
  readonly unit: string
  readonly on: string
  readonly inDays: number
  /** The stage of days that it stands for: told once, also when a day was missed. */
  readonly stage: number
}

/** Who is told today that his deadline is near: from seven days before, and from the day before. */
export function nearDeadline(
  units: readonly Unfinished[],
  deadline: string | undefined,
  today: string,
): Near[] {
  return units.flatMap(({ unit, exceptionOn }) => {
    const on = exceptionOn ?? deadline
    if (on === undefined) return []
    const inDays = daysBetween(today, on)
    const stage = STAGES.find((days) => inDays <= days)
    return inDays < 0 || stage === undefined ? [] : [{ unit, on, inDays, stage }]
  })
}

const WEEK = 7

/** How a day that something is due stands to today, and the stage of reminding that it is. */
export interface DueStage {
  /** Negative when it is over. */
  readonly inDays: number
  /** 7 and 1 before the day; after it -1, -8, -15 and so on: told once each. */
  readonly stage: number
}

/** Whether somebody is reminded today of what is due on a day: before it as of a deadline, after it every week. */
export function dueOn(on: string, today: string): DueStage | undefined {
  const inDays = daysBetween(today, on)
  if (inDays < 0) return { inDays, stage: -1 - WEEK * Math.floor((-inDays - 1) / WEEK) }
  const stage = STAGES.find((days) => inDays <= days)
  return stage === undefined ? undefined : { inDays, stage }
}
