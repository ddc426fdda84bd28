import type { Cut, Met } from '../model/index.ts'
import { type Rational, ONE, int, multiply, round } from '../number/index.ts'
import { OPEN_CONTEST, type Contest, contending, refillsOf } from './contend.ts'
import { agreed, both, metWhen } from './met.ts'
import { type Peers, arrangements } from './peers.ts'
import type { Count, Entry, Place, Pool } from './pool.ts'

/** Whether a unit is within a cut, how many places there are, and among how many. */
export interface CutResult {
  readonly met: Met
  readonly size: Count
  readonly base: Count
  /** Whether it hangs on what is not written: do places lost pass to the next (递补)? */
  readonly refillOpen: boolean
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
  return {
    met: agreed([a.met, b.met]),
    size: hull(a.size, b.size),
    base: hull(a.base, b.base),
    refillOpen: a.refillOpen || b.refillOpen,
  }
}

interface Cutting {
  readonly cut: Cut
  readonly end: 'top' | 'bottom'
  readonly contest: Contest
}

/** The cut in one pool, with every way in which 递补 may be meant. */
function* cutPool(pool: Pool, { cut, end, contest }: Cutting): Iterable<[Entry, CutResult]> {
  const facing = (of: Pool) => (end === 'top' ? of : of.reversed())
  const ways = refillsOf(cut, pool.entries, contest)
  const here = ways.map((refills) => facing(contending(pool, cut, contest, refills)))
  const size = sizeOf(cut, pool)
  const base = baseOf(cut, pool)
  for (const [i, { present }] of pool.entries.entries()) {
    const mets = here.map((of) => {
      const entry = of.entries[i] as Entry
      return both(present, withinFirst(of.place(entry), size, cut.ties))
    })
    const met = agreed(mets)
    const refillOpen = met === 'undecided' && new Set(mets).size > 1
    yield [pool.entries[i] as Entry, { met, size, base, refillOpen }]
  }
}

/**
 * The top or bottom of the entries, by unit. Units that do not take part are never within; those
 * whose eligibility is undecided are at most undecided. Whatever the scheme leaves silent (rounding,
 * ties on the cut, peers, 递补) leaves undecided only the units for which it makes a difference.
 * @param contest who loses a place that it would take, and what people decided among units level on the cut
 */
export function cutAll(
  entries: readonly Entry[],
  peers: Peers | undefined,
  cut: Cut,
  end: 'top' | 'bottom',
  contest: Contest = OPEN_CONTEST,
): ReadonlyMap<string, CutResult> {
  const results = new Map<string, CutResult>()
  for (const { pools } of arrangements(entries, peers))
    for (const pool of pools)
      for (const [entry, found] of cutPool(pool, { cut, end, contest }))
        results.set(entry.unit, merged(results.get(entry.unit), found))
  return results
}
