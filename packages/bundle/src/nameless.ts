import type { Dataset } from '@kaohe/engine'

// Who typed it in, and where it stood in the database, is nobody's business outside.
const PRIVATE: ReadonlySet<string> = new Set(['by', 'origin'])

/** An entry with optional keys left out. */
function without<T extends object>(keys: ReadonlySet<string>): (entry: T) => T {
  return (entry) => Object.fromEntries(Object.entries(entry).filter(([key]) => !keys.has(key))) as T
}

/**
 * A dataset without persons: not who reported, not who marked (which department did stays), not the reasons
 * that were written for the office. Points do not depend on any of these.
 */
export function withoutNames(dataset: Dataset): Dataset {
  const fact = without<Dataset['facts'][number]>(PRIVATE.union(new Set(['reason'])))
  return {
    ...dataset,
    facts: dataset.facts.map(fact),
    previous: dataset.previous.map(fact),
    events: dataset.events.map(without(PRIVATE)),
    decisions: (dataset.decisions ?? []).map(without(PRIVATE)),
  }
}
