import type { Builder, Input, NodeId } from '../core/index.ts'
import { ONE, type Rational, ZERO, add, compare, divide, int, multiply } from '../number/index.ts'

export type Combine = 'sum' | 'weighted' | 'average' | 'best' | 'worst'
export type Policy = 'rescale' | 'full' | 'zero'

/** Something whose points come together with others: an item, a category, a source. */
export interface Member {
  readonly points: NodeId
  /** 1 where the member applies to the unit, 0 where it does not. */
  readonly applies: NodeId
  readonly full: Rational | undefined
  readonly weight: Rational | undefined
  /** What happens where it does not apply; undefined when the notice is silent. */
  readonly policy: Policy | undefined
  /** The keyword that says what happens where it does not apply: 不适用时, or 无评价时 of a source. */
  readonly asked: '不适用时' | '无评价时'
  /** Path of the member, for questions. */
  readonly path: string
}

type B = Builder<Input>

function alwaysApplies(m: Member, b: B): boolean {
  return b.constantOf(m.applies)?.num === 1n
}

/** The member's points where it may not apply, by its policy (constructs: na_renormalise). */
export function countedPoints(m: Member, b: B): NodeId {
  if (alwaysApplies(m, b)) return m.points
  const zero = b.choose(m.applies, m.points, b.zero())
  const full = b.choose(m.applies, m.points, b.constant(m.full ?? ZERO))
  if (m.policy === 'full') return full
  if (m.policy === undefined)
    return b.choose(
      m.applies,
      m.points,
      b.undecided([b.zero(), b.constant(m.full ?? ZERO)], `${m.path}/${m.asked}`),
    )
  return zero
}

// 1 where the member counts in the denominator of a rescaling.
function countedIn(m: Member, b: B): NodeId {
  return m.policy === 'rescale' ? m.applies : b.one()
}

function rescales(members: readonly Member[], b: B): boolean {
  return members.some((m) => m.policy === 'rescale' && !alwaysApplies(m, b))
}

function sumOfMembers(members: readonly Member[], b: B): NodeId {
  const sum = b.sum(members.map((m) => countedPoints(m, b)))
  if (!rescales(members, b)) return sum
  const whole = members.reduce((total, m) => add(total, m.full ?? ZERO), ZERO)
  const applicable = b.sum(
    members.map((m) => b.product([b.constant(m.full ?? ZERO), countedIn(m, b)])),
  )
  return b.quotient(b.product([sum, b.constant(whole)]), applicable)
}

/** The member's part of its own full score, between 0 and 1 when the notice gives no full score. */
function ratioOf(m: Member, b: B): NodeId {
  if (m.full === undefined || compare(m.full, ZERO) === 0)
    return b.undecided([b.zero(), b.one()], `${m.path}/分值`)
  return b.product([b.constant(divide(ONE, m.full)), countedPoints(m, b)])
}

function weightOf(m: Member, b: B): NodeId {
  return m.weight === undefined
    ? b.undecided([b.zero(), b.one()], `${m.path}/占比`)
    : b.constant(m.weight)
}

function weightedMembers(members: readonly Member[], full: Rational, b: B): NodeId {
  const sum = b.sum(members.map((m) => b.product([weightOf(m, b), ratioOf(m, b)])))
  const scaled = b.product([b.constant(full), sum])
  if (!rescales(members, b)) return scaled
  const whole = members.reduce((total, m) => add(total, m.weight ?? ZERO), ZERO)
  const applicable = b.sum(members.map((m) => b.product([weightOf(m, b), countedIn(m, b)])))
  return b.quotient(b.product([scaled, b.constant(whole)]), applicable)
}

function averageOfMembers(members: readonly Member[], b: B): NodeId {
  const sum = b.sum(members.map((m) => countedPoints(m, b)))
  return b.quotient(sum, b.sum(members.map((m) => countedIn(m, b))))
}

/**
 * Brings members together. `full` is the score that weights are parts of.
 * @example weighted 60 % and 40 % of 100 with ratios 1/2 and 1 give 70.
 */
export function combineMembers(
  members: readonly Member[],
  how: Combine,
  full: Rational,
  b: B,
): NodeId {
  if (members.length === 0) return b.zero()
  switch (how) {
    case 'sum':
      return sumOfMembers(members, b)
    case 'weighted':
      return weightedMembers(members, full, b)
    case 'average':
      return averageOfMembers(members, b)
    case 'best':
      return b.greatest(members.map((m) => countedPoints(m, b)))
    case 'worst':
      return b.least(members.map((m) => countedPoints(m, b)))
  }
}

/** The full score of members together, or undefined when one of them has none. */
export function fullOf(members: readonly Member[], how: Combine): Rational | undefined {
  const fulls = members.map((m) => m.full)
  if (fulls.length === 0 || fulls.some((f) => f === undefined)) return undefined
  const known = fulls as Rational[]
  if (how === 'sum') return known.reduce(add)
  if (how === 'average') return multiply(known.reduce(add), divide(ONE, int(known.length)))
  return known.reduce((a, b) => (compare(a, b) >= 0 ? a : b))
}
