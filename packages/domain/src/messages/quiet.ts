import { dayNumber, dayOf } from '@kaohe/engine'
import { type Holidays, restOn, weekdayOf } from '../planning/workdays.ts'
import { gatherings, type MessageChoice, type QuietHours } from './choice.ts'

const MINUTE = 60_000
const DAY = 24 * 60
// China has had one time, eight hours ahead, without summer time since 1991.
const AHEAD = 8 * 60
const SATURDAY = 5
/** A rest of more days than this in a row is none: the table would be wrong. */
const LONGEST_REST = 30

/** Minutes of the day that 21:30 is. */
function minutesOf(clock: string): number {
  const [hours = '0', minutes = '0'] = clock.split(':')
  return Number(hours) * 60 + Number(minutes)
}

// In a year that the table does not know the week alone is gone by: at worst a message waits till Monday.
function isRest(day: string, holidays: Holidays): boolean {
  const rest = restOn(day, holidays)
  return rest === undefined ? weekdayOf(day) >= SATURDAY : rest !== null
}

/** The end of the quiet hours that a minute of the day lies in; undefined when it lies in none. */
function quietUntil(at: number, { from, to }: QuietHours): number | undefined {
  const [begin, end] = [minutesOf(from), minutesOf(to)]
  if (begin === end) return undefined
  if (begin < end) return at >= begin && at < end ? end : undefined
  if (at >= begin) return DAY + end
  return at < end ? end : undefined
}

/**
 * The first instant from `at` on at which a person may be told outside the application.
 * @param at milliseconds since 1970, UTC
 * @returns the same when it is not quiet then
 */
export function afterQuiet(at: number, quiet: QuietHours, holidays: Holidays): number {
  if (!quiet.on) return at
  let now = at
  for (let tried = 0; tried < 2 * LONGEST_REST; tried += 1) {
    const minute = Math.floor(now / MINUTE) + AHEAD
    const day = Math.floor(minute / DAY)
    const until = quietUntil(minute - day * DAY, quiet)
    if (until !== undefined) now = (day * DAY + until - AHEAD) * MINUTE
    else if (quiet.restDays && isRest(dayOf(day), holidays))
      now = ((day + 1) * DAY - AHEAD) * MINUTE
    else return now
  }
  return now
}

/** When what is new at an instant goes out: gathered with what comes meanwhile, and not when it is quiet. */
export function outAt(
  at: number,
  { quiet, gathering }: Pick<MessageChoice, 'quiet' | 'gathering'>,
  holidays: Holidays,
): number {
  return afterQuiet(at + gatherings[gathering] * MINUTE, quiet, holidays)
}

/** The day in China that an instant lies in, as a number of days. */
export const chinaDay = (at: number): number => Math.floor((Math.floor(at / MINUTE) + AHEAD) / DAY)

/** The instant of a time of day on the day after. @param clock as 08:00 */
export function tomorrowAt(at: number, clock: string): number {
  return ((chinaDay(at) + 1) * DAY + minutesOf(clock) - AHEAD) * MINUTE
}

/** Days from one to another, both as 2026-12-25. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)
