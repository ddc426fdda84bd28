import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addIntervals,
  EVERYTHING,
  exactly,
  formatRational,
  greatestOf,
  hull,
  int,
  type Interval,
  leastOf,
  multiplyIntervals,
  parseRational,
  point,
  ratio,
  spansZero,
} from '../../src/number/index.ts'
import { RUNS } from '../runs.ts'

const FAR = 1_000_000

const end = fc.option(fc.integer({ min: -9, max: 9 }))
const intervals = fc.tuple(end, end).map(([a, b]): Interval => {
  const [lo, hi] = a !== null && b !== null && a > b ? [b, a] : [a, b]
  return { lo: lo === null ? null : int(lo), hi: hi === null ? null : int(hi) }
})

// An interval without bound on a side, as one whose bound is very far away.
const near = ({ lo, hi }: Interval): [number, number] => [
  lo === null ? -FAR : Number(lo.num),
  hi === null ? FAR : Number(hi.num),
]
const shown = (interval: Interval): [number | null, number | null] => {
  const [lo, hi] = near(interval)
  return [lo === -FAR ? null : lo, hi === FAR ? null : hi]
}
const bounds = (values: readonly number[]): [number | null, number | null] => {
  const [lo, hi] = [Math.min(...values), Math.max(...values)]
  return [lo <= -FAR / 2 ? null : lo + 0, hi >= FAR / 2 ? null : hi + 0]
}

const operations: Readonly<
  Record<
    string,
    readonly [(a: Interval, b: Interval) => Interval, (a: number, b: number) => readonly number[]]
  >
> = {
  'the sum': [addIntervals, (a, b) => [a + b]],
  'the product': [multiplyIntervals, (a, b) => [a * b]],
  'the lesser': [leastOf, (a, b) => [Math.min(a, b)]],
  'the greater': [greatestOf, (a, b) => [Math.max(a, b)]],
  'what holds both': [hull, (a, b) => [a, b]],
}

// All of these go up or down steadily in each argument, so that the ends are where the extremes are.
describe('of two intervals', () => {
  it.each(Object.entries(operations))('%s is as wide as the ends make it', (_, [of, at]) => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        const all = near(a).flatMap((m) => near(b).flatMap((n) => at(m, n)))
        expect(shown(of(a, b))).toEqual(bounds(all))
      }),
      { numRuns: RUNS },
    )
  })

  it('single values stay single', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (a, b) => {
        const [x, y] = [point(int(a)), point(int(b))]
        expect(exactly(addIntervals(x, y))).toEqual(int(a + b))
        expect(exactly(multiplyIntervals(x, y))).toEqual(ratio(BigInt(a) * BigInt(b)))
      }),
      { numRuns: RUNS },
    )
  })
})

const of = (text: string): Interval => {
  const [lo, hi] = text.split('..').map((one) => (one === '' ? null : (parseRational(one) ?? null)))
  return { lo: lo ?? null, hi: hi ?? null }
}

describe('one interval', () => {
  it.each([
    ['2..2', '2'],
    ['1/3..2/6', '1/3'],
    ['2..3', undefined],
    ['2..', undefined],
    ['..2', undefined],
    ['..', undefined],
  ])('%s is exactly %s', (text, value) => {
    const found = exactly(of(text))
    expect(found && formatRational(found)).toBe(value)
  })

  it.each([
    ['-1..1', true],
    ['0..1', true],
    ['-1..0', true],
    ['0..0', true],
    ['..', true],
    ['..0', true],
    ['0..', true],
    ['1..', false],
    ['..-1', false],
    ['1..2', false],
    ['-2..-1', false],
  ])('%s spans zero: %s', (text, holds) => expect(spansZero(of(text))).toBe(holds))

  it('of everything has no bound', () => expect(EVERYTHING).toEqual({ lo: null, hi: null }))
})
