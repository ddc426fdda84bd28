/**
 * Dates are plain texts `YYYY-MM-DD`; a day number counts days from 1970-01-01 in the proleptic
 * Gregorian calendar, without any clock or time zone.
 */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** The unit that dates are said in: `2024年3月1日`, and not the number of the day. */
export const DATE_UNIT = '日期'
export const WORKDAY_UNIT = '工作日'

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/

export function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Reads `2023-02-28`; undefined when there is no such day. */
export function parseDay(text: string): Day | undefined {
  const match = DATE.exec(text)
  if (match === null) return undefined
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return { year, month, day }
}

/** @throws RangeError when the text is no date. */
export function dayNumber(text: string): number {
  const day = parseDay(text)
  if (day === undefined) throw new RangeError(`not a date: ${text}`)
  // Days from civil: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
  const y = day.month <= 2 ? day.year - 1 : day.year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const monthFromMarch = (day.month + 9) % 12
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day.day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** The day so many calendar months later, the last of the month where it has no such day (满一年). */
export function addMonths(text: string, months: number): string {
  const day = parseDay(text)
  if (day === undefined) throw new RangeError(`not a date: ${text}`)
  const index = day.year * 12 + (day.month - 1) + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  return writeDay({ year, month, day: Math.min(day.day, daysInMonth(year, month)) })
}

export function writeDay(day: Day): string {
  const pad = (n: number, width: number) => n.toString().padStart(width, '0')
  return `${pad(day.year, 4)}-${pad(day.month, 2)}-${pad(day.day, 2)}`
}

/** The date of a day number; the inverse of dayNumber. */
export function dayOf(days: number): string {
  const shifted = days + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return writeDay({ year, month, day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1 })
}

/** `2024年3月1日`. @throws RangeError when the text is no date. */
export function sayDay(text: string): string {
  const day = parseDay(text)
  if (day === undefined) throw new RangeError(`not a date: ${text}`)
  return `${day.year}年${day.month}月${day.day}日`
}
