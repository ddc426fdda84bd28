import type { Builder, Input, NodeId } from '../core/index.ts'
import {
  ONE,
  type Rational,
  ZERO,
  add,
  compare,
  divide,
  equal,
  int,
  multiply,
} from '../number/index.ts'
import type { Types } from './types.ts'

export type Combine = 'sum' | 'weighted' | 'average' | 'best' | 'worst'
export type Policy = 'rescale' | 'full' | 'zero'

/** Something whose points come together with others: an item, a category, a source. */
export interface Member {
  readonly points: NodeId
  /** 1 where the member applies to the unit, 0 where it does not. */
  readonly applies: NodeId
  /** The types on whose sheet the member stands at all; undefined for all. */
  readonly types: Types
  /** 1 where it stands on the unit's sheet. */
  readonly belongs: NodeId
  readonly full: Rational | undefined
  /** The full score of the unit at hand, where it differs by type. */
  readonly fullNode: NodeId | undefined
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

/** The member's points: nothing where it is not on the unit's sheet, by its policy where it does not apply. */
export function countedPoints(m: Member, b: B): NodeId {
  return b.choose(m.belongs, pointsOnSheet(m, b), b.zero())
}

// The member's points where it may not apply, by its policy (constructs: na_renormalise).
function pointsOnSheet(m: Member, b: B): NodeId {
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
export function countedIn(m: Member, b: B): NodeId {
  return m.policy === 'rescale' ? b.and([m.belongs, m.applies]) : m.belongs
}

// The whole of the figures of all members on the unit's sheet.
export function wholeOf(members: readonly Member[], figure: (m: Member) => Rational, b: B): NodeId {
  const figures = members.map((m) => b.product([b.constant(figure(m)), m.belongs]))
  return b.constantOf(b.and(members.map((m) => m.belongs)))?.num === 1n
    ? b.constant(members.map(figure).reduce(add, ZERO))
    : b.sum(figures)
}

export function rescales(members: readonly Member[], b: B): boolean {
  return members.some((m) => m.policy === 'rescale' && !alwaysApplies(m, b))
}

/** What of a list of members is added up, and what of it is their whole. */
interface Scale {
  readonly summand: (m: Member) => NodeId
  readonly share: (m: Member) => NodeId
}

const MOST_CASES = 4

// Where nothing applies nobody knows the points; but they are between none and all.
function ofNothing(whole: NodeId, b: B): NodeId {
  return b.least([b.greatest([b.quotient(b.zero(), b.zero()), b.zero()]), whole])
}

function addedUp(of: readonly NodeId[], b: B): NodeId {
  const known = of.map((id) => b.constantOf(id))
  const all = known.filter((value) => value !== undefined)
  return all.length === of.length ? b.constant(all.reduce(add, ZERO)) : b.sum(of)
}

/**
 * The sum of members, scaled up to the whole by those that apply. Each of a few members that may not
 * apply gives two cases, each with a divisor of its own: so what is not known yet stays between what
 * the cases give. Of more than a few the divisor is one sum.
 */
function rescaled(members: readonly Member[], scale: Scale, whole: NodeId, b: B): NodeId {
  const open = members.filter((m) => m.policy === 'rescale' && !alwaysApplies(m, b))
  const of = (counted: readonly Member[], shares: readonly NodeId[]): NodeId => {
    if (counted.length === 0) return ofNothing(whole, b)
    const [sum, by] = [b.sum(counted.map(scale.summand)), addedUp(shares, b)]
    return by === whole ? sum : b.quotient(b.product([sum, whole]), by)
  }
  if (open.length > MOST_CASES)
    return of(
      members,
      members.map((m) => b.product([scale.share(m), countedIn(m, b)])),
    )
  const cases = ([first, ...rest]: readonly Member[], left: readonly Member[]): NodeId => {
    if (first === undefined)
      return of(
        left,
        left.map((m) => b.product([scale.share(m), m.belongs])),
      )
    const without = left.filter((m) => m !== first)
    const held = left.map((m) => (m === first ? { ...m, applies: b.one() } : m))
    return b.choose(first.applies, cases(rest, held), cases(rest, without))
  }
  return cases(open, members)
}

function sumOfMembers(members: readonly Member[], b: B): NodeId {
  if (!rescales(members, b)) return b.sum(members.map((m) => countedPoints(m, b)))
  const share = (m: Member) => b.constant(m.full ?? ZERO)
  const scale = { summand: (m: Member) => countedPoints(m, b), share }
  return rescaled(
    members,
    scale,
    wholeOf(members, (m) => m.full ?? ZERO, b),
    b,
  )
}

/** The member's part of its own full score, between 0 and 1 when the notice gives no full score. */
function ratioOf(m: Member, b: B): NodeId {
  if (m.fullNode !== undefined)
    return b.choose(m.belongs, b.quotient(countedPoints(m, b), m.fullNode), b.zero())
  if (m.full === undefined || compare(m.full, ZERO) === 0)
    return b.choose(m.belongs, b.undecided([b.zero(), b.one()], `${m.path}/分值`), b.zero())
  return b.product([b.constant(divide(ONE, m.full)), countedPoints(m, b)])
}

function weightOf(m: Member, b: B): NodeId {
  return m.weight === undefined
    ? b.undecided([b.zero(), b.one()], `${m.path}/占比`)
    : b.constant(m.weight)
}

function weightedMembers(members: readonly Member[], full: Rational, b: B): NodeId {
  const part = (m: Member) => b.product([weightOf(m, b), ratioOf(m, b)])
  if (!rescales(members, b)) return b.product([b.constant(full), b.sum(members.map(part))])
  const whole = wholeOf(members, (m) => m.weight ?? ZERO, b)
  const scale = { summand: part, share: (m: Member) => weightOf(m, b) }
  return b.product([b.constant(full), rescaled(members, scale, whole, b)])
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
    case 'worst':
      return extremeOf(members, how, b)
  }
}

// A member that is not on the unit's sheet stands where it decides nothing.
function extremeOf(members: readonly Member[], how: 'best' | 'worst', b: B): NodeId {
  const counted = members.map((m) => countedPoints(m, b))
  const neutral = () => (how === 'best' ? b.least(counted) : b.greatest(counted))
  const taken = members.map((m, i) =>
    b.constantOf(m.belongs)?.num === 1n
      ? (counted[i] as NodeId)
      : b.choose(m.belongs, counted[i] as NodeId, neutral()),
  )
  return how === 'best' ? b.greatest(taken) : b.least(taken)
}

/** The full score of members together on the sheet of a type, or undefined when one of them has none. */
export function fullFor(
  members: readonly Member[],
  how: Combine,
  type: string,
): Rational | undefined {
  const fulls = members.filter((m) => m.types?.includes(type) ?? true).map((m) => m.full)
  if (fulls.length === 0 || fulls.some((f) => f === undefined)) return undefined
  const known = fulls as Rational[]
  if (how === 'sum') return known.reduce(add)
  if (how === 'average') return multiply(known.reduce(add), divide(ONE, int(known.length)))
  return known.reduce((a, b) => (compare(a, b) >= 0 ? a : b))
}

/** The same where it is the same on every sheet that has any of the members. */
export function fullOf(
  members: readonly Member[],
  how: Combine,
  types: readonly string[],
): Rational | undefined {
  const on = (type: string) => members.some((m) => m.types?.includes(type) ?? true)
  const [one, ...rest] = types.filter(on).map((type) => fullFor(members, how, type))
  return one !== undefined && rest.every((r) => r !== undefined && equal(r, one)) ? one : undefined
}
