import { daysInMonth, dueDay, type Scheme, type Step } from '@kaohe/engine'
import { daysOffOf, type Holidays, restOn, sayWeekday, unknownYears, yearOf } from './workdays.ts'

/** One deadline of a cycle, as far as the notice places it. */
export interface PlannedStep {
  readonly step: string
  readonly name: string
  readonly kind: Step['kind'] | null
  readonly clause: string | null
  readonly owners: readonly string[]
  readonly from: string | null
  readonly due: string | null
  readonly weekday: string | null
  readonly hour: string | null
  /** A weekend or a holiday, by name. */
  readonly rest: string | null
  /** What the notice says instead of a date, or why no date could be worked out. */
  readonly says: string | null
  readonly tentative: boolean
}

interface Placed {
  readonly from: string | null
  readonly due: string | null
  readonly says: string | null
}

const nowhere = (says: string): Placed => ({ from: null, due: null, says })

const two = (n: number): string => String(n).padStart(2, '0')

// `15` is the 15th of each month, `次月5` the 5th of the month after.
function monthlyDays(text: string, { from, to }: { from: string; to: string }): string[] {
  const match = /^(次月)?(\d{1,2})日?$/.exec(text)
  if (match === null) return []
  const later = match[1] === undefined ? 0 : 1
  const first = yearOf(from) * 12 + Number(from.slice(5, 7)) - 1
  const last = yearOf(to) * 12 + Number(to.slice(5, 7)) - 1
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const month = first + i + later
    const [year, inYear] = [Math.floor(month / 12), (month % 12) + 1]
    const day = Math.min(Number(match[2]), daysInMonth(year, inYear))
    return `${year}-${two(inYear)}-${two(day)}`
  })
}

function relativeDay(step: Step, scheme: Scheme, holidays: Holidays): Placed {
  const own = scheme.daysOff
  const counting = { ...scheme, daysOff: own ?? daysOffOf(holidays) }
  const path = `日程/${step.id}`
  try {
    const base = dueDay(step.relative ?? '', counting, path)
    const due = dueDay(step.id, counting, path)
    const [year] = step.workdays === true && !own ? unknownYears(base, due, holidays) : []
    if (year === undefined) return { from: null, due, says: null }
    return nowhere(`${year} 年的放假安排没有录入，没有推算工作日`)
  } catch {
    return nowhere('起算的那一步没有定在哪一天')
  }
}

function placesOf(
  step: Step,
  scheme: Scheme,
  period: { from: string; to: string },
  holidays: Holidays,
): Placed[] {
  if (step.due !== undefined || step.from !== undefined)
    return [{ from: step.from ?? null, due: step.due ?? null, says: step.wording ?? null }]
  if (step.monthly !== undefined)
    return monthlyDays(step.monthly, period).map((due) => ({ from: null, due, says: '每月' }))
  if (step.relative !== undefined) return [relativeDay(step, scheme, holidays)]
  return [nowhere(step.event ?? step.wording ?? '时间没有写明')]
}

/**
 * All deadlines of a cycle in their order; those without a date come last. Working days are counted by the
 * scheme's own 节假日, else by our table, and never in a year that it does not know.
 */
export function calendarOf(
  scheme: Scheme,
  period: { readonly from: string; readonly to: string },
  holidays: Holidays,
): PlannedStep[] {
  const parties = new Map((scheme.parties ?? []).map(({ id, name }) => [id, name]))
  const all = (scheme.calendar ?? []).flatMap((step) =>
    placesOf(step, scheme, period, holidays).map((placed) => ({
      step: step.id,
      name: step.name,
      kind: step.kind ?? null,
      clause: step.clause ?? null,
      owners: (step.owner ?? []).map((id) => parties.get(id) ?? id),
      ...placed,
      weekday: placed.due === null ? null : sayWeekday(placed.due),
      hour: step.hour ?? null,
      rest: placed.due === null ? null : (restOn(placed.due, holidays) ?? null),
      tentative: step.tentative ?? false,
    })),
  )
  const when = ({ due, from }: PlannedStep): string => due ?? from ?? '9999'
  return all.toSorted((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0))
}
