import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holds } from '../../core/index.ts'
import type { Range, RangeEnd } from '../../model/index.ts'
import { type Rational, compare, int, ratio } from '../../number/index.ts'
import { RUNS } from '../../../tests/runs.ts'
import { layersOf } from './layers.ts'
import { gapsOf, overlap, spanOf } from './spans.ts'

const end = fc.option(
  fc.record({
    at: fc.integer({ min: -4, max: 4 }),
    inclusive: fc.constantFrom(true, false, undefined),
  }),
  { nil: undefined },
)

type Drawn = { readonly at: number; readonly inclusive: boolean | undefined } | undefined

function endOf(drawn: Drawn): RangeEnd | undefined {
  if (drawn === undefined) return undefined
  return { at: { value: int(drawn.at), unit: undefined }, inclusive: drawn.inclusive }
}

const ranges = fc.array(
  fc.tuple(end, end).map(([a, b]): Range => {
    const [from, to] = a !== undefined && b !== undefined && a.at > b.at ? [b, a] : [a, b]
    return { from: endOf(from), to: endOf(to), text: '' }
  }),
  { minLength: 1, maxLength: 4 },
)

/** Every quarter between -5 and 5: each end, and values between any two. */
const PROBES: readonly Rational[] = Array.from({ length: 41 }, (_, i) => ratio(BigInt(i - 20), 4n))

type Reading = 'said' | 'unsaid'

/** Whether a range holds a value, an end whose inclusion is not said read as included or not. */
function within({ from, to }: Range, x: Rational, unsaid: Reading): boolean {
  const low = from === undefined ? 1 : compare(x, from.at.value)
  const high = to === undefined ? 1 : compare(to.at.value, x)
  const included = (side: RangeEnd | undefined) => side?.inclusive ?? unsaid === 'said'
  return (low > 0 || (low === 0 && included(from))) && (high > 0 || (high === 0 && included(to)))
}

describe('what a set of ranges leaves over', () => {
  it('is what no range holds for certain', () => {
    fc.assert(
      fc.property(ranges, (drawn) => {
        const gaps = gapsOf(drawn)
        for (const x of PROBES) {
          const covered = drawn.some((range) => within(range, x, 'unsaid'))
          expect(gaps.filter((gap) => holds(gap, x))).toHaveLength(covered ? 0 : 1)
        }
      }),
      { numRuns: RUNS },
    )
  })
})

describe('layers', () => {
  it('tell of every value which ranges hold it, both ways where it is not said', () => {
    fc.assert(
      fc.property(ranges, (drawn) => {
        const layers = layersOf(drawn)
        for (const x of PROBES) {
          const found = layers
            .filter(({ span }) => holds(span, x))
            .map(({ holding }) => [...holding])
          const readings = (['said', 'unsaid'] as const).map((reading) =>
            drawn.flatMap((range, i) => (within(range, x, reading) ? [i] : [])),
          )
          const [said, unsaid] = readings
          expect(found).toEqual(said?.length === unsaid?.length ? [said] : readings)
        }
      }),
      { numRuns: RUNS },
    )
  })
})

describe('overlap', () => {
  it('is more than one value in common', () => {
    fc.assert(
      fc.property(ranges, ranges, ([a], [b]) => {
        const shared = PROBES.filter((x) =>
          [a, b].every((range) => range !== undefined && holds(spanOf(range), x)),
        )
        const known = a === undefined || b === undefined ? false : overlap(a, b)
        expect(known).toBe(shared.length > 1)
      }),
      { numRuns: RUNS },
    )
  })
})
