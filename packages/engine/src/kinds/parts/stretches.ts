import type { NodeId } from '../../core/index.ts'
import type { Quantity, Range } from '../../model/index.ts'
import type { Place } from '../kind.ts'
import { casesOf, lookUp } from './cases.ts'
import { type Reach, type Stepping, above, stepsFrom } from './deviation.ts'
import { type Effect, worth } from './effect.ts'

/** A stretch of the measure with a slope of its own: 低于90%的部分每低1个百分点扣0.5分. */
export type Stretch = Effect & { readonly range: Range; readonly per: Quantity | undefined }

/** Everything that no stretch is written for. */
export const REST: Range = { from: undefined, to: undefined, text: '其他' }

type Ends = { readonly low: NodeId | undefined; readonly high: NodeId | undefined }

function endsOf(at: Place, { from, to }: Range): Ends {
  const node = (end: typeof from) => (end === undefined ? undefined : at.b.constant(end.at.value))
  return { low: node(from), high: node(to) }
}

const lower = (at: Place, a: NodeId, b: NodeId | undefined) =>
  b === undefined ? a : at.b.least([a, b])
const upper = (at: Place, a: NodeId, b: NodeId | undefined) =>
  b === undefined ? a : at.b.greatest([a, b])

function pointsFor(at: Place, each: Stretch, steps: readonly NodeId[]): NodeId {
  return at.b.product([at.b.constant(worth(each, at)), at.b.sum(steps)])
}

/** The steps of the deviation that lie within one stretch. */
export function stepsWithin(
  at: Place,
  x: NodeId,
  reach: Reach,
  each: Stretch,
  how: Stepping,
): readonly NodeId[] {
  const ends = endsOf(at, each.range)
  const by = { ...how, per: each.per ?? how.per }
  const part = (end: NodeId, high: NodeId, low: NodeId) =>
    stepsFrom(at, end, above(at, lower(at, high, ends.high), upper(at, low, ends.low)), by)
  return [
    ...(reach.low === undefined ? [] : [part(reach.low, reach.low, x)]),
    ...(reach.high === undefined ? [] : [part(reach.high, x, reach.high)]),
  ]
}

/** Each stretch by its own slope: only the part of the deviation that lies within it (分段累进). */
export function marginal(
  at: Place,
  x: NodeId,
  reach: Reach,
  stretches: readonly Stretch[],
  how: Stepping,
): NodeId {
  const points = stretches.map((each) => pointsFor(at, each, stepsWithin(at, x, reach, each, how)))
  return at.b.sum(points)
}

/** The steps of the whole deviation. */
export function allSteps(
  at: Place,
  x: NodeId,
  { low, high }: Reach,
  by: Stepping,
): readonly NodeId[] {
  return [
    ...(low === undefined ? [] : [stepsFrom(at, low, above(at, low, x), by)]),
    ...(high === undefined ? [] : [stepsFrom(at, high, above(at, x, high), by)]),
  ]
}

/** The whole deviation by the slope of the stretch in which the measure lies (全程). */
export function whole(
  at: Place,
  x: NodeId,
  reach: Reach,
  stretches: readonly Stretch[],
  how: Stepping,
): NodeId {
  const rows = stretches.map((each) => {
    const steps = allSteps(at, x, reach, { ...how, per: each.per ?? how.per })
    return [each.range, pointsFor(at, each, steps)] as const
  })
  const cases = casesOf(undefined, [...rows, [REST, at.b.zero()] as const])
  return lookUp(at, x, cases, (points) => points)
}
