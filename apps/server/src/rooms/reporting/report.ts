import type { Cell, Report, ReportItem } from '@kaohe/contract'
import { nameOfPeriod } from '@kaohe/documents'
import type { AskedCell, WorksheetItem } from '@kaohe/domain'
import { formatRational } from '@kaohe/engine'
import type { Actor } from '../../http/call.ts'
import { datasetOf } from './dataset.ts'
import { shownEntry } from './entry.ts'
import { shownContest, shownFacts, shownFile, shownHappenings, shownSubmission } from './shown.ts'
import { may, type ReportSource, workOf } from './source.ts'
import { type Yields, yieldsOf } from './yields.ts'

const keyOf = (fact: string, period: string): string => `${fact}/${period}`

class Found {
  readonly #entries: ReadonlyMap<string, ReportSource['entries'][number]>
  readonly #contests: ReadonlyMap<string, ReportSource['around']['contests'][number]>

  constructor({ entries, around }: ReportSource) {
    this.#entries = new Map(entries.map((one) => [keyOf(one.fact, one.period), one]))
    this.#contests = new Map(around.contests.map((one) => [keyOf(one.fact, one.period), one]))
  }

  cell({ fact, period }: AskedCell): Cell {
    const key = keyOf(fact, period ?? '')
    const entry = this.#entries.get(key)
    const contest = this.#contests.get(key)
    return {
      fact,
      period,
      periodName: period === null ? null : nameOfPeriod(period),
      entry: entry === undefined ? null : shownEntry(entry),
      contest: contest === undefined ? null : shownContest(contest),
    }
  }
}

/** What an item asks as evidence, of its own and of what it rests on, as far as the unit supplies it. */
export function evidenceOf(
  { item, cells, events }: WorksheetItem,
  { program: { scheme } }: ReportSource,
): ReportItem['evidence'] {
  const asked = new Set([...cells.map(({ fact }) => fact), ...events])
  const below = [...(scheme.facts ?? []), ...(scheme.events ?? [])].filter(
    ({ id, supplier }) => asked.has(id) && supplier === undefined,
  )
  const all = [item, ...below].flatMap(({ evidence = [] }) => evidence)
  const required = new Set(all.filter((one) => one.required === true).map(({ name }) => name))
  const names = new Set(all.map(({ name }) => name))
  return [...names].map((name) => ({ name, required: required.has(name) }))
}

function cellsOf({ item, cells, judged }: WorksheetItem): readonly AskedCell[] {
  return judged ? [...cells, { fact: workOf(item.id), period: null }] : cells
}

function shownItem(
  one: WorksheetItem,
  source: ReportSource,
  found: Found,
  yields: Yields,
): ReportItem {
  const { item, events, compared } = one
  const { scheme } = source.program
  const returned = source.around.returns.find((back) => back.item === item.id)
  return {
    id: item.id,
    name: item.name,
    clause: item.clause ?? null,
    category: scheme.categories?.find(({ id }) => id === item.category)?.name ?? null,
    full: item.full === undefined ? null : formatRational(item.full),
    requirements: (item.requirements ?? []).map(({ text }) => text),
    evidence: evidenceOf(one, source),
    cells: cellsOf(one).map((cell) => found.cell(cell)),
    events: [...events],
    compared,
    files: source.around.evidence.filter((file) => file.item === item.id).map(shownFile),
    returned:
      returned === undefined ? null : { reason: returned.reason, at: returned.at, by: returned.by },
    yields: yields.of(item.id),
  }
}

/** The items of a report as they are shown, with what each yields. */
export function itemsOf(source: ReportSource, yields: Yields): ReportItem[] {
  const found = new Found(source)
  return source.sheet.map((one) => shownItem(one, source, found, yields))
}

/** A unit's report of a cycle: every item with its data, its rule, and what it yields so far. */
export function reportOf(source: ReportSource, actor: Actor): Report {
  const { program, cycle, unit } = source
  const yields = yieldsOf(program, datasetOf(source))
  return {
    cycle: cycle.id,
    unit: unit.id,
    unitName: unit.name,
    title: cycle.title,
    open: cycle.state === 'open',
    facts: shownFacts(source, actor),
    events: shownHappenings(source, actor),
    items: itemsOf(source, yields),
    submission: shownSubmission(source),
    may: {
      enter: may(actor, 'report.enter', source),
      attach: may(actor, 'evidence.attach', source),
      contest: may(actor, 'report.contest', source),
      answer: may(actor, 'report.answer', source),
      confirm: may(actor, 'report.confirm', source),
      return: may(actor, 'report.return', source),
    },
    total: yields.total,
  }
}

/** The points anew of the items that rest on a datum or a kind of events, and in all. */
export function changedBy(
  source: ReportSource,
  touched: (one: WorksheetItem) => boolean,
): Pick<Report, 'total'> & { readonly items: { id: string; yields: ReportItem['yields'] }[] } {
  const yields = yieldsOf(source.program, datasetOf(source))
  const items = source.sheet
    .filter(touched)
    .map(({ item: { id } }) => ({ id, yields: yields.of(id) }))
  return { items, total: yields.total }
}
