import { levelOfKind, lineageForEngine, placedUnits, previousFor } from '@kaohe/domain'
import type {
  Dataset,
  EventEntry,
  FactDeclaration,
  FactEntry,
  Program,
  Unit,
  Value,
} from '@kaohe/engine'
import { readTyped } from '@kaohe/intake'
import type { StoredEntry, StoredHappening } from '@kaohe/storage'
import { withUnit } from './entry.ts'
import { selfMarkOf } from './self.ts'
import type { ReportSource } from './source.ts'

/** What a stored entry says as the scheme declares the datum; undefined where it says nothing. */
export function valueOf(entry: StoredEntry, { scheme }: Program): Value | undefined {
  if (entry.state === 'inapplicable') return { na: true }
  const fact = scheme.facts?.find(({ id }) => id === entry.fact)
  if (entry.text === null || fact === undefined) return undefined
  const typed = readTyped(entry.text, fact, scheme)
  return 'value' in typed ? typed.value : undefined
}

/** A stored entry as the engine takes it; none where it says nothing. */
export function factOf(entry: StoredEntry, program: Program): FactEntry[] {
  const value = valueOf(entry, program)
  if (value === undefined) return []
  const period = entry.period === '' ? null : entry.period
  return [{ unit: entry.org, fact: entry.fact, period, value, by: entry.person, at: entry.at }]
}

/**
 * The same of an event.
 * @param ruled what the office decided of it, by the ids of the attributes that the scheme leaves to the office;
 *   what a unit wrote there says nothing
 */
export function eventOf(
  happening: StoredHappening,
  { scheme }: Program,
  ruled: Readonly<Record<string, string>> = {},
): EventEntry[] {
  const declared = scheme.events?.find(({ id }) => id === happening.event)
  if (declared === undefined || happening.voided_because !== null) return []
  const attributes: Record<string, Value> = {}
  for (const attribute of declared.attributes ?? []) {
    const written = attribute.ruled === true ? ruled : happening.attributes
    const text = withUnit(written[attribute.id] ?? '', attribute.unit)
    const typed = readTyped(text, attribute, scheme)
    if ('value' in typed) attributes[attribute.id] = typed.value
  }
  const { id, org: unit, event, happened_on: date, person: by, at } = happening
  return [{ id, unit, event, date, attributes, by, at }]
}

/** What attributes are read from. */
interface Known extends Pick<ReportSource, 'program'> {
  readonly related: Pick<ReportSource['related'], 'attributes' | 'foundedOn'>
}

/** What the organisation room knows of the unit, by the identifiers of the scheme's attributes. */
export function attributesOf({ program: { scheme }, related }: Known): Unit['attributes'] {
  const known: Record<string, Value> = {}
  for (const declared of scheme.attributes ?? []) {
    const { id, name, type, unit } = declared
    const said = related.attributes.find(({ attribute }) => attribute === name || attribute === id)
    const text = said === undefined ? undefined : withUnit(said.value, unit)
    const typed = text && readTyped(text, declared as FactDeclaration, scheme)
    if (typed && 'value' in typed) known[id] = typed.value
    else if (type === 'date' && (/成立/.test(name) || id === 'founded') && related.foundedOn)
      known[id] = { date: related.foundedOn }
  }
  return known
}

function itself(source: ReportSource): Unit {
  const { program, assessee, supplies, unit } = source
  const group = assessee?.peer_group ?? undefined
  const level =
    supplies?.level.id ?? program.scheme.assessees.find(({ id }) => id === assessee?.type)?.level
  const parent = unit.path.at(-2)
  return {
    id: unit.id,
    name: unit.name,
    type: assessee?.type ?? null,
    attributes: attributesOf(source),
    ...(level !== undefined && { level }),
    ...(group !== undefined && { group }),
    ...(parent !== undefined && { parent }),
  }
}

function others({ program: { scheme }, cycle, related }: ReportSource): Unit[] {
  return related.units.map(({ id, name, kind, parent }) => {
    const level = levelOfKind(scheme, kind, cycle.kinds)?.id
    return {
      id,
      name,
      type: null,
      attributes: {},
      ...(level !== undefined && { level }),
      ...(parent !== null && { parent }),
    }
  })
}

function pendingOf(source: ReportSource, units: readonly Unit[]): Dataset['pending'] {
  const asked = source.sheet.flatMap(({ elsewhere }) => elsewhere)
  return asked.flatMap(({ level, events }) =>
    units
      .filter((unit) => unit.level === level)
      .flatMap(({ id }) =>
        events
          .filter(
            (event) => !source.related.complete.some((c) => c.org === id && c.event === event),
          )
          .map((event) => ({ unit: id, event })),
      ),
  )
}

/** What the unit itself reported, as the engine takes it. What was left blank is not known. */
export function ownDatasetOf(source: ReportSource): Dataset {
  const { program, entries, happenings, around } = source
  // Alone, without those above it.
  const { parent: _, ...unit } = itself(source)
  return {
    units: [unit],
    facts: entries.flatMap((entry) => [...factOf(entry, program), ...selfMarkOf(entry, program)]),
    events: happenings.flatMap((happening) => eventOf(happening, program)),
    reported: around.complete,
    pending: [],
    history: [],
    lineage: [],
    previous: [],
  }
}

// Last year's figures, along the lineage of the unit.
function previousIn({ program, unit, related }: ReportSource): FactEntry[] {
  const { previousYear, previous, descents } = related
  const facts = previous.flatMap((entry) => factOf(entry, program))
  return previousYear === null ? [] : previousFor([unit.id], facts, descents, previousYear)
}

/** The same with all that the report rests on: units above and below, and the year before. */
export function datasetOf(source: ReportSource): Dataset {
  const { program, related } = source
  const own = ownDatasetOf(source)
  const around = others(source)
  return {
    ...own,
    units: placedUnits([itself(source), ...around], program.scheme),
    facts: [...own.facts, ...related.entries.flatMap((entry) => factOf(entry, program))],
    events: [...own.events, ...related.happenings.flatMap((one) => eventOf(one, program))],
    reported: [...new Set([...own.reported, ...related.complete.map(({ event }) => event)])],
    pending: pendingOf(source, around),
    lineage: lineageForEngine(related.descents),
    previous: previousIn(source),
  }
}
