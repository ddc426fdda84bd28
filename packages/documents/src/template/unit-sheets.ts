import {
  type Dataset,
  type FactDeclaration,
  type FactEntry,
  isDated,
  type Unit,
  type Value,
} from '@kaohe/engine'
import {
  type ColumnMeaning,
  factsOfLastYear,
  HEADINGS,
  type Judged,
  judgedItems,
  nameOfPeriod,
  periodsOf,
  type PlainColumn,
  SHEET_NAMES,
  type SheetKind,
} from '../layout/index.ts'
import { type Context, unitsAt } from './context.ts'
import type { FieldSpec } from './fields.ts'
import { factNote, markNote } from './notes.ts'
import { CLOSED, type TableCell, type TableColumn, type TableSheet } from './table-sheet.ts'
import { cellOf } from './values.ts'

type Cell = string | number | null

const nameOf = (kind: Exclude<SheetKind, 'event'>): string => SHEET_NAMES[kind][0] ?? kind

/** The list of unit names that other sheets choose from. */
export const UNIT_CHOICES = `'${nameOf('units')}'!$B$4:$B$2003`

export function plainColumnOf(column: PlainColumn, more: Partial<TableColumn> = {}): TableColumn {
  return { meaning: { column }, heading: HEADINGS[column][0] ?? column, ...more }
}

const TEXT: FieldSpec = { type: 'text' }

function leadColumns(): TableColumn[] {
  return [plainColumnOf('unit-id', { width: 12 }), plainColumnOf('unit', { width: 22 })]
}

function tailColumns(): TableColumn[] {
  return [
    plainColumnOf('evidence', { field: TEXT, hint: '文件名，用；隔开', width: 20 }),
    plainColumnOf('by', { field: TEXT, hint: '', width: 10 }),
    plainColumnOf('at', { field: { type: 'date' }, width: 12 }),
  ]
}

function keyOf(
  unit: string,
  fact: string,
  period: string | null,
  evaluator: string | null,
): string {
  return JSON.stringify([unit, fact, period, evaluator])
}

/** Values and provenance of facts, by where they stand. */
class Filled {
  readonly #entries = new Map<string, FactEntry>()

  constructor(entries: Dataset['facts']) {
    for (const e of entries)
      this.#entries.set(keyOf(e.unit, e.fact, e.period, e.evaluator ?? null), e)
  }

  value(unit: string, meaning: ColumnMeaning): FactEntry | undefined {
    if (meaning.column === 'fact-value')
      return this.#entries.get(keyOf(unit, meaning.fact, meaning.period, null))
    if (meaning.column !== 'mark-value') return undefined
    const fact = `mark:${meaning.item}`
    return (
      this.#entries.get(keyOf(unit, fact, null, meaning.evaluator)) ??
      this.#entries.get(keyOf(unit, fact, null, null))
    )
  }
}

// A row has one reporter, day and evidence; where its entries differ nothing is said rather than something wrong.
function agreed(entries: readonly FactEntry[], what: 'by' | 'at' | 'evidence'): string | null {
  const all = new Set(entries.map((e) => (what === 'evidence' ? e.evidence?.join('；') : e[what])))
  return all.size === 1 ? ([...all][0] ?? null) : null
}

function unitRow(
  unit: Unit,
  columns: readonly TableColumn[],
  filled: Filled,
  { applicability }: Context,
): TableCell[] {
  const entries = columns.map((c) => filled.value(unit.id, c.meaning))
  const told = entries.filter((e) => e !== undefined)
  return columns.map(({ meaning, field }, i): TableCell => {
    const entry = entries[i]
    if (entry !== undefined) return cellOf(entry.value, field?.unit)
    if (meaning.column === 'unit-id') return unit.id
    if (meaning.column === 'unit') return unit.name
    if (meaning.column === 'by' || meaning.column === 'at' || meaning.column === 'evidence')
      return agreed(told, meaning.column)
    return applicability.asks(meaning, unit) ? null : CLOSED
  })
}

