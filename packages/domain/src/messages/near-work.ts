import type { Target, Task } from '@kaohe/scheme'
import { missingFor, stateOf, stepsOf, type WorkStep } from '../planning/index.ts'
import { daysBetween } from './quiet.ts'

// Days before a date at which it is told; -1: it is over.
const STAGES = [-1, 1, 7] as const

/** A date of a task of work points that is near or over, with something still missing. */
export interface NearWork {
  readonly task: string
  /** From 1; null for the task as a whole. */
  readonly target: number | null
  readonly what: string
  readonly on: string
  readonly inDays: number
  /** Told once each: from seven days before, from the day before, and when it is over. */
  readonly stage: (typeof STAGES)[number]
}

interface Dated {
  readonly target: number | null
  readonly what: string
  readonly on: string
}

function datesOf(task: Task, own: readonly WorkStep[], end: string | undefined): Dated[] {
  const targets: readonly Target[] = task.targets ?? []
  const last = (at: number): WorkStep | undefined =>
    own.findLast(({ kind, target }) => kind === 'report' && target === at)
  const dated = targets.flatMap((target, i): Dated[] => {
    const { due: on, what } = target
    const isOpen = missingFor(target, last(i + 1)) !== undefined
    return on !== undefined && isOpen ? [{ target: i + 1, what, on }] : []
  })
  const whole = task.years === true || targets.some(({ due }) => due !== undefined)
  return whole || end === undefined ? dated : [{ target: null, what: task.summary, on: end }]
}

/**
 * What of work points is told today: each target whose date is near or over and which was not reported as
 * reached; tasks without a date of their own go by the last day of the plan. Tasks that are closed rest.
 */
export function nearWork(
  tasks: readonly Task[],
  steps: readonly WorkStep[],
  today: string,
  end: string | undefined,
): NearWork[] {
  return tasks.flatMap((task) => {
    if (stateOf(task, steps, today, end) === 'closed') return []
    return datesOf(task, stepsOf(task.id, steps), end).flatMap((one): NearWork[] => {
      const inDays = daysBetween(today, one.on)
      const stage = STAGES.find((days) => inDays <= days)
      return stage === undefined ? [] : [{ task: task.id, ...one, inDays, stage }]
    })
  })
}
