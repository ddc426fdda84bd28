import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Line,
  type Stretch,
  gapsOn,
  isSingle,
  layersOn,
  maskedOn,
  overlapsOn,
  sharedOn,
  unreachableOn,
} from '../../src/bounds/line.ts'
import { type Rational, compare, int, isInteger, ratio } from '../../src/number/index.ts'
import { RUNS } from '../runs.ts'

const half = (n: number) => ratio(BigInt(n), 2n)
const ends = fc.option(fc.integer({ min: 0, max: 16 }).map(half), { nil: null })
const said = fc.option(fc.boolean(), { nil: undefined })
const stretches = fc.array(
  fc.record<Stretch>({ from: ends, fromInclusive: said, to: ends, toInclusive: said }),
  { maxLength: 5 },
)
const lines = fc.record<Line>({
  range: fc
    .record({ lo: ends, hi: ends })
    .filter(({ lo, hi }) => lo === null || hi === null || compare(lo, hi) <= 0),
  whole: fc.boolean(),
})

// Quarters lie inside every open part that halves cut.
const GRID = Array.from({ length: 80 }, (_, i) => ratio(BigInt(i - 6), 4n))

function inside(line: Line, x: Rational): boolean {
  const { lo, hi } = line.range
  const between = (lo === null || compare(x, lo) >= 0) && (hi === null || compare(x, hi) <= 0)
  return between && (!line.whole || isInteger(x))
}

function holds(s: Stretch, x: Rational, unsaid: boolean): boolean {
  const low = s.from === null ? 1 : compare(x, s.from)
  const high = s.to === null ? -1 : compare(x, s.to)
  const from = low > 0 || (low === 0 && (s.fromInclusive ?? unsaid))
  return from && (high < 0 || (high === 0 && (s.toInclusive ?? unsaid)))
}

function layerAt(layers: ReturnType<typeof layersOn>, x: Rational) {
  return layers.find((layer) =>
    isSingle(layer)
      ? compare(x, layer.from as Rational) === 0
      : (layer.from === null || compare(x, layer.from) > 0) &&
        (layer.to === null || compare(x, layer.to) < 0),
  )
}

describe('a line cut at the ends of its stretches', () => {
  it('says of every value which stretches hold it', () => {
    fc.assert(
      fc.property(stretches, lines, (all, line) => {
        const layers = layersOn(all, line)
        for (const x of GRID.filter((one) => inside(line, one))) {
          const layer = layerAt(layers, x)
          const held = all.flatMap((s, i) => (holds(s, x, false) ? [i] : []))
          const either = all.flatMap((s, i) => (holds(s, x, true) ? [i] : []))
          expect(layer?.held).toEqual(held)
          expect(
            [...(layer?.held ?? []), ...(layer?.perhaps ?? [])].toSorted((a, b) => a - b),
          ).toEqual(either)
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('has a gap exactly where no stretch can hold a value', () => {
    fc.assert(
      fc.property(stretches, lines, (all, line) => {
        const gaps = gapsOn(layersOn(all, line))
        for (const x of GRID.filter((one) => inside(line, one))) {
          const bare = !all.some((s) => holds(s, x, true))
          expect(gaps.some((gap) => holds(gap, x, true))).toBe(bare)
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('has only parts that hold a value the measure can take', () => {
    fc.assert(
      fc.property(stretches, lines, (all, line) => {
        for (const layer of layersOn(all, line))
          expect(GRID.some((x) => inside(line, x) && layerAt([layer], x) !== undefined)).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })
})

const between = (
  from: number | null,
  fromInclusive: boolean,
  to: number | null,
  toInclusive: boolean,
): Stretch => ({
  from: from === null ? null : int(from),
  fromInclusive,
  to: to === null ? null : int(to),
  toInclusive,
})
const ANY: Line = { range: { lo: int(0), hi: null }, whole: false }
const COUNT: Line = { range: { lo: int(0), hi: null }, whole: true }

describe('bands as notices write them', () => {
  const study = [
    between(null, false, 100, false),
    between(100, true, 120, true),
    between(120, true, null, false),
  ]

  it('120% in two bands: one shared boundary, no overlap, no gap', () => {
    const layers = layersOn(study, ANY)
    expect(sharedOn(layers).map(({ from, held }) => [from, held])).toEqual([[int(120), [1, 2]]])
    expect(overlapsOn(layers)).toEqual([])
    expect(gapsOn(layers)).toEqual([])
  })

  it('0, 1, 2 and 3 of a count: a gap from 4 on and none between', () => {
    const exactly = [0, 1, 2, 3].map((n) => between(n, true, n, true))
    expect(gapsOn(layersOn(exactly, COUNT))).toEqual([
      { from: int(3), fromInclusive: false, to: null, toInclusive: false },
    ])
    expect(gapsOn(layersOn(exactly, ANY)).length).toBe(4)
  })

  it('an end of unsaid inclusion is held by both only perhaps', () => {
    const unsaid: Stretch = { ...between(5, false, null, false), fromInclusive: undefined }
    const layers = layersOn([between(null, false, 5, true), unsaid], COUNT)
    expect(sharedOn(layers).map(({ held, perhaps }) => [held, perhaps])).toEqual([[[0], [1]]])
  })

  it('a band inside another is masked, one outside the domain is not reached', () => {
    const bands = [
      between(null, false, 90, false),
      between(null, false, 80, false),
      between(120, false, null, false),
    ]
    const layers = layersOn(bands, { range: { lo: int(0), hi: int(100) }, whole: false })
    expect(maskedOn(bands.length, layers)).toEqual([[1, 0]])
    expect(unreachableOn(bands.length, layers)).toEqual([2])
  })
})
