import type { Input, PeerMeasure } from '../core/index.ts'
import type { Unit } from '../model/index.ts'
import {
  type Interval,
  type Rational,
  ZERO,
  addIntervals,
  compare,
  divide,
  exactly,
  greatestOf,
  int,
  leastOf,
  point,
} from '../number/index.ts'

type PeersInput = Extract<Input, { from: 'peers' }>

/** What units have in common that are compared with one another. */
export function groupKey({ type, group }: Unit, by: PeersInput['group']): string | null {
  return by === 'all' ? null : by === 'type' ? type : (group ?? type)
}

/** The units that a unit is compared with, itself included. */
export function peersOf(
  unit: Unit,
  units: readonly Unit[],
  group: PeersInput['group'],
): readonly number[] {
  const key = groupKey(unit, group)
  return units.flatMap((other, i) => (groupKey(other, group) === key ? [i] : []))
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
  const negated = (v: Rational | null) => (v === null ? null : { num: -v.num, den: v.den })
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
  all: readonly Interval[],
  measure: Extract<PeerMeasure, { as: 'rank' }>,
): Interval {
  const exact = all.map(exactly)
  const own = exactly(mine)
  if (own !== undefined && exact.every((v) => v !== undefined) && measure.ties === 'dense') {
    return point(int(denseRank(own, exact, measure.first)))
  }
  const standings = all.map((other) => ahead(mine, other, measure.first))
  const surely = standings.filter((s) => s === 'surely').length
  const possibly = standings.filter((s) => s === 'possibly').length - (own === undefined ? 1 : 0)
  return {
    lo: int(measure.ties === 'dense' ? 1 : surely + 1),
    hi: int(surely + Math.max(0, possibly) + 1),
  }
}

/**
 * A figure over the peers of a unit.
 * @param mine the unit's own value
 * @param all the values of its peers, its own included
 */
export function measurePeers(
  measure: PeerMeasure,
  mine: Interval,
  all: readonly Interval[],
): Interval {
  const sum = () => all.reduce(addIntervals, point(ZERO))
  switch (measure.as) {
    case 'count':
      return point(int(all.length))
    case 'sum':
      return sum()
    case 'mean': {
      const { lo, hi } = sum()
      const by = int(all.length)
      return { lo: lo === null ? null : divide(lo, by), hi: hi === null ? null : divide(hi, by) }
    }
    case 'max':
      return all.reduce(greatestOf)
    case 'min':
      return all.reduce(leastOf)
    case 'rank':
      return rankAmong(mine, all, measure)
  }
}
