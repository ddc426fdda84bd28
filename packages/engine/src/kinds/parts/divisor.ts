import type { NodeId } from '../../core/index.ts'
import type { Rational } from '../../number/index.ts'
import { choice, optional } from '../../shape/index.ts'
import type { Lowered, Place, Telling } from '../kind.ts'
import { signedPoints, whether } from './tell.ts'

/** What a unit gets where there is nothing to measure against: no task, a divisor of zero. */
export const WITHOUT = { 得零分: 'zero', 得满分: 'full', 不适用: 'not-applicable' } as const

export type Without = (typeof WITHOUT)[keyof typeof WITHOUT]

/** 分母为零, of kinds that divide by what is reported. */
export const divisorField = optional(
  '分母为零',
  choice(WITHOUT),
  '除以的数是零（算不出来）的单位怎样计；“相对”里是零或负数。只在它可能是零时才需要写',
)

export const DIVISOR_SILENCE = { 分母为零: '除以的数是零、算不出来的单位怎样计分，原文没有写明' }

/** A divisor that may be zero, and what the scheme says of it. */
export interface Divisor {
  readonly keyword: string
  /** 1 where it is zero; undefined where that cannot be. */
  readonly zero: NodeId | undefined
  readonly policy: Without | undefined
  readonly full: Rational
}

function without(at: Place, { keyword, policy, full }: Divisor): NodeId {
  const all = at.b.constant(full)
  if (policy === undefined) return at.undecided(keyword, [at.b.zero(), all])
  return policy === 'full' ? all : at.b.zero()
}

/** The points, or what the scheme gives where there is nothing to divide by. */
export function pointsUnlessZero(at: Place, divisor: Divisor, points: NodeId): NodeId {
  const { zero } = divisor
  return zero === undefined ? points : at.b.choose(zero, without(at, divisor), points)
}

/** Where the rule applies, as far as the divisor tells. */
export function appliesUnlessZero(at: Place, { zero, policy }: Divisor): Pick<Lowered, 'applies'> {
  return zero === undefined || policy !== 'not-applicable' ? {} : { applies: at.b.not(zero) }
}

/** The telling, or that the divisor is zero: `目标为零，得8分`. */
export function tellUnlessZero(
  { keyword, zero, policy }: Divisor,
  points: NodeId,
  otherwise: Telling,
): Telling {
  if (zero === undefined) return otherwise
  const outcome = policy === 'not-applicable' ? { absent: '不适用' } : signedPoints(points)
  return [whether(zero, [`，${keyword}，`, outcome], otherwise, otherwise)]
}