function wideSheet(
  context: Context,
  name: string,
  kind: SheetKind,
  own: readonly TableColumn[],
  level: string | undefined,
): TableSheet {
  const columns = [...leadColumns(), ...own, ...tailColumns()]
  const units = unitsAt(context, level)
  const filled = new Filled(
    (kind === 'previous' ? context.filled?.previous : context.filled?.facts) ?? [],
  )
  const rows = units.map((unit) => unitRow(unit, columns, filled, context))
  return { name, anchor: { kind, id: null }, columns, rows, frozen: 2, open: units.length === 0 }
}

function fieldOf(fact: FactDeclaration): FieldSpec {
  return { ...fact, least: fact.least?.value, most: fact.most?.value }
}

function factColumn(fact: FactDeclaration, period: string | null, context: Context): TableColumn {
  const heading = period === null ? fact.name : nameOfPeriod(period)
  return {
    meaning: { column: 'fact-value', fact: fact.id, period },
    heading,
    note: factNote(fact, context),
    field: fieldOf(fact),
    width: period === null ? 16 : 12,
  }
}

/** 全年数据: one row a unit, one column a yearly fact; a sheet for each level at which facts arise. */
export function yearlySheets(context: Context): TableSheet[] {
  const facts = (context.scheme.facts ?? []).filter((f) => !isDated(f, context.scheme.period))
  const levels = [...new Set(facts.map((f) => f.level))]
  return levels.map((level) => {
    const name = context.scheme.levels?.find((l) => l.id === level)?.name
    const own = facts.filter((f) => f.level === level).map((f) => factColumn(f, null, context))
    return wideSheet(
      context,
      name === undefined ? nameOf('facts') : `${nameOf('facts')}-${name}`,
      'facts',
      own,
      level,
    )
  })
}

const SPARE_PERIODS = 24
const ADD_PERIODS = '在右边加列，标题写期，如 2023年4月、第7期'

/**
 * One sheet for each fact told by periods: a row a unit, a column a period. Where the scheme does not say
 * which periods there are, the columns to the right are open for them.
 */
export function periodicSheets(context: Context): TableSheet[] {
  const facts = (context.scheme.facts ?? []).filter((f) => isDated(f, context.scheme.period))
  return facts.map((fact) => {
    const columns = context
      .periods(fact)
      .map((p, i) => periodColumn(factColumn(fact, p, context), i))
    const sheet = wideSheet(context, fact.name, 'facts', columns, fact.level)
    if (periodsOf(fact, context.scheme) !== null) return sheet
    const hinted = sheet.columns.map((c) =>
      c.meaning.column === 'unit' ? { ...c, hint: ADD_PERIODS, note: factNote(fact, context) } : c,
    )
    return { ...sheet, columns: hinted, spare: SPARE_PERIODS }
  })
}

// One note a sheet is enough: all its columns are the same fact.
function periodColumn({ note, ...column }: TableColumn, index: number): TableColumn {
  return index === 0 && note !== undefined ? { ...column, note } : column
}

/** 上年数据: the facts whose growth is asked for. */
export function previousSheets(context: Context): TableSheet[] {
  const wanted = new Set([
    ...factsOfLastYear(context.scheme),
    ...(context.filled?.previous ?? []).map((f) => f.fact),
  ])
  const facts = (context.scheme.facts ?? []).filter((f) => wanted.has(f.id))
  const levels = [...new Set(facts.map((f) => f.level))]
  return levels.map((level) => {
    const own = facts
      .filter((f) => f.level === level)
      .flatMap((f) => context.periods(f).map((p) => previousColumn(f, p, context)))
    const name = context.scheme.levels?.find((l) => l.id === level)?.name
    return wideSheet(
      context,
      name === undefined ? nameOf('previous') : `${nameOf('previous')}-${name}`,
      'previous',
      own,
      level,
    )
  })
}

