import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Builder, type NodeId, type Piece, Values, exactPiece } from '../src/core/index.ts'
import {
  EVERYTHING,
  type Interval,
  type Rational,
  compare,
  exactly,
  int,
  point,
  ratio,
} from '../src/number/index.ts'
import { RUNS } from './runs.ts'

const INPUTS = 3

/** Grows a random arena: each draw picks an operation and earlier nodes. */
function grow(draws: readonly number[]): Builder<number> {
  const b = new Builder<number>()
  const ids: NodeId[] = Array.from({ length: INPUTS }, (_, i) => b.input(i))
  ids.push(b.constant(int(0)), b.constant(ratio(7n, 2n)), b.constant(int(-3)))
  for (const draw of draws)
    ids.push(step(b, draw, (shift) => ids[(draw >> shift) % ids.length] as NodeId))
  return b
}

function step(b: Builder<number>, draw: number, pick: (shift: number) => NodeId): NodeId {
  const [x, y, z] = [pick(4), pick(9), pick(14)]
  switch (draw % 7) {
    case 0:
      return b.sum([x, y])
    case 1:
      return b.product([x, y])
    case 2:
      return b.least([x, y])
    case 3:
      return b.greatest([x, y])
    case 4:
      return b.round(x, { to: int(2), mode: 'half-up' })
    case 5:
      return b.compare(x, 'atMost', y)
    default:
      return b.piecewise(x, bands(y, z))
  }
}

function bands(y: NodeId, z: NodeId): Piece[] {
  return [
    { from: null, fromInclusive: false, to: int(1), toInclusive: false, then: y },
    { from: int(1), fromInclusive: true, to: int(4), toInclusive: true, then: z },
    { from: int(4), fromInclusive: false, to: null, toInclusive: false, then: y },
  ]
}

const small = fc.integer({ min: -6, max: 6 }).map(int)
const arenas = fc.array(fc.nat({ max: 1 << 20 }), { minLength: 1, maxLength: 25 }).map(grow)

function inside(x: Rational, interval: Interval): boolean {
  return (
    (interval.lo === null || compare(interval.lo, x) <= 0) &&
    (interval.hi === null || compare(x, interval.hi) <= 0)
  )
}

describe('reading nodes', () => {
  it('is exact where all inputs are, and lies within what is said when some are not known', () => {
    fc.assert(
      fc.property(
        arenas,
        fc.array(small, { minLength: INPUTS, maxLength: INPUTS }),
        fc.nat(7),
        (b, given, hidden) => {
          const exact = new Values(b.nodes, given.map(point))
          const partial = new Values(
            b.nodes,
            given.map((v, i) => ((hidden >> i) & 1 ? { lo: int(-6), hi: int(6) } : point(v))),
          )
          b.nodes.forEach((_, id) => {
            const value = exactly(exact.of(id))
            expect(value).toBeDefined()
            expect(inside(value as Rational, partial.of(id))).toBe(true)
          })
        },
      ),
      { numRuns: RUNS },
    )
  })

  it('keeps an overlap with two answers open, and a gap between all answers', () => {
    const b = new Builder<number>()
    const x = b.input(0)
    const [one, five] = [b.constant(int(1)), b.constant(int(5))]
    const overlap = b.piecewise(x, [
      { from: null, fromInclusive: false, to: int(3), toInclusive: true, then: one },
      { from: int(3), fromInclusive: true, to: null, toInclusive: false, then: five },
    ])
    const gap = b.piecewise(x, [exactPiece(int(1), one), exactPiece(int(2), five)])
    const at = (value: number) => new Values(b.nodes, [point(int(value))])
    expect(at(3).of(overlap)).toEqual({ lo: int(1), hi: int(5) })
    expect(exactly(at(4).of(overlap))).toEqual(int(5))
    expect(at(9).of(gap)).toEqual({ lo: int(0), hi: int(5) })
  })

  it('takes half a person for a gap where only whole persons are told apart', () => {
    const b = new Builder<number>()
    const cuts = b.piecewise(b.input(0), [
      { from: null, fromInclusive: false, to: int(2), toInclusive: true, then: b.constant(int(1)) },
      { from: int(3), fromInclusive: true, to: null, toInclusive: false, then: b.constant(int(5)) },
    ])
    const at = (value: Rational) => new Values(b.nodes, [point(value)], () => true).of(cuts)
    expect(at(int(3))).toEqual(point(int(5)))
    expect(at(ratio(5n, 2n))).toEqual({ lo: int(0), hi: int(5) })
  })

  it('does not know a quotient by zero', () => {
    const b = new Builder<number>()
    const quotient = b.quotient(b.input(0), b.input(1))
    expect(new Values(b.nodes, [point(int(3)), point(int(0))]).of(quotient)).toEqual(EVERYTHING)
    expect(exactly(new Values(b.nodes, [point(int(3)), point(int(4))]).of(quotient))).toEqual(
      ratio(3n, 4n),
    )
  })

  it('makes equal nodes one', () => {
    const b = new Builder<number>()
    expect(b.sum([b.input(0), b.input(1)])).toBe(b.sum([b.input(0), b.input(1)]))
  })
})
