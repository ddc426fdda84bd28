import type { Ranking } from '../model/index.ts'
import { type Entry, Pool } from './pool.ts'

export type Peers = NonNullable<Ranking['peers']>

/** One way of dividing the entries into sets of peers: the pools, and which of them an entry is in. */
export interface Arrangement {
  readonly pools: readonly Pool[]
  poolOf(entry: Entry): Pool
}

const KEY: Readonly<Record<Peers, (entry: Entry) => string>> = {
  all: () => '',
  type: (entry) => entry.type,
  group: (entry) => entry.group,
}

const EMPTY = new Pool([])

function arrange(entries: readonly Entry[], keyOf: (entry: Entry) => string): Arrangement {
  const sets = Map.groupBy(entries, keyOf)
  const pools = new Map([...sets].map(([key, set]) => [key, new Pool(set)]))
  return { pools: [...pools.values()], poolOf: (entry) => pools.get(keyOf(entry)) ?? EMPTY }
}

// The same division has the same signature, whatever its keys are called.
function signature(entries: readonly Entry[], keyOf: (entry: Entry) => string): string {
  const numbers = new Map<string, number>()
  return entries
    .map((entry) => {
      const key = keyOf(entry)
      if (!numbers.has(key)) numbers.set(key, numbers.size)
      return numbers.get(key)
    })
    .join()
}

/**
 * The ways in which the entries may be divided into peers: one where the scheme says it or where it
 * makes no difference, else every way that the silence leaves open.
 */
export function arrangements(
  entries: readonly Entry[],
  peers: Peers | undefined,
): readonly Arrangement[] {
  const keys = peers === undefined ? Object.values(KEY) : [KEY[peers]]
  const distinct = new Map(keys.map((keyOf) => [signature(entries, keyOf), keyOf]))
  return [...distinct.values()].map((keyOf) => arrange(entries, keyOf))
}
