import { dayNumber, dayOf } from '@kaohe/engine'
import { type Holidays, restOn } from '../planning/workdays.ts'

/** A day that was counted to; or the year of which nobody has said which days are worked. */
export type Counted = { readonly day: string } | { readonly unknown: number }

const next = (day: string): string => dayOf(dayNumber(day) + 1)
const unknownIn = (day: string): Counted => ({ unknown: Number(day.slice(0, 4)) })

/** The first working day on or after a day. */
function workedFrom(day: string, holidays: Holidays): Counted {
  const rest = restOn(day, holidays)
  if (rest === undefined) return unknownIn(day)
  return rest === null ? { day } : workedFrom(next(day), holidays)
}

/** The day so many working days after another, which itself does not count (`count` from 1). */
export function workdaysAfter(day: string, count: number, holidays: Holidays): Counted {
  const found = workedFrom(next(day), holidays)
  if ('unknown' in found || count <= 1) return found
  return workdaysAfter(found.day, count - 1, holidays)
}

/** How long something is publicised: so many days from one that counts itself. */
export interface Span {
  readonly from: string
  readonly days: number
  /** Only working days count. */
  readonly working: boolean
}

/**
 * The last day of a publicity 公示: both ends count (28 to 30 March are three days), and it does not end on a
 * day of rest, but on the next that is worked.
 */
export function lastDay({ from, days, working }: Span, holidays: Holidays): Counted {
  if (!working) return workedFrom(dayOf(dayNumber(from) + days - 1), holidays)
  const first = workedFrom(from, holidays)
  if ('unknown' in first || days <= 1) return first
  return workdaysAfter(first.day, days - 1, holidays)
}
