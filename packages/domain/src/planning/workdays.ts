import { dayNumber, type Scheme } from '@kaohe/engine'

/** A stretch of days that differ from the week: off, or worked though it is a weekend. */
export interface HolidaySpan {
  readonly from: string
  readonly to: string
  readonly kind: 'off' | 'worked'
  readonly name: string
}

/** Our own table of holidays: which years it knows, and their spans. */
export interface Holidays {
  readonly years: readonly number[]
  readonly spans: readonly HolidaySpan[]
}

export type DaysOff = NonNullable<Scheme['daysOff']>

const WEEK = 7
const WORKING = 5
/** 1970-01-01 was a Thursday: 3 counting from Monday. */
const FIRST_DAY = 3
const NAMES = ['一', '二', '三', '四', '五', '六', '日'] as const

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: string): number {
  return (((dayNumber(day) + FIRST_DAY) % WEEK) + WEEK) % WEEK
}

/** `周三`. */
export function sayWeekday(day: string): string {
  return `周${NAMES[weekdayOf(day)]}`
}

export const yearOf = (day: string): number => Number(day.slice(0, 4))

/** The table as the engine counts working days by it. */
export function daysOffOf({ spans }: Holidays): DaysOff {
  const worked = spans.filter(({ kind }) => kind === 'worked')
  return {
    holidays: spans.filter(({ kind }) => kind === 'off').map(({ from, to }) => ({ from, to })),
    worked: worked.map(({ from }) => from),
  }
}

/** Whether people work on a day: undefined in a year that the table does not know. */
export function restOn(day: string, { years, spans }: Holidays): string | null | undefined {
  if (!years.includes(yearOf(day))) return undefined
  const span = spans.find(({ from, to }) => from <= day && day <= to)
  if (span !== undefined) return span.kind === 'off' ? span.name : null
  return weekdayOf(day) < WORKING ? null : '周末'
}

/** Years from one day to another of which the table knows nothing. */
export function unknownYears(from: string, to: string, { years }: Holidays): number[] {
  const all = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, i) => yearOf(from) + i)
  return all.filter((year) => !years.includes(year))
}
