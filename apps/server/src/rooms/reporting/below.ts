import { type BelowItem, type BelowLevel, type BelowUnit, reporting } from '@kaohe/contract'
import { type AskedCell, type Elsewhere, type Said, sayDeciders } from '@kaohe/domain'
import { formatRational, ZERO } from '@kaohe/engine'
import { findUnit, type RelatedUnit, type StoredEntry } from '@kaohe/storage'
import type { Hono } from 'hono'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { clockOf } from './clock.ts'
import { datasetOf, valueOf } from './dataset.ts'
import { lacksOf, unitsBelow } from './rests.ts'
import { type ReportSource, sourceOf } from './source.ts'
import { type Yields, yieldsOf } from './yields.ts'

const keyOf = (unit: string, { fact, period }: AskedCell): string =>
  `${unit}/${fact}/${period ?? ''}`

/** What the units of one level are asked for, in all items together. */
interface LevelAsked {
  readonly level: string
  readonly cells: readonly AskedCell[]
  readonly events: readonly string[]
}

function levelsOf({ sheet }: ReportSource): LevelAsked[] {
  const below = sheet
    .flatMap(({ elsewhere }) => elsewhere)
    .filter(({ where }: Elsewhere) => where === 'below')
  return [...Map.groupBy(below, ({ level }) => level)].map(([level, of]) => ({
    level,
    cells: [
      ...new Map(of.flatMap(({ cells }) => cells).map((one) => [keyOf('', one), one])).values(),
    ],
    events: [...new Set(of.flatMap(({ events }) => events))],
  }))
}

function sayEntry(entry: StoredEntry | undefined): string | null {
  if (entry === undefined || entry.state === 'blank') return null
  return entry.state === 'inapplicable' ? '不适用' : entry.text
}

class Told {
  readonly #source: ReportSource
  readonly #entries: ReadonlyMap<string, StoredEntry>

  constructor(source: ReportSource) {
    this.#source = source
    this.#entries = new Map(
      source.related.entries.map((one) => [`${one.org}/${one.fact}/${one.period}`, one]),
    )
  }

  entry(unit: string, cell: AskedCell): StoredEntry | undefined {
    return this.#entries.get(keyOf(unit, cell))
  }

  unit({ id, name }: RelatedUnit, { cells, events }: LevelAsked): BelowUnit {
    const said = cells.map((cell) => sayEntry(this.entry(id, cell)))
    const answers = [...Map.groupBy(cells, ({ fact }) => fact)].map(([fact, of]) => {
      const each = of.map((cell) => sayEntry(this.entry(id, cell)))
      const there = each.filter((one) => one !== null)
      const several = there.length === 0 ? null : `${there.length} / ${of.length} 期`
      return { fact, said: of.length === 1 ? (each[0] ?? null) : several }
    })
    const rows = this.#source.related.happenings.filter(
      (row) => row.org === id && row.voided_because === null && events.includes(row.event),
    )
    return {
      unit: id,
      name,
      asked: cells.length,
      filled: said.filter((one) => one !== null).length,
      happenings: rows.length,
      answers,
    }
  }

  /** What a unit said of a datum, as far as a roll-up compares it. */
  said({ id, name }: RelatedUnit, cell: AskedCell): Said {
    const entry = this.entry(id, cell)
    const value = entry && valueOf(entry, this.#source.program)
    if (value === undefined) return { name, value: null }
    if ('truth' in value) return { name, value: value.truth }
    const text = sayEntry(entry) ?? ''
    return { name, value: { number: 'number' in value ? value.number : ZERO, text } }
  }
}

function decidedOf(asked: Elsewhere, source: ReportSource, told: Told): string[] {
  const units = unitsBelow(source, asked.level)
  const { facts = [] } = source.program.scheme
  return asked.cells
    .filter(({ period }) => period === null)
    .map((cell) => {
      const name = facts.find(({ id }) => id === cell.fact)?.name ?? cell.fact
      return `${name}：${sayDeciders(units.map((unit) => told.said(unit, cell)))}`
    })
}

function itemsOf(level: string, source: ReportSource, told: Told, yields: Yields): BelowItem[] {
  return source.sheet.flatMap((one) => {
    const asked = one.elsewhere.find((each) => each.where === 'below' && each.level === level)
    if (asked === undefined) return []
    const { id, name, clause, full } = one.item
    return [
      {
        id,
        name,
        clause: clause ?? null,
        full: full === undefined ? null : formatRational(full),
        yields: { ...yields.of(id), lacks: lacksOf(one, source) },
        decided: decidedOf(asked, source, told),
      },
    ]
  })
}

/** What the units below reported for one that is assessed, and what it comes to. */
export function belowShown(source: ReportSource): BelowLevel[] {
  const { facts = [], levels = [] } = source.program.scheme
  const told = new Told(source)
  const yields = yieldsOf(source.program, datasetOf(source))
  return levelsOf(source).map((asked) => ({
    id: asked.level,
    name: levels.find(({ id }) => id === asked.level)?.name ?? asked.level,
    facts: facts
      .filter(({ id }) => asked.cells.some(({ fact }) => fact === id))
      .map(({ id, name }) => ({ id, name })),
    units: unitsBelow(source, asked.level).map((unit) => told.unit(unit, asked)),
    items: itemsOf(asked.level, source, told, yields),
  }))
}

/** The page of what units below reported. */
export function belowRoutes(app: Hono, services: Services): void {
  serve(app, services, reporting.readBelow, async ({ db, params, permit, now }) => {
    const unit = permit(await findUnit(db, params.unit))
    const source = await sourceOf(db, params.cycle, unit)
    return {
      unitName: unit.name,
      title: source.cycle.title,
      clock: clockOf(source.cycle, now),
      levels: belowShown(source),
    }
  })
}
