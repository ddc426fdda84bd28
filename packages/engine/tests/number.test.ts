import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Rational,
  type RoundingMode,
  add,
  addMonths,
  compare,
  dayNumber,
  divide,
  equal,
  formatRational,
  multiply,
  negate,
  parseDay,
  parseRational,
  ratio,
  round,
  subtract,
} from '../src/number/index.ts'
import { RUNS } from './runs.ts'

const rationals = fc
  .tuple(fc.bigInt({ min: -10000n, max: 10000n }), fc.bigInt({ min: 1n, max: 999n }))
  .map(([n, d]) => ratio(n, d))

const of = (text: string): Rational => {
  const value = parseRational(text)
  if (value === undefined) throw new Error(text)
  return value
}

describe('rationals', () => {
  it('are a field: what is added or multiplied can be taken back', () => {
    fc.assert(
      fc.property(rationals, rationals, (a, b) => {
        expect(equal(subtract(add(a, b), b), a)).toBe(true)
        const divisor = b.num === 0n ? ratio(1n) : b
        expect(equal(divide(multiply(a, divisor), divisor), a)).toBe(true)
        expect(compare(a, b)).toBe(-compare(b, a) + 0)
      }),
      { numRuns: RUNS },
    )
  })

  it('are written so that reading gives them back', () => {
    fc.assert(
      fc.property(rationals, (a) => {
        expect(of(formatRational(a))).toEqual(a)
      }),
      { numRuns: RUNS },
    )
  })

  it.each([
    ['2.50', '2.5'],
    ['-0.25', '-0.25'],
    ['1/3', '1/3'],
    ['6/4', '1.5'],
    ['007', '7'],
  ])('reads %s as %s', (text, written) => expect(formatRational(of(text))).toBe(written))

  it.each(['', '1/0', '1.5/2', '1e3', '.5', '5.', '一', '1,000'])('does not read %j', (text) =>
    expect(parseRational(text)).toBeUndefined(),
  )
})

describe('rounding', () => {
  it.each<[string, string, RoundingMode, string]>([
    ['2.5', '1', 'half-up', '3'],
    ['-2.5', '1', 'half-up', '-3'],
    ['2.5', '1', 'half-even', '2'],
    ['3.5', '1', 'half-even', '4'],
    ['2.1', '1', 'up', '3'],
    ['-2.1', '1', 'up', '-3'],
    ['2.9', '1', 'down', '2'],
    ['-2.9', '1', 'down', '-2'],
    ['-2.1', '1', 'floor', '-3'],
    ['-2.9', '1', 'ceiling', '-2'],
    ['1/3', '0.01', 'half-up', '0.33'],
    ['0.125', '0.01', 'half-up', '0.13'],
    ['4', '1', 'up', '4'],
    ['7', '5', 'half-up', '5'],
  ])('%s to %s %s is %s', (value, to, mode, expected) =>
    expect(formatRational(round(of(value), { to: of(to), mode }))).toBe(expected),
  )

  it('moves by less than a step, and halves by exactly half', () => {
    const modes: RoundingMode[] = ['half-up', 'half-even', 'up', 'down', 'floor', 'ceiling']
    fc.assert(
      fc.property(rationals, fc.constantFrom(...modes), (value, mode) => {
        const moved = subtract(round(value, { to: of('0.1'), mode }), value)
        const size = moved.num < 0n ? negate(moved) : moved
        expect(compare(size, mode.startsWith('half') ? of('0.05') : of('0.1'))).toBeLessThanOrEqual(
          0,
        )
      }),
      { numRuns: RUNS },
    )
  })

  it('refuses a step that is not positive', () =>
    expect(() => round(of('1'), { to: of('0'), mode: 'up' })).toThrow(RangeError))
})

describe('dates', () => {
  it.each(['2023-02-29', '2023-13-01', '2023-00-10', '2023-4-1', '20230401', '1900-02-29'])(
    'there is no %s',
    (text) => expect(parseDay(text)).toBeUndefined(),
  )

  it.each([
    ['1970-01-01', 0],
    ['2000-02-29', 11016],
    ['2023-12-31', 19722],
    ['1969-12-31', -1],
  ])('%s is day %d', (text, days) => expect(dayNumber(text)).toBe(days))

  it.each([
    ['2016-02-29', 12, '2017-02-28'],
    ['2016-12-31', 2, '2017-02-28'],
    ['2017-01-15', 12, '2018-01-15'],
  ])('%s and %d months is %s', (from, months, to) => expect(addMonths(from, months)).toBe(to))
})