function previousColumn(
  fact: FactDeclaration,
  period: string | null,
  context: Context,
): TableColumn {
  const column = factColumn(fact, period, context)
  return {
    ...column,
    // A unit may have had none the year before (无上年), whatever the fact says of this year.
    field: { ...fieldOf(fact), mayNotApply: true },
    heading: period === null ? fact.name : `${fact.name}（上年同期：${nameOfPeriod(period)}）`,
  }
}

function markColumn(judged: Judged, evaluator: string | null, context: Context): TableColumn {
  const party = context.scheme.parties?.find((p) => p.id === evaluator)?.name ?? evaluator
  const field: FieldSpec =
    judged.words === undefined
      ? { type: 'number', unit: '分', least: judged.least, most: judged.most, whole: false }
      : { type: 'choice', words: judged.words }
  return {
    meaning: { column: 'mark-value', item: judged.id, evaluator },
    heading: party === null ? judged.name : `${judged.name}（${party}）`,
    note: markNote(judged, evaluator, context),
    field,
    width: 16,
  }
}

/** 打分: a row a unit, a column for each judged item and evaluator. */
export function markSheets(context: Context): TableSheet[] {
  const columns = judgedItems(context.scheme).flatMap((judged) =>
    (judged.evaluators.length === 0 ? [null] : judged.evaluators).map((e) =>
      markColumn(judged, e, context),
    ),
  )
  return columns.length === 0
    ? []
    : [wideSheet(context, nameOf('marks'), 'marks', columns, undefined)]
}

function attributeColumns(context: Context): TableColumn[] {
  return (context.scheme.attributes ?? []).map((a) => ({
    meaning: { column: 'attribute', id: a.id },
    heading: a.name,
    field: { ...a, least: undefined, most: undefined },
  }))
}

function attributeCell(value: Value | undefined, unit: string | undefined): Cell {
  return value === undefined ? null : cellOf(value, unit)
}

/** 单位: who takes part. */
export function unitSheet(context: Context): TableSheet {
  const { scheme, units } = context
  const types: FieldSpec = { type: 'choice', words: scheme.assessees.map((a) => a.name) }
  const levels: FieldSpec = { type: 'choice', words: (scheme.levels ?? []).map((l) => l.name) }
  const attributes = attributeColumns(context)
  const columns: TableColumn[] = [
    plainColumnOf('unit-id', { heading: '编号', hint: '全年不变', width: 12 }),
    plainColumnOf('unit', { heading: '名称', hint: '全称', width: 26 }),
    plainColumnOf('type', { field: types, hint: '考核对象的类别', width: 16 }),
    plainColumnOf('parent', { hint: '上级单位', width: 18 }),
    plainColumnOf('group', { hint: '分组排名时填', width: 10 }),
    plainColumnOf('level', { field: levels, hint: '只提供数据的单位填', width: 12 }),
    plainColumnOf('short', { hint: '用、隔开', width: 14 }),
    plainColumnOf('former', { hint: '用、隔开', width: 14 }),
    ...attributes,
  ]
  const nameOfId = (
    all: readonly { readonly id: string; readonly name: string }[] | undefined,
    id: string | null | undefined,
  ): Cell => all?.find((one) => one.id === id)?.name ?? null
  const rows = units.map((u): Cell[] => [
    u.id,
    u.name,
    nameOfId(scheme.assessees, u.type),
    u.parent ?? null,
    u.group ?? null,
    nameOfId(scheme.levels, u.level),
    null,
    null,
    ...attributes.map((c) =>
      attributeCell(
        c.meaning.column === 'attribute' ? u.attributes[c.meaning.id] : undefined,
        c.field?.unit,
      ),
    ),
  ])
  return {
    name: nameOf('units'),
    anchor: { kind: 'units', id: null },
    columns,
    rows,
    frozen: 2,
    open: true,
  }
}
