import type { Ranking } from '../model/index.ts'
import { type Key, compareKeys, countAhead } from './key.ts'
import { type Peers, arrangements } from './peers.ts'
import { type Count, type Entry, type Pool, isExact } from './pool.ts'

/** `rank` when only one is possible and the unit surely takes part; `range` the best and the worst possible. */
export interface RankResult {
  readonly rank: number | undefined
  readonly range: Count
  /** How many take part in the order, the unit included. */
  readonly among: Count
}

type Ties = NonNullable<Ranking['ties']>

/** The number of different keys among those ahead of an entry: the fewest and the most. */
type Steps = (entry: Entry) => Count

// Going down from the ahead end, each entry taken stands surely behind the one taken before:
// the largest set of entries that cannot tie, hence the fewest different totals.
function distinctSure(entries: readonly Entry[]): readonly Key[] {
  const taken: Key[] = []
  let last: Entry | undefined
  for (const entry of entries.toSorted((a, b) => compareKeys(b.worst, a.worst))) {
    if (last !== undefined && compareKeys(entry.best, last.worst) >= 0) continue
    taken.unshift(entry.worst)
    last = entry
  }
  return taken
}

// Each entry not known exactly may be a total of its own; exact ones that are equal are one.
function distinctPossible(entries: readonly Entry[]): readonly Key[] {
  const keys = entries.filter((e) => !isExact(e)).map((e) => e.best)
  const exact = entries.filter(isExact).map((e) => e.best)
  exact.sort(compareKeys)
  keys.push(...exact.filter((key, i) => i === 0 || compareKeys(exact[i - 1] as Key, key) !== 0))
  return keys.toSorted(compareKeys)
}

function stepsOf(pool: Pool): Steps {
  const [sure, possible] = [distinctSure(pool.sure), distinctPossible(pool.possible)]
  return (entry) => [
    countAhead(sure, entry.best, false),
    countAhead(possible, entry.worst, false) - (entry.present !== 'no' && !isExact(entry) ? 1 : 0),
  ]
}

function rangeIn(pool: Pool, steps: Steps, entry: Entry, ties: Ties | undefined): Count {
  const { ahead, notBehind } = pool.place(entry)
  if (ties === 'competition') return [1 + ahead[0], 1 + ahead[1]]
  const [fewest, most] = steps(entry)
  if (ties === 'dense') return [1 + fewest, 1 + most]
  // Silent: shared with gaps (1 1 3), shared without (1 1 2), or separated in a way not written (1 2 3).
  return [1 + fewest, 1 + notBehind[1]]
}

function merged(a: RankResult | undefined, b: RankResult): RankResult {
  if (a === undefined) return b
  const hull = (x: Count, y: Count): Count => [Math.min(x[0], y[0]), Math.max(x[1], y[1])]
  return { rank: a.rank, range: hull(a.range, b.range), among: hull(a.among, b.among) }
}

/**
 * The rank of every entry that may take part, by unit; those that surely do not are absent.
 * An undecided entry has the range it would have if it took part.
 * @param ties undefined when the scheme is silent: any order of equal units is then possible
 */
export function rankAll(
  entries: readonly Entry[],
  peers: Peers | undefined,
  ties: Ties | undefined,
): ReadonlyMap<string, RankResult> {
  const results = new Map<string, RankResult>()
  for (const { pools } of arrangements(entries, peers)) {
    for (const pool of pools) {
      const steps = stepsOf(pool)
      for (const entry of pool.possible) {
        const range = rangeIn(pool, steps, entry, ties)
        const found = { rank: undefined, range, among: pool.size }
        results.set(entry.unit, merged(results.get(entry.unit), found))
      }
    }
  }
  for (const entry of entries) {
    const result = results.get(entry.unit)
    if (result === undefined || entry.present !== 'yes') continue
    const [best, worst] = result.range
    if (best === worst) results.set(entry.unit, { ...result, rank: best })
  }
  return results
}
