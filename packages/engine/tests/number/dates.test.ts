import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addMonths,
  dayNumber,
  dayOf,
  daysInMonth,
  parseDay,
  sayDay,
  sayPeriod,
  writeDay,
} from '../../src/number/index.ts'
import { RUNS } from '../runs.ts'

const DAY_MS = 86_400_000
// From the year 1 to 9999: what `YYYY-MM-DD` can say, as the platform counts it.
const FIRST = Date.UTC(2001, 0, 1) / DAY_MS - 5 * 146_097
const LAST = Date.UTC(9999, 11, 31) / DAY_MS
const numbers = fc.integer({ min: FIRST, max: LAST })
const told = (days: number): string => new Date(days * DAY_MS).toISOString().slice(0, 10)

describe('days', () => {
  it('are counted as the platform counts them, there and back', () => {
    fc.assert(
      fc.property(numbers, (days) => {
        expect(dayOf(days)).toBe(told(days))
        expect(dayNumber(told(days))).toBe(days)
      }),
      { numRuns: RUNS },
    )
  })

  it('begin and end the months of four hundred years', () => {
    const begins = Array.from({ length: 4801 }, (_, at) => Date.UTC(1800, at, 1) / DAY_MS)
    const days = begins.flatMap((day) => [day - 1, day])
    const wrong = days.filter((day) => dayOf(day) !== told(day) || dayNumber(told(day)) !== day)
    expect(wrong.map(told)).toEqual([])
  })

  it.each([
    [2023, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
    [2024, [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
    [1900, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
    [2000, [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
  ])('of the months of %i', (year, expected) => {
    const months = expected.map((_, at) => at + 1)
    expect(months.map((month) => daysInMonth(year, month))).toEqual(expected)
    for (const [at, days] of expected.entries()) {
      const last = { year, month: at + 1, day: days }
      expect(parseDay(writeDay(last))).toEqual(last)
      expect(parseDay(writeDay({ ...last, day: days + 1 }))).toBeUndefined()
    }
  })

  it.each(['2023-01-00', '2023-00-01', '02023-01-01', '2023-01-011', 'x2023-01-01', '2023-01-01x'])(
    'there is no %s, and nothing is said of it',
    (text) => {
      expect(parseDay(text)).toBeUndefined()
      for (const asked of [dayNumber, sayDay, (day: string) => addMonths(day, 1)])
        expect(() => asked(text)).toThrow(`not a date: ${text}`)
    },
  )

  it.each([
    ['2024-03-01', '2024年3月1日'],
    ['0999-12-31', '999年12月31日'],
  ])('%s is said %s', (text, words) => expect(sayDay(text)).toBe(words))

  it('are written with all their figures', () =>
    expect(writeDay({ year: 999, month: 1, day: 2 })).toBe('0999-01-02'))
})

describe('so many months later', () => {
  it.each([
    ['2023-12-15', 1, '2024-01-15'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2024-01-31', -2, '2023-11-30'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2023-05-04', 0, '2023-05-04'],
    ['2023-01-01', 11, '2023-12-01'],
  ])('%s and %i is %s', (from, months, to) => expect(addMonths(from, months)).toBe(to))
})

describe('a period', () => {
  it.each([
    ['2023-04', '4月'],
    ['2023-12', '12月'],
    ['2023-Q2', '第2季度'],
    ['2023-H1', '上半年'],
    ['2023-H2', '下半年'],
    ['2023-W07', '第7周'],
    ['2023-W52', '第52周'],
    ['2023', '2023年'],
    ['7', '第7期'],
    ['12', '第12期'],
    ['20231', '第20231期'],
    ['12023', '第12023期'],
    ['2023-04-1', '第2023-04-1期'],
    ['x2023-04', '第x2023-04期'],
    ['2023-Q22', '第2023-Q22期'],
  ])('%s is %s', (period, words) => expect(sayPeriod(period)).toBe(words))

  it.each([
    ['2023-04', '2023年4月'],
    ['2023-Q2', '2023年第2季度'],
    ['2023-H1', '2023年上半年'],
    ['2023-W05', '2023年第5周'],
    ['2023', '2023年'],
    ['7', '第7期'],
  ])('%s with its year is %s', (period, words) => expect(sayPeriod(period, true)).toBe(words))
})
