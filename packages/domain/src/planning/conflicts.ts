import type { Scheme, Step } from '@kaohe/engine'
import type { PlannedStep } from './calendar.ts'
import { type Holidays, restOn, yearOf } from './workdays.ts'

/** Something about the calendar that does not go together. */
export interface Conflict {
  readonly steps: readonly string[]
  readonly severity: 'error' | 'warning' | 'note'
  readonly message: string
}

type Dates = ReadonlyMap<string, PlannedStep>

const RESULTS = new Set<Step['kind']>(['aggregate', 'ratify', 'publicity', 'feedback'])

const dated = (one: PlannedStep | undefined): string | undefined => one?.due ?? undefined

function backwards(step: Step, dates: Dates): Conflict[] {
  const { from, due } = dates.get(step.id) ?? {}
  if (!from || !due || from <= due) return []
  const message = `“${step.name}”从 ${from} 开始，却在 ${due} 截止。`
  return [{ steps: [step.id], severity: 'error', message }]
}

function outOfOrder(step: Step, scheme: Scheme, dates: Dates): Conflict[] {
  const due = dated(dates.get(step.id))
  if (due === undefined) return []
  return (step.after ?? []).flatMap((id) => {
    const before = dated(dates.get(id))
    const name = scheme.calendar?.find((one) => one.id === id)?.name ?? id
    if (before === undefined || before <= due) return []
    const message = `“${step.name}”要在“${name}”之后，却更早截止：${due} 在 ${before} 之前。`
    return [{ steps: [id, step.id], severity: 'error' as const, message }]
  })
}

// What is evaluated must be there when the results are due: a survey above all takes its time.
function tooLate(step: Step, scheme: Scheme, dates: Dates): Conflict[] {
  const due = dated(dates.get(step.id))
  if (due === undefined || (step.kind !== 'review' && step.kind !== 'report')) return []
  const results = (scheme.calendar ?? []).filter((one) => RESULTS.has(one.kind))
  return results.flatMap((one) => {
    const end = dated(dates.get(one.id))
    if (end === undefined || one.after?.includes(step.id) === true) return []
    if (due > end) {
      const message = `“${step.name}”到 ${due} 才结束，“${one.name}”却在 ${end} 就截止。`
      return [{ steps: [step.id, one.id], severity: 'error' as const, message }]
    }
    return []
  })
}

function sameDay(step: Step, scheme: Scheme, dates: Dates): Conflict[] {
  const due = dated(dates.get(step.id))
  const source = scheme.sources?.find(({ id }) => id === step.source)
  if (due === undefined || source?.means !== 'poll') return []
  const results = (scheme.calendar ?? []).filter(
    (one) => one.kind === 'aggregate' && dated(dates.get(one.id)) === due,
  )
  return results.map((one) => ({
    steps: [step.id, one.id],
    severity: 'warning',
    message: `“${step.name}”和“${one.name}”都在 ${due} 截止，调查的结论没有时间汇总。`,
  }))
}

function restDay(one: PlannedStep, holidays: Holidays): Conflict[] {
  if (one.due === null) return []
  const rest = restOn(one.due, holidays)
  const at = { steps: [one.step], severity: 'note' as const }
  if (rest === undefined)
    return [
      {
        ...at,
        message: `${yearOf(one.due)} 年的放假安排没有录入，“${one.name}”的 ${one.due} 是否工作日没有判断。`,
      },
    ]
  if (rest === null) return []
  return [
    { ...at, message: `“${one.name}”在 ${one.due}（${one.weekday}，${rest}）截止，不是工作日。` },
  ]
}

function beforeTheEnd(step: Step, period: { readonly to: string }, dates: Dates): Conflict[] {
  const due = dated(dates.get(step.id))
  if (step.kind !== 'report' || step.monthly !== undefined) return []
  if (due === undefined || due >= period.to) return []
  const message = `“${step.name}”${due} 就截止，考核时段到 ${period.to} 才结束，其间的工作没有填报的机会。`
  return [{ steps: [step.id], severity: 'warning', message }]
}

const ORDER = { error: 0, warning: 1, note: 2 } as const

/** What in a calendar does not go together, the gravest first. */
export function conflictsOf(
  scheme: Scheme,
  deadlines: readonly PlannedStep[],
  period: { readonly from: string; readonly to: string },
  holidays: Holidays,
): Conflict[] {
  const dates = new Map(deadlines.map((one) => [one.step, one]))
  const found = (scheme.calendar ?? []).flatMap((step) => [
    ...backwards(step, dates),
    ...outOfOrder(step, scheme, dates),
    ...tooLate(step, scheme, dates),
    ...sameDay(step, scheme, dates),
    ...beforeTheEnd(step, period, dates),
  ])
  const rests = deadlines.flatMap((one) => restDay(one, holidays))
  return [...found, ...rests].toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity])
}
