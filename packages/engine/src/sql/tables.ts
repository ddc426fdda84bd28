import { EVENT_DATE, type Program } from '../compile/index.ts'
import type { Domain, Input, RowInput } from '../core/index.ts'
import type { Dataset, EventEntry, FactEntry, Value } from '../model/index.ts'
import { exactly, type Rational } from '../number/index.ts'
import { withDate } from '../evaluate/data.ts'
import { intervalOf } from '../evaluate/value.ts'
import type { Dialect } from './dialect.ts'

/**
 * Long tables in which the facts lie where the data is. Values are integers: a value times the scale
 * of its fact or attribute (a truth 1 or 0, a word its position, a date its day number).
 */
export const TABLES = {
  kaohe_units: ['id TEXT', 'type TEXT', 'parent TEXT', 'level TEXT', 'grp TEXT'],
  kaohe_attributes: ['unit TEXT', 'attribute TEXT', 'value BIGINT'],
  kaohe_facts: [
    'unit TEXT',
    'fact TEXT',
    'period TEXT',
    'evaluator TEXT',
    'value BIGINT',
    'applies BIGINT',
  ],
  kaohe_previous: [
    'unit TEXT',
    'fact TEXT',
    'period TEXT',
    'evaluator TEXT',
    'value BIGINT',
    'applies BIGINT',
  ],
  kaohe_events: ['id TEXT', 'unit TEXT', 'event TEXT', 'date TEXT'],
  kaohe_event_attributes: ['id TEXT', 'attribute TEXT', 'value BIGINT', 'words TEXT'],
  kaohe_reported: ['event TEXT'],
  kaohe_pending: ['unit TEXT', 'event TEXT'],
} as const

export type TableName = keyof typeof TABLES
export type SqlValue = string | bigint | null
export type SqlRows = Readonly<Record<TableName, readonly (readonly SqlValue[])[]>>

/** Statements that make the tables. */
export function createTables(_dialect: Dialect): readonly string[] {
  return Object.entries(TABLES).map(
    ([name, columns]) => `CREATE TABLE ${name} (${columns.join(', ')})`,
  )
}

/** By fact, attribute or mark: what its values are multiplied with to be integers. */
export type Scales = ReadonlyMap<string, bigint>

export const scaleKey = (kind: 'fact' | 'attribute' | 'event', id: string) => `${kind}:${id}`

type Domains = ReadonlyMap<string, Domain>

function rowInputs(input: Input): readonly (readonly [string, Domain])[] {
  if (input.from !== 'fold') return []
  const { over, rows } = input.fold
  return rows.inputs.flatMap((row: RowInput) => {
    if (row.from === 'attribute' && over.rows === 'events')
      return [[scaleKey('event', `${over.event}.${row.attribute}`), row.domain] as const]
    return row.from === 'fact' ? [[scaleKey('fact', row.fact), row.domain] as const] : []
  })
}

/** The declared domain of everything that the program reads. */
function domainsOf(program: Program): Domains {
  const entries = program.unit.inputs.flatMap((input): (readonly [string, Domain])[] => {
    if ('fact' in input && input.from !== 'applies' && input.from !== 'hadPrevious')
      return [[scaleKey('fact', input.fact), input.domain]]
    if (input.from === 'mark') return [[scaleKey('fact', `mark:${input.item}`), input.domain]]
    if (input.from === 'attribute') return [[scaleKey('attribute', input.attribute), input.domain]]
    return [...rowInputs(input)]
  })
  return new Map(entries)
}

function numberOf(value: Value, domain: Domain): Rational | undefined {
  return 'na' in value || 'text' in value ? undefined : exactly(intervalOf(value, domain))
}

function lcm(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return (a / x) * b
}

/** Every value with the key of its scale. */
function valuesIn(dataset: Dataset): readonly (readonly [string, Value])[] {
  return [
    ...[...dataset.facts, ...dataset.previous].map(
      (f) => [scaleKey('fact', f.fact), f.value] as const,
    ),
    ...dataset.units.flatMap((u) =>
      Object.entries(u.attributes).map(([id, v]) => [scaleKey('attribute', id), v] as const),
    ),
    ...dataset.events.flatMap((e) =>
      Object.entries(e.attributes).map(
        ([id, v]) => [scaleKey('event', `${e.event}.${id}`), v] as const,
      ),
    ),
  ]
}

function scalesOf(dataset: Dataset, domains: Domains): Scales {
  const scales = new Map<string, bigint>()
  for (const [key, value] of valuesIn(dataset)) {
    const domain = domains.get(key)
    const number = domain === undefined ? undefined : numberOf(value, domain)
    if (number !== undefined) scales.set(key, lcm(scales.get(key) ?? 1n, number.den))
  }
  return scales
}

// The day of an event is one of its attributes where something asks for it.
function withDates(dataset: Dataset, domains: Domains): Dataset {
  const asked = (e: EventEntry) => domains.has(scaleKey('event', `${e.event}.${EVENT_DATE.id}`))
  return { ...dataset, events: dataset.events.map((e) => (asked(e) ? withDate(e) : e)) }
}

/** Turns a dataset into rows of the tables, with the scales that the query must know. */
export function sqlRows(
  program: Program,
  given: Dataset,
): { readonly rows: SqlRows; readonly scales: Scales } {
  const domains = domainsOf(program)
  const dataset = withDates(given, domains)
  const scales = scalesOf(dataset, domains)
  const integer = (key: string, value: Value): bigint | null => {
    const domain = domains.get(key)
    const number = domain === undefined ? undefined : numberOf(value, domain)
    return number === undefined ? null : (number.num * (scales.get(key) ?? 1n)) / number.den
  }
  const fact = (f: FactEntry): SqlValue[] => [
    f.unit,
    f.fact,
    f.period ?? '',
    f.evaluator ?? '',
    integer(scaleKey('fact', f.fact), f.value),
    'na' in f.value ? 0n : 1n,
  ]
  const rows: SqlRows = {
    kaohe_units: dataset.units.map((u) => [
      u.id,
      u.type,
      u.parent ?? null,
      u.level ?? null,
      u.group ?? u.type,
    ]),
    kaohe_attributes: dataset.units.flatMap((u) =>
      Object.entries(u.attributes).map(([id, v]) => [
        u.id,
        id,
        integer(scaleKey('attribute', id), v),
      ]),
    ),
    kaohe_facts: dataset.facts.map(fact),
    kaohe_previous: dataset.previous.map(fact),
    kaohe_events: dataset.events.map((e) => [e.id, e.unit, e.event, e.date]),
    kaohe_event_attributes: dataset.events.flatMap((e) =>
      Object.entries(e.attributes).map(([id, v]) => [
        e.id,
        id,
        integer(scaleKey('event', `${e.event}.${id}`), v),
        JSON.stringify(v, (_, part: unknown) => (typeof part === 'bigint' ? `${part}` : part)),
      ]),
    ),
    kaohe_reported: dataset.reported.map((e) => [e]),
    kaohe_pending: dataset.pending.map((p) => [p.unit, p.event]),
  }
  return { rows, scales }
}
