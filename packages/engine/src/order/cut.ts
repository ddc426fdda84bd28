import type { Cut, Met } from '../model/index.ts'
import { type Rational, ONE, int, multiply, round } from '../number/index.ts'
import { agreed, both, metWhen } from './met.ts'
import { type Peers, arrangements } from './peers.ts'
import type { Count, Entry, Place, Pool } from './pool.ts'

/** Whether a unit is within a cut, how many places there are, and among how many. */
export interface CutResult {
  readonly met: Met
  readonly size: Count
  readonly base: Count
}

function placesOf(share: Rational, base: Count, rounding: Cut['rounding']): Count {
  const take = (n: number, mode: NonNullable<Cut['rounding']>) =>
    Number(round(multiply(share, int(n)), { to: ONE, mode }).num)
  return [take(base[0], rounding ?? 'floor'), take(base[1], rounding ?? 'ceiling')]
}

/** What a share is a share of: the units that take part, or with 全部单位 every one of the peers. */
export function baseOf(cut: Cut, pool: Pool): Count {
  return cut.base === 'all' ? [pool.entries.length, pool.entries.length] : pool.size
}

/**
 * The number of places of a cut. A share without a declared rounding is between rounding down and
 * rounding up (20% of 23 is 4 or 5); a cut with both share and number is the smaller; with neither,
 * anything up to all.
 */
export function sizeOf(cut: Cut, pool: Pool): Count {
  const sizes: Count[] = []
  if (cut.number !== undefined) sizes.push([cut.number, cut.number])
  if (cut.share !== undefined) sizes.push(placesOf(cut.share, baseOf(cut, pool), cut.rounding))
  if (sizes.length === 0) return [0, pool.possible.length]
  return [Math.min(...sizes.map((s) => s[0])), Math.min(...sizes.map((s) => s[1]))]
}

/**
 * Whether a place is within the first `places`, in every case, in some, or in none.
 * Units level with each other on the cut are all in, all out, or (由会议定, or silent) undecided.
 */
export function withinFirst(place: Place, places: Count, ties: Cut['ties']): Met {
  const first = place.ahead // others before it when it leads those level with it
  const last = place.notBehind // others before it when it comes last of them
  const surely = ties === 'all-in' ? first[1] < places[0] : last[1] < places[0]
  const possibly = ties === 'all-out' ? last[0] < places[1] : first[0] < places[1]
  return metWhen(surely, possibly)
}

function merged(a: CutResult | undefined, b: CutResult): CutResult {
  if (a === undefined) return b
  const hull = (x: Count, y: Count): Count => [Math.min(x[0], y[0]), Math.max(x[1], y[1])]
  return { met: agreed([a.met, b.met]), size: hull(a.size, b.size), base: hull(a.base, b.base) }
}

/**
 * The top or bottom of the entries, by unit. Units that do not take part are never within; those
 * whose eligibility is undecided are at most undecided. Whatever the scheme leaves silent (rounding,
 * ties on the cut, peers) leaves undecided only the units for which it makes a difference.
 */
export function cutAll(
  entries: readonly Entry[],
  peers: Peers | undefined,
  cut: Cut,
  end: 'top' | 'bottom',
): ReadonlyMap<string, CutResult> {
  const results = new Map<string, CutResult>()
  for (const { pools } of arrangements(entries, peers)) {
    for (const forward of pools) {
      const pool = end === 'top' ? forward : forward.reversed()
      const size = sizeOf(cut, pool)
      const base = baseOf(cut, pool)
      for (const entry of pool.entries) {
        const met = both(entry.present, withinFirst(pool.place(entry), size, cut.ties))
        results.set(entry.unit, merged(results.get(entry.unit), { met, size, base }))
      }
    }
  }
  return results
}
