import type { Dataset, FactEntry, Program, Value } from '@kaohe/engine'
import { readTyped } from '@kaohe/intake'
import type { StoredAssessee, StoredEntry } from '@kaohe/storage'

function valueOf(entry: StoredEntry, { scheme }: Program): Value | undefined {
  if (entry.state === 'inapplicable') return { na: true }
  const fact = scheme.facts?.find(({ id }) => id === entry.fact)
  if (entry.text === null || fact === undefined) return undefined
  const typed = readTyped(entry.text, fact, scheme)
  return 'value' in typed ? typed.value : undefined
}

function factOf(entry: StoredEntry, program: Program): FactEntry[] {
  const value = valueOf(entry, program)
  if (value === undefined) return []
  const period = entry.period === '' ? null : entry.period
  return [{ unit: entry.org, fact: entry.fact, period, value, by: entry.person, at: entry.at }]
}

/** What one unit reported, as the engine takes it. What was left blank is not known. */
export function datasetOf(
  program: Program,
  assessee: StoredAssessee,
  name: string,
  entries: readonly StoredEntry[],
): Dataset {
  const { unit: id, type, peer_group: group } = assessee
  return {
    units: [{ id, name, type, attributes: {}, ...(group !== null && { group }) }],
    facts: entries.flatMap((entry) => factOf(entry, program)),
    events: [],
    reported: [],
    pending: [],
    history: [],
    lineage: [],
    previous: [],
  }
}
