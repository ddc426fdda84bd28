import { addMonths, dayNumber, dayOf, type Scheme, type Step } from '@kaohe/engine'

/** Something that a unit hands in until a day. */
export interface Due {
  readonly step: string
  readonly name: string
  /** The last day, included; undefined where the notice names none. */
  readonly on: string | undefined
  readonly hour: string | undefined
  readonly clause: string | undefined
  readonly items: readonly string[]
  /** The notice says so only roughly (拟、左右), or in words. */
  readonly tentative: boolean
  readonly wording: string | undefined
  /** Of a step of every month: which one. */
  readonly month: string | undefined
}

const lastOf = (month: string): string => dayOf(dayNumber(addMonths(`${month}-01`, 1)) - 1)

function onDayOf(month: string, day: string): string {
  const last = lastOf(month)
  const wanted = `${month}-${day.padStart(2, '0')}`
  return wanted < last ? wanted : last
}

/** The day in a month that `15`, `月底`, `次月5` names; undefined for other words. */
export function monthlyDay(words: string, month: string): string | undefined {
  const match = /^(次月)?(?:(\d{1,2})日?|月底|底)$/.exec(words.trim())
  if (match === null) return undefined
  const [, next, day] = match
  const of = next === undefined ? month : addMonths(`${month}-01`, 1).slice(0, 7)
  return day === undefined ? lastOf(of) : onDayOf(of, day)
}

function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  for (let day = `${from.slice(0, 7)}-01`; day <= to; day = addMonths(day, 1))
    months.push(day.slice(0, 7))
  return months
}

function dueOf(step: Step, on: string | undefined, month?: string): Due {
  return {
    month,
    step: step.id,
    name: month === undefined ? step.name : `${step.name}（${Number(month.slice(5))}月）`,
    on,
    hour: step.hour,
    clause: step.clause,
    items: step.items ?? [],
    tentative: step.tentative ?? false,
    wording: step.wording,
  }
}

function duesOfStep(step: Step, from: string, to: string): Due[] {
  const { monthly } = step
  if (monthly === undefined) return [dueOf(step, step.due)]
  return monthsBetween(from, to).map((month) => dueOf(step, monthlyDay(monthly, month), month))
}

/** What units hand in over the year, in the order of the days; what has no day comes last. */
export function duesOf({ calendar = [] }: Scheme, from: string, to: string): Due[] {
  const reports = calendar.filter(({ kind }) => kind === 'report')
  const late = (due: Due): string => due.on ?? '9999'
  return reports
    .flatMap((step) => duesOfStep(step, from, to))
    .toSorted((a, b) => (late(a) < late(b) ? -1 : late(a) > late(b) ? 1 : 0))
}

/** Until when the whole report is due, and what lateness entails, as the scheme says. */
export interface ReportDeadline {
  readonly step: string
  readonly name: string
  readonly on: string
  readonly hour: string
  readonly consequences: readonly string[]
}

const clausesOf = (text: string | undefined): string[] => text?.split(/[、，,]/) ?? []

/** The last reporting step with a day of its own; undefined when the scheme names none. */
export function deadlineOf(scheme: Scheme): ReportDeadline | undefined {
  const steps = (scheme.calendar ?? []).filter(({ kind, due }) => kind === 'report' && due)
  const last = steps.toSorted((a, b) => (a.due! < b.due! ? -1 : 1)).at(-1)
  if (last === undefined) return undefined
  const clauses = clausesOf(last.clause)
  const said = [...(scheme.overrides ?? []), ...(scheme.consequences ?? [])].filter(({ clause }) =>
    clausesOf(clause).some((one) => clauses.includes(one)),
  )
  return {
    step: last.id,
    name: last.name,
    on: last.due!,
    hour: last.hour ?? '24:00',
    consequences: said.map(
      (one) => `${one.name}${'ineligible' in one && one.ineligible === true ? '：取消评优' : ''}`,
    ),
  }
}

/** The moment of a deadline, in China's time. */
export function momentOf(on: string, hour: string): string {
  return `${on}T${hour}:00+08:00`
}
