import {
  compare,
  formatRational,
  parseDay,
  parseRational,
  type Rational,
  ratio,
} from '@kaohe/engine'
import type { Target, Task } from '@kaohe/scheme'

/** A report of progress, a reminder, the closing of a task or its opening again. */
export interface WorkStep {
  readonly task: string
  /** From 1; null for the task as a whole. */
  readonly target: number | null
  readonly kind: 'report' | 'reminder' | 'closing' | 'reopening'
  readonly evidence: string | null
  readonly reached: string | null
  readonly at: string
}

export type WorkState = 'waiting' | 'moving' | 'overdue' | 'closed'

const KIND_RULES: Readonly<Record<Target['kind'], string>> = {
  document: '写明文号或文件名称，并说明材料在哪里',
  meeting: '写明开会的日期或次数，并说明材料在哪里',
  coverage: '写明达到的比例或数量，不低于目标数',
  ratio: '写明达到的比例，不低于目标数',
  hours: '写明达到的时数，不低于目标数',
  training: '写明培训的人数、比例或场次，不低于目标数，并说明材料在哪里',
  number: '写明达到的数，不低于目标数',
  mechanism: '写明建立的制度、它怎样运转，并说明材料在哪里',
  other: '写明做到了什么，并说明材料在哪里',
}

const WITH_EVIDENCE = new Set<Target['kind']>([
  'document',
  'meeting',
  'training',
  'mechanism',
  'other',
])

/** What closes a target of this kind. */
export const closingRule = ({ kind }: Target): string => KIND_RULES[kind]

function amountIn(text: string): Rational | undefined {
  const match = /(\d+(?:\.\d+)?)\s*(%|万)?/.exec(text)
  const value = match === null ? undefined : parseRational(match[1]!)
  if (value === undefined) return undefined
  if (match![2] === '%') return ratio(value.num, value.den * 100n)
  return match![2] === '万' ? ratio(value.num * 10_000n, value.den) : value
}

function shortOf(target: Target, reached: string): string | undefined {
  const need = target.amount?.value
  if (need === undefined || (target.kind === 'meeting' && parseDay(reached) !== undefined))
    return undefined
  const got = amountIn(reached)
  if (got === undefined) return '没有写出达到的数'
  return compare(got, need) < 0 ? `报的是 ${reached}，没有达到目标数` : undefined
}

/** Why a target is not fulfilled by what was last reported of it, or nothing. */
export function missingFor(target: Target, report: WorkStep | undefined): string | undefined {
  if (report === undefined || report.reached === null) return '还没有报达到的情况'
  const short = shortOf(target, report.reached)
  if (short !== undefined) return short
  return WITH_EVIDENCE.has(target.kind) && report.evidence === null
    ? '没有说明材料在哪里'
    : undefined
}

/** The steps of one task in their order, from the earliest. */
export function stepsOf(task: string, steps: readonly WorkStep[]): WorkStep[] {
  return steps
    .filter((step) => step.task === task)
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

const lastReport = (own: readonly WorkStep[], target: number | null): WorkStep | undefined =>
  own.findLast((step) => step.kind === 'report' && (target === null || step.target === target))

/** What still stands in the way of closing a task, target by target; empty when it can be closed. */
export function missingToClose(task: Task, steps: readonly WorkStep[]): string[] {
  const own = stepsOf(task.id, steps)
  const targets = task.targets ?? []
  if (targets.length === 0)
    return own.some(({ kind, evidence }) => kind === 'report' && evidence !== null)
      ? []
      : ['没有定目标的任务，要有一次写明材料的进展报告']
  return targets.flatMap((target, i) => {
    const missing = missingFor(target, lastReport(own, i + 1))
    return missing === undefined ? [] : [`${target.what}：${missing}`]
  })
}

const dueOf = (task: Task, end: string | undefined): string | undefined =>
  (task.targets ?? [])
    .flatMap(({ due }) => due ?? [])
    .toSorted()
    .at(-1) ?? (task.years === true ? undefined : end)

/** Where a task stands on a day; `end` is the last day of the plan, for tasks without a date of their own. */
export function stateOf(
  task: Task,
  steps: readonly WorkStep[],
  today: string,
  end: string | undefined,
): WorkState {
  const own = stepsOf(task.id, steps)
  const last = own.findLast(({ kind }) => kind === 'closing' || kind === 'reopening')
  if (last?.kind === 'closing') return 'closed'
  const due = dueOf(task, end)
  if (due !== undefined && due < today) return 'overdue'
  return own.some(({ kind }) => kind === 'report') ? 'moving' : 'waiting'
}

/** `不低于 100%`, `不低于 30 人`. */
export function sayAmount(target: Target): string | null {
  if (target.amount === undefined) return null
  const { value, unit } = target.amount as { value: Rational; unit?: string }
  if (unit === '%') return `${formatRational(ratio(value.num * 100n, value.den))}%`
  return `${formatRational(value)}${unit ?? ''}`
}
