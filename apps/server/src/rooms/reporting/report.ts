import type { Cell, Report, ReportItem } from '@kaohe/contract'
import { nameOfPeriod } from '@kaohe/documents'
import type { AskedCell, WorksheetItem } from '@kaohe/domain'
import { formatRational } from '@kaohe/engine'
import type { Actor } from '../../http/call.ts'
import { clockOf } from './clock.ts'
import { datasetOf } from './dataset.ts'
import { shownEntry } from './entry.ts'
import { previousShown } from './previous.ts'
import { belowOf, lacksOf } from './rests.ts'
import { shownContest, shownFacts, shownFile, shownHappenings, shownSubmission } from './shown.ts'
import { selfCells } from './self.ts'
import { may, type ReportSource, workOf } from './source.ts'
import { type Yields, yieldsOf } from './yields.ts'

const keyOf = (fact: string, period: string): string => `${fact}/${period}`

type Entries = ReportSource['entries'][number]

/** A shared datum is said with the unit that said it. */
function sharedEntries({ related }: ReportSource): Entries[] {
  const names = new Map(related.units.map(({ id, name }) => [id, name]))
  return related.entries
    .filter(({ shared }) => shared)
    .map((entry) => ({ ...entry, source: `${names.get(entry.org) ?? ''}：${entry.source}` }))
}

/** Looks up what was said of the cells of a report. */
class Found {
  readonly #source: ReportSource
  readonly #entries: ReadonlyMap<string, Entries>
  readonly #known: ReadonlyMap<string, ReportSource['related']['known'][number]>
  readonly #contests: ReadonlyMap<string, ReportSource['around']['contests'][number]>

  constructor(source: ReportSource) {
    this.#source = source
    const { entries, around, related } = source
    const all = [...sharedEntries(source), ...entries]
    this.#entries = new Map(all.map((one) => [keyOf(one.fact, one.period), one]))
    this.#known = new Map(related.known.map((one) => [keyOf(one.fact, one.period), one]))
    this.#contests = new Map(around.contests.map((one) => [keyOf(one.fact, one.period), one]))
  }

  cell({ fact, period }: AskedCell): Cell {
    const key = keyOf(fact, period ?? '')
    const entry = this.#entries.get(key)
    const contest = this.#contests.get(key)
    const known = entry === undefined ? this.#known.get(key) : undefined
    return {
      fact,
      period,
      periodName: period === null ? null : nameOfPeriod(period),
      entry: entry === undefined ? null : shownEntry(entry),
      known:
        known === undefined
          ? null
          : { text: known.text, source: known.source, title: known.title, at: known.at },
      previous: previousShown(this.#source, { fact, period }),
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

function cellsOf(
  { item, cells, elsewhere, judged }: WorksheetItem,
  { program }: ReportSource,
): readonly AskedCell[] {
  const shared = elsewhere.filter(({ where }) => where === 'above').flatMap((one) => one.cells)
  const words = judged ? [{ fact: workOf(item.id), period: null }] : []
  return [...cells, ...shared, ...words, ...selfCells(program, item.id)]
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
    cells: cellsOf(one, source).map((cell) => found.cell(cell)),
    events: [...events],
    below: belowOf(one, source),
    compared,
    files: source.around.evidence
      .filter((file) => file.item === item.id)
      .map((file) => ({ ...shownFile(file), returned: file.returned ?? null })),
    returned:
      returned === undefined ? null : { reason: returned.reason, at: returned.at, by: returned.by },
    yields: { ...yields.of(item.id), lacks: lacksOf(one, source) },
  }
}

/** The items of a report as they are shown, with what each yields. */
export function itemsOf(source: ReportSource, yields: Yields): ReportItem[] {
  const found = new Found(source)
  return source.sheet.map((one) => shownItem(one, source, found, yields))
}

/** A unit's report of a cycle: every item with its data, its rule, and what it yields so far. */
export function reportOf(source: ReportSource, actor: Actor, now: Date): Report {
  const { program, cycle, unit, supplies } = source
  const yields = yieldsOf(program, datasetOf(source))
  return {
    cycle: cycle.id,
    unit: unit.id,
    unitName: unit.name,
    title: cycle.title,
    open: cycle.state === 'open',
    clock: clockOf(cycle, now),
    supplies:
      supplies === null
        ? null
        : {
            level: supplies.level.name,
            units: supplies.countsFor.map((one) => ({ unit: one.unit, name: one.name })),
          },
    facts: shownFacts(source, actor),
    events: shownHappenings(source, actor),
    items: itemsOf(source, yields),
    submission: shownSubmission(source, now),
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
  const items = source.sheet.filter(touched).map((one) => {
    const { id } = one.item
    return { id, yields: { ...yields.of(id), lacks: lacksOf(one, source) } }
  })
  return { items, total: yields.total }
}
