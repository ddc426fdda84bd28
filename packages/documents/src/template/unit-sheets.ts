import { type FactDeclaration, isDated, type Value } from '@kaohe/engine'
import { DATA_ONLY_WORDS, factsOfLastYear, nameOfPeriod, periodsOf } from '../layout/index.ts'
import type { Context } from './context.ts'
import type { FieldSpec } from './fields.ts'
import { factNote } from './notes.ts'
import type { TableColumn, TableSheet } from './table-sheet.ts'
import { cellOf } from './values.ts'
import { nameOf, plainColumnOf, wideSheet } from './wide-sheet.ts'

type Cell = string | number | null

/** The list of unit names that other sheets choose from. */
export const UNIT_CHOICES = `'${nameOf('units')}'!$B$4:$B$2003`

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

const [DATA_ONLY] = DATA_ONLY_WORDS

// Units that only supply facts lie at levels that a scheme declares.
function typeWords({ scheme, units }: Context): readonly string[] {
  const some = (scheme.levels ?? []).length > 0 || units.some((u) => u.type === null)
  return [...scheme.assessees.map((a) => a.name), ...(some ? [DATA_ONLY] : [])]
}

/** 单位: who takes part, and who only supplies facts. */
export function unitSheet(context: Context): TableSheet {
  const { scheme, units } = context
  const types: FieldSpec = { type: 'choice', words: typeWords(context) }
  const levels: FieldSpec = { type: 'choice', words: (scheme.levels ?? []).map((l) => l.name) }
  const attributes = attributeColumns(context)
  const columns: TableColumn[] = [
    plainColumnOf('unit-id', { heading: '编号', hint: '全年不变', width: 12 }),
    plainColumnOf('unit', { heading: '名称', hint: '全称', width: 26 }),
    plainColumnOf('type', { field: types, hint: '考核对象的类别，或只提供数据', width: 16 }),
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
    // Said outright, for what is left blank may be taken for the only kind there is.
    u.type === null ? DATA_ONLY : nameOfId(scheme.assessees, u.type),
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
