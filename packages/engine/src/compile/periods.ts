import type { Window } from '../model/people.ts'
import { addMonths, dayNumber, dayOf, daysInMonth, parseDay, writeDay } from '../number/index.ts'

export type Periodicity = 'year' | 'half' | 'quarter' | 'month' | 'week' | 'episode'

const MONTHS_IN = { month: 1, quarter: 3, half: 6 } as const

function nameOf(kind: keyof typeof MONTHS_IN, year: number, month: number): string {
  if (kind === 'month') return `${year}-${month.toString().padStart(2, '0')}`
  const position = Math.ceil(month / MONTHS_IN[kind])
  return `${year}-${kind === 'quarter' ? 'Q' : 'H'}${position}`
}

function monthsOf(window: Window): { year: number; month: number }[] {
  const from = parseDay(window.from)
  const to = parseDay(window.to)
  if (from === undefined || to === undefined) return []
  const first = from.year * 12 + from.month - 1
  const last = to.year * 12 + to.month - 1
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ({
    year: Math.floor((first + i) / 12),
    month: ((first + i) % 12) + 1,
  }))
}

/** ISO 8601 week of a day: weeks begin on Monday and belong to the year of their Thursday. */
export function weekOf(text: string): string {
  const days = dayNumber(text)
  const thursday = days - ((days + 3) % 7) + 3
  let year = parseDay(text)?.year ?? 1970
  while (dayNumber(`${year + 1}-01-01`) <= thursday) year += 1
  while (dayNumber(`${year}-01-01`) > thursday) year -= 1
  const week = Math.floor((thursday - dayNumber(`${year}-01-01`)) / 7) + 1
  return `${year}-W${week.toString().padStart(2, '0')}`
}

function weeksOf(window: Window): string[] {
  const weeks: string[] = []
  const last = dayNumber(window.to)
  let { year, month, day } = parseDay(window.from) ?? { year: 1970, month: 1, day: 1 }
  while (dayNumber(writeDay({ year, month, day })) <= last) {
    weeks.push(weekOf(writeDay({ year, month, day })))
    day += 1
    if (day > daysInMonth(year, month))
      [year, month, day] = month === 12 ? [year + 1, 1, 1] : [year, month + 1, 1]
  }
  return [...new Set(weeks)]
}

// Longer than twelve months, as a term of several years is.
function isLong(window: Window): boolean {
  return addMonths(window.from, 12) <= window.to
}

/**
 * Whether something declared has one value for each of several periods (`周期`): a figure of the whole
 * year has, where the assessment goes over more than twelve months; without 周期 it never has.
 */
export function isDated(
  declared: { readonly period?: Periodicity | undefined },
  window: Window | undefined,
): boolean {
  if (declared.period !== 'year') return declared.period !== undefined
  return window !== undefined && isLong(window)
}

/**
 * The periods of a kind inside a window, in order; null when they cannot be known:
 * no window for calendar periods, no number for episodes (期).
 * @example
 * periodsIn('quarter', { from: '2023-01-01', to: '2023-12-31' }, undefined)
 * // ['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4']
 * Twelve months or less are one year, called by the year in which they end.
 */
export function periodsIn(
  kind: Periodicity,
  window: Window | undefined,
  times: number | undefined,
): readonly string[] | null {
  if (kind === 'episode')
    return times === undefined ? null : Array.from({ length: times }, (_, i) => `${i + 1}`)
  if (window === undefined) return null
  if (kind === 'year') {
    const years = [...new Set(monthsOf(window).map(({ year }) => `${year}`))]
    return isLong(window) ? years : years.slice(-1)
  }
  if (kind === 'week') return weeksOf(window)
  return [...new Set(monthsOf(window).map(({ year, month }) => nameOf(kind, year, month)))]
}

/** Whether a day lies in a period; episodes are no stretch of days, so no day lies in them. */
export function dayInPeriod(day: string, period: string): boolean {
  if (/^\d{4}$/.test(period)) return day.startsWith(period)
  if (period.includes('-W')) return weekOf(day) === period
  const parsed = parseDay(day)
  if (parsed === undefined) return false
  return (['month', 'quarter', 'half'] as const).some(
    (kind) => nameOf(kind, parsed.year, parsed.month) === period,
  )
}

const FIRST_MONTH = { Q: 3, H: 6 } as const

// Monday of an ISO week: the week of January 4th is the first.
function weekWindow(year: number, week: number): Window {
  const fourth = dayNumber(`${year}-01-04`)
  const monday = fourth - ((fourth + 3) % 7) + (week - 1) * 7
  return { from: dayOf(monday), to: dayOf(monday + 6) }
}

/** The first and last day of a calendar period; undefined for episodes. */
export function periodWindow(period: string): Window | undefined {
  const part = /^(\d{4})-([QHW]?)(\d{1,2})$/.exec(period)
  if (part === null)
    return /^\d{4}$/.test(period) ? { from: `${period}-01-01`, to: `${period}-12-31` } : undefined
  const [year, kind, position] = [Number(part[1]), part[2] ?? '', Number(part[3])]
  if (kind === 'W') return weekWindow(year, position)
  const months = kind === 'Q' || kind === 'H' ? FIRST_MONTH[kind] : 1
  const last = position * months
  const first = last - months + 1
  return {
    from: writeDay({ year, month: first, day: 1 }),
    to: writeDay({ year, month: last, day: daysInMonth(year, last) }),
  }
}
