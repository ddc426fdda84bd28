import type { Dataset, EventEntry, FactDeclaration, FactEntry, Program, Value } from '@kaohe/engine'
import { readTyped } from '@kaohe/intake'
import type { StoredEntry, StoredHappening } from '@kaohe/storage'
import { withUnit } from './entry.ts'
import type { ReportSource } from './source.ts'

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

function eventOf(happening: StoredHappening, { scheme }: Program): EventEntry[] {
  const declared = scheme.events?.find(({ id }) => id === happening.event)
  if (declared === undefined || happening.voided_because !== null) return []
  const attributes: Record<string, Value> = {}
  for (const attribute of declared.attributes ?? []) {
    const text = withUnit(happening.attributes[attribute.id] ?? '', attribute.unit)
    const typed = readTyped(text, attribute as FactDeclaration, scheme)
    if ('value' in typed) attributes[attribute.id] = typed.value
  }
  const { id, org: unit, event, happened_on: date, person: by, at } = happening
  return [{ id, unit, event, date, attributes, by, at }]
}

/** What one unit reported, as the engine takes it. What was left blank is not known. */
export function datasetOf(source: ReportSource): Dataset {
  const { program, assessee, unit, entries, happenings, around } = source
  const { type, peer_group: group } = assessee
  const level = program.scheme.assessees.find(({ id }) => id === type)?.level
  return {
    units: [
      {
        id: unit.id,
        name: unit.name,
        type,
        attributes: {},
        ...(level !== undefined && { level }),
        ...(group !== null && { group }),
      },
    ],
    facts: entries.flatMap((entry) => factOf(entry, program)),
    events: happenings.flatMap((happening) => eventOf(happening, program)),
    reported: around.complete,
    pending: [],
    history: [],
    lineage: [],
    previous: [],
  }
}
