import {
  type Arena,
  type Domain,
  type NodeId,
  type PeerMeasure,
  readArena,
  wholeIn,
} from '../core/index.ts'
import { type Interval, ONE } from '../number/index.ts'

// A sum of what cannot be negative is at least one of them, and however much more.
function sumOf({ lo, hi }: Interval): Interval {
  return {
    lo: lo !== null && lo.num >= 0n ? lo : null,
    hi: hi !== null && hi.num <= 0n ? hi : null,
  }
}

/** What a figure over peers can be, from what the value of each of them can be; a unit is among its peers. */
export function peerDomain(
  arena: Arena<{ readonly domain: Domain }>,
  of: NodeId,
  measure: PeerMeasure,
): Domain {
  const one = readArena(
    arena,
    arena.inputs.map(({ domain }) => domain.range),
  ).of(of)
  const domain = (range: Interval, whole: boolean): Domain => ({
    range,
    whole,
    unit: '',
    words: null,
  })
  switch (measure.as) {
    case 'count':
    case 'rank':
      return domain({ lo: ONE, hi: null }, true)
    case 'sum':
      return domain(sumOf(one), wholeIn(arena, of))
    case 'mean':
      return domain(one, false)
    case 'max':
    case 'min':
      return domain(one, wholeIn(arena, of))
  }
}
