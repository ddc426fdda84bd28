import type { NodeId } from '../../core/index.ts'
import type { Expr, Quantity, Range } from '../../model/index.ts'
import { isInteger } from '../../number/index.ts'
import type { Place } from '../kind.ts'
import { type Partial, stepsIn } from './steps.ts'
import { isPart } from './units.ts'

/** The reach within which a measure is neither low nor high (趋中性); a single value has two equal ends. */
export interface Reach {
  readonly low: NodeId | undefined
  readonly high: NodeId | undefined
  readonly whole: boolean
}

export type Base = Range | Expr

export function isRange(base: Base): base is Range {
  return !('expr' in base)
}

export function reachOf(at: Place, base: Base): Reach {
  if (!isRange(base)) {
    const value = at.expr(base)
    return { low: value, high: value, whole: at.wholeOf(base) }
  }
  const ends = [base.from?.at.value, base.to?.at.value]
  const [low, high] = ends.map((end) => (end === undefined ? undefined : at.b.constant(end)))
  return { low, high, whole: ends.every((end) => end === undefined || isInteger(end)) }
}

/** How far one value lies above another, never negative. */
export function above(at: Place, value: NodeId, other: NodeId): NodeId {
  return at.b.greatest([at.b.subtract(value, other), at.b.zero()])
}

/** 每1百分点 is a step of the measure itself; 每10% a step of a tenth of the base. */
export type StepUnit = 'absolute' | 'relative'

/** The ways in which a step can be read: both where a rate changes by `%` and nothing says which. */
export function stepUnits(
  unit: string,
  per: Quantity,
  declared: StepUnit | undefined,
): readonly StepUnit[] {
  if (!isPart(per.unit)) return ['absolute']
  if (!isPart(unit)) return ['relative']
  return declared === undefined ? ['absolute', 'relative'] : [declared]
}

export interface Stepping {
  readonly unit: StepUnit
  readonly per: Quantity
  readonly partial: Partial | undefined
  /** True when measure and base only take whole values. */
  readonly whole: boolean
}

/** The steps in a difference from an end of the base. */
export function stepsFrom(at: Place, end: NodeId, difference: NodeId, how: Stepping): NodeId {
  const relative = how.unit === 'relative'
  const of = relative ? at.b.quotient(difference, end) : difference
  const whole = how.whole && !relative
  return stepsIn(at, { of, per: how.per.value, whole, partial: how.partial })
}
