import type { Met } from '../model/index.ts'
import { type Key, compareKeys, countAhead, reversed } from './key.ts'

/** A unit as it stands in an order: between its worst and its best key. */
export interface Entry {
  readonly unit: string
  readonly type: string
  readonly group: string
  /** Whether it takes part at all: eligibility. */
  readonly present: Met
  readonly worst: Key
  readonly best: Key
}

/** Fewest and most. */
export type Count = readonly [number, number]

/** How many others may stand ahead of an entry, and ahead of it or level with it. */
export interface Place {
  readonly ahead: Count
  readonly notBehind: Count
}

/** The entry with first and last exchanged: the top of the reversed order is the bottom. */
export function reverse(entry: Entry): Entry {
  return { ...entry, worst: reversed(entry.best), best: reversed(entry.worst) }
}

export function isExact(entry: Entry): boolean {
  return compareKeys(entry.worst, entry.best) === 0
}

const sorted = (keys: readonly Key[]): readonly Key[] => keys.toSorted(compareKeys)

/**
 * One set of peers. Every answer about an entry takes the entry as taking part, and holds for every
 * total that the entries may have, each for itself, and for every way in which those whose
 * eligibility is undecided may take part or not.
 */
export class Pool {
  readonly entries: readonly Entry[]
  readonly sure: readonly Entry[]
  readonly possible: readonly Entry[]
  readonly #sureWorst: readonly Key[]
  readonly #possibleBest: readonly Key[]

  constructor(entries: readonly Entry[]) {
    this.entries = entries
    this.sure = entries.filter((e) => e.present === 'yes')
    this.possible = entries.filter((e) => e.present !== 'no')
    this.#sureWorst = sorted(this.sure.map((e) => e.worst))
    this.#possibleBest = sorted(this.possible.map((e) => e.best))
  }

  /** How many take part. */
  get size(): Count {
    return [this.sure.length, this.possible.length]
  }

  place(entry: Entry): Place {
    // The entry is itself among those counted, except that nothing is surely ahead of itself.
    const selfAhead = entry.present !== 'no' && !isExact(entry) ? 1 : 0
    const selfPossible = entry.present !== 'no' ? 1 : 0
    const selfSure = entry.present === 'yes' && isExact(entry) ? 1 : 0
    return {
      ahead: [
        countAhead(this.#sureWorst, entry.best, false),
        countAhead(this.#possibleBest, entry.worst, false) - selfAhead,
      ],
      notBehind: [
        countAhead(this.#sureWorst, entry.best, true) - selfSure,
        countAhead(this.#possibleBest, entry.worst, true) - selfPossible,
      ],
    }
  }

  reversed(): Pool {
    return new Pool(this.entries.map(reverse))
  }
}
