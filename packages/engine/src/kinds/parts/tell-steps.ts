import type { NodeId } from '../../core/index.ts'
import type { Rational } from '../../number/index.ts'
import type { Place, Segment, Telling } from '../kind.ts'
import { sayPoints } from './amount.ts'
import { casesOf, tellCases } from './cases.ts'
import { type Reach, type Stepping, above, stepsFrom } from './deviation.ts'
import { worth } from './effect.ts'
import { sayRange } from './say-range.ts'
import { REST, type Stretch, allSteps, stepsWithin } from './stretches.ts'
import { whether } from './tell.ts'
import { isPart } from './units.ts'

/** What one step is worth on either side of the base; undefined where stretches say it. */
export interface Rates {
  readonly low: Rational
  readonly high: Rational
}

function tellSteps(steps: NodeId, rate: Rational): Telling {
  return [{ value: steps, unit: '步' }, `，每步${sayPoints(rate)}`]
}

interface Side {
  readonly word: '低' | '高'
  readonly end: NodeId
  readonly far: NodeId
  readonly rate: Rational | undefined
}

function tellSide(at: Place, { word, end, far, rate }: Side, unit: string, how: Stepping): Segment {
  const relative = how.unit === 'relative'
  const size = relative ? at.b.quotient(far, end) : far
  const own = isPart(unit) ? '百分点' : unit
  const steps = rate && ['，合', ...tellSteps(stepsFrom(at, end, far, how), rate)]
  const said = [`，${word}`, { value: size, unit: relative ? '%' : own }, ...(steps ?? [])]
  return whether(at.b.compare(at.b.zero(), 'less', far), said, [], [])
}

/** How far a measure lies from its base, and in how many steps of what worth. */
export function tellDeviation(
  at: Place,
  x: NodeId,
  { low, high }: Reach,
  rates: Rates | undefined,
  unit: string,
  how: Stepping,
): Telling {
  const sides: Side[] = []
  if (low !== undefined && rates?.low.num !== 0n)
    sides.push({ word: '低', end: low, far: above(at, low, x), rate: rates?.low })
  if (high !== undefined && rates?.high.num !== 0n)
    sides.push({ word: '高', end: high, far: above(at, x, high), rate: rates?.high })
  return sides.map((side) => tellSide(at, side, unit, how))
}

/** All steps by the slope of the stretch in which the measure lies (全程). */
export function tellWhole(
  at: Place,
  x: NodeId,
  reach: Reach,
  stretches: readonly Stretch[],
  how: Stepping,
): Telling {
  const rows = stretches.map((each) => [each.range, each] as const)
  const told = tellCases(x, casesOf(undefined, [...rows, [REST, undefined]]), ({ value }) => {
    if (value === undefined) return []
    const steps = at.b.sum(allSteps(at, x, reach, { ...how, per: value.per ?? how.per }))
    return [`，在${sayRange(value.range)}一段，全程`, ...tellSteps(steps, worth(value, at))]
  })
  return [whether(isOff(at, x, reach), [told], [], [])]
}

/** Whether a measure lies off its base at all. */
export function isOff(at: Place, x: NodeId, { low, high }: Reach): NodeId {
  const { b } = at
  const below = low === undefined ? [] : [b.compare(x, 'less', low)]
  const beyond = high === undefined ? [] : [b.compare(high, 'less', x)]
  return b.or([...below, ...beyond])
}

/** The steps in each stretch, where each counts by its own slope. */
export function tellStretches(
  at: Place,
  x: NodeId,
  reach: Reach,
  stretches: readonly Stretch[],
  how: Stepping,
): Telling {
  return stretches.map((each) => {
    const steps = at.b.sum(stepsWithin(at, x, reach, each, how))
    const said = [`，${sayRange(each.range)}一段`, ...tellSteps(steps, worth(each, at))]
    return whether(at.b.compare(at.b.zero(), 'less', steps), said, [], [])
  })
}
