import type { Report, ReportItem } from '@kaohe/contract'
import { nameOfPeriod } from '@kaohe/documents'
import { type AskedCell, type WorksheetItem, worksheetOf } from '@kaohe/domain'
import { formatRational, type Program } from '@kaohe/engine'
import type { StoredAssessee, StoredCycle, StoredEntry } from '@kaohe/storage'
import { datasetOf } from './dataset.ts'
import { shownEntry } from './entry.ts'
import { type Yields, yieldsOf } from './yields.ts'

/** What a report is made of. */
export interface ReportSource {
  readonly program: Program
  readonly cycle: StoredCycle
  readonly assessee: StoredAssessee
  readonly unitName: string
  readonly entries: readonly StoredEntry[]
}

const keyOf = (fact: string, period: string | null): string => `${fact}/${period ?? ''}`

function shownCell(
  { fact, period }: AskedCell,
  entries: ReadonlyMap<string, StoredEntry>,
): ReportItem['cells'][number] {
  const entry = entries.get(keyOf(fact, period))
  return {
    fact,
    period,
    periodName: period === null ? null : nameOfPeriod(period),
    entry: entry === undefined ? null : shownEntry(entry),
  }
}

function shownItem(
  { item, cells, events, compared }: WorksheetItem,
  { program: { scheme } }: ReportSource,
  entries: ReadonlyMap<string, StoredEntry>,
  yields: Yields,
): ReportItem {
  const category = scheme.categories?.find(({ id }) => id === item.category)
  const kinds = (scheme.events ?? []).filter(({ id }) => events.includes(id))
  return {
    id: item.id,
    name: item.name,
    clause: item.clause ?? null,
    category: category?.name ?? null,
    full: item.full === undefined ? null : formatRational(item.full),
    requirements: (item.requirements ?? []).map(({ text }) => text),
    evidence: (item.evidence ?? []).map(({ name }) => name),
    cells: cells.map((cell) => shownCell(cell, entries)),
    events: kinds.map(({ name }) => name),
    compared,
    yields: yields.of(item.id),
  }
}

function shownFacts({ program: { scheme } }: ReportSource): Report['facts'] {
  return (scheme.facts ?? []).map((fact) => ({
    id: fact.id,
    name: fact.name,
    type: fact.type,
    unit: fact.unit ?? null,
    words: [...(fact.words ?? [])],
    mayNotApply: fact.mayNotApply ?? false,
    supplier: scheme.parties?.find(({ id }) => id === fact.supplier)?.name ?? null,
  }))
}

/** A unit's report of a cycle: every item with its data, its rule, and what it yields so far. */
export function reportOf(source: ReportSource): Report {
  const { program, cycle, assessee, unitName, entries } = source
  const yields = yieldsOf(program, datasetOf(program, assessee, unitName, entries))
  const found = new Map(
    entries.map((entry) => [keyOf(entry.fact, entry.period === '' ? null : entry.period), entry]),
  )
  const items = worksheetOf(program, assessee.type)
  return {
    cycle: cycle.id,
    unit: assessee.unit,
    unitName,
    title: cycle.title,
    facts: shownFacts(source),
    items: items.map((item) => shownItem(item, source, found, yields)),
    total: yields.total,
  }
}
