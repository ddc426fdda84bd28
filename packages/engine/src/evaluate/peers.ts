import type { Input, PeerMeasure, Values } from '../core/index.ts'
import type { Met, Unit } from '../model/index.ts'
import {
  type Interval,
  type Rational,
  ZERO,
  add,
  addIntervals,
  compare,
  divide,
  exactly,
  greatestOf,
  hull,
  int,
  multiply,
  negate,
  point,
} from '../number/index.ts'

type PeersInput = Extract<Input, { from: 'peers' }>

/** What units have in common that are compared with one another. */
export function groupKey({ type, group }: Unit, by: PeersInput['group']): string | null {
  return by === 'all' ? null : by === 'type' ? type : (group ?? type)
}

/** A unit, and whether it takes part at all (资格). */
export interface Member {
  readonly unit: Unit
  readonly eligible: Met
}

/** The members of a comparison: who takes part at all, and of whom what is compared says anything. */
export function membersOf(
  { among }: Pick<PeersInput, 'among'>,
  all: readonly (Member & { readonly values: Pick<Values, 'of'> })[],
): readonly Member[] {
  return all.map(({ unit, eligible, values }) => ({
    unit,
    eligible: both(eligible, metBy(values.of(among))),
  }))
}

function metBy(among: Interval): Met {
  const known = exactly(among)
  return known === undefined ? 'undecided' : known.num === 0n ? 'no' : 'yes'
}

function both(a: Met, b: Met): Met {
  if (a === 'no' || b === 'no') return 'no'
  return a === 'yes' && b === 'yes' ? 'yes' : 'undecided'
}

/** The value of one peer; `maybe` where it is not decided whether the peer takes part. */
export interface PeerValue {
  readonly value: Interval
  readonly maybe: boolean
}

/** The units that a unit is compared with: those that may take part, and itself whether it does or not. */
export function peersOf(
  { unit }: Member,
  all: readonly Member[],
  group: PeersInput['group'],
): readonly number[] {
  const key = groupKey(unit, group)
  const isPeer = (other: Member) =>
    other.unit.id === unit.id || (other.eligible !== 'no' && groupKey(other.unit, group) === key)
  return all.flatMap((other, i) => (isPeer(other) ? [i] : []))
}

/** Whether a peer may be missing from the comparison; the unit itself is always there. */
export function isMaybe({ unit }: Member, peer: Member): boolean {
  return peer.eligible === 'undecided' && peer.unit.id !== unit.id
}

// Certainly ahead: even its worst is better than my best.
function ahead(
  mine: Interval,
  other: Interval,
  first: 'highest' | 'lowest',
): 'surely' | 'possibly' | 'no' {
  const [a, b] = first === 'highest' ? [mine, other] : [flip(mine), flip(other)]
  if (a.hi !== null && b.lo !== null && compare(b.lo, a.hi) > 0) return 'surely'
  return a.lo === null || b.hi === null || compare(b.hi, a.lo) > 0 ? 'possibly' : 'no'
}

function flip(x: Interval): Interval {
  const negated = (v: Rational | null) => v && negate(v)
  return { lo: negated(x.hi), hi: negated(x.lo) }
}

function denseRank(mine: Rational, all: readonly Rational[], first: 'highest' | 'lowest'): number {
  const better = all.filter((v) =>
    first === 'highest' ? compare(v, mine) > 0 : compare(v, mine) < 0,
  )
  return 1 + new Set(better.map((v) => `${v.num}/${v.den}`)).size
}

function rankAmong(
  mine: Interval,
  all: readonly PeerValue[],
  measure: Extract<PeerMeasure, { as: 'rank' }>,
): Interval {
  const exact = all.map(({ value, maybe }) => (maybe ? undefined : exactly(value)))
  const own = exactly(mine)
  if (own !== undefined && exact.every((v) => v !== undefined) && measure.ties === 'dense') {
    return point(int(denseRank(own, exact, measure.first)))
  }
  const standings = all.map(({ value, maybe }) => {
    const found = ahead(mine, value, measure.first)
    return found === 'surely' && maybe ? 'possibly' : found
  })
  const surely = standings.filter((s) => s === 'surely').length
  const possibly = standings.filter((s) => s === 'possibly').length - (own === undefined ? 1 : 0)
  return {
    lo: int(measure.ties === 'dense' ? 1 : surely + 1),
    hi: int(surely + Math.max(0, possibly) + 1),
  }
}

// The least mean of the lower ends: peers that may be missing are there while they make it less.
function leastMean(all: readonly PeerValue[]): Rational | null {
  const ends = all.flatMap(({ value, maybe }) =>
    value.lo === null ? [] : [{ at: value.lo, maybe }],
  )
  if (ends.length < all.length) return null
  const sure = ends.filter((e) => !e.maybe)
  let total = sure.reduce((sum, { at }) => add(sum, at), ZERO)
  let count = sure.length
  for (const { at } of ends.filter((e) => e.maybe).toSorted((a, b) => compare(a.at, b.at))) {
    if (compare(multiply(at, int(count)), total) >= 0) break
    total = add(total, at)
    count++
  }
  return divide(total, int(count))
}

const flipped = (all: readonly PeerValue[]): readonly PeerValue[] =>
  all.map(({ value, maybe }) => ({ value: flip(value), maybe }))

// Both ends from the lower one: the upper is the lower of the same figures with their signs changed.
function bothEnds(
  all: readonly PeerValue[],
  least: (all: readonly PeerValue[]) => Rational | null,
): Interval {
  return { lo: least(all), hi: flip({ lo: least(flipped(all)), hi: null }).hi }
}

// The least upper end that the greatest surely has is that of those who surely take part.
function greatest(all: readonly PeerValue[]): Interval {
  const sure = all.filter(({ maybe }) => !maybe)
  const over = (some: readonly PeerValue[]) => some.map(({ value }) => value).reduce(greatestOf)
  return { lo: over(sure).lo, hi: over(all).hi }
}

/**
 * A figure over the peers of a unit, whichever of those that may be missing take part.
 * @param mine the unit's own value
 * @param all the values of its peers, its own included and not `maybe`
 */
export function measurePeers(
  measure: PeerMeasure,
  mine: Interval,
  all: readonly PeerValue[],
): Interval {
  const sure = all.filter(({ maybe }) => !maybe)
  switch (measure.as) {
    case 'count':
      return { lo: int(sure.length), hi: int(all.length) }
    case 'sum':
      return all
        .map(({ value, maybe }) => (maybe ? hull(value, point(ZERO)) : value))
        .reduce(addIntervals, point(ZERO))
    case 'mean':
      return bothEnds(all, leastMean)
    case 'max':
      return greatest(all)
    case 'min':
      return flip(greatest(flipped(all)))
    case 'rank':
      return rankAmong(mine, all, measure)
  }
}
