import type { Unit } from '@kaohe/engine'
import { HEADINGS, type PlainColumn, SHEET_NAMES, type SheetKind } from '../layout/index.ts'
import { type Context, unitsAt } from './context.ts'
import type { FieldSpec } from './fields.ts'
import { agreed, Filled } from './filled.ts'
import { CLOSED, type TableCell, type TableColumn, type TableSheet } from './table-sheet.ts'

/** How a template calls a sheet. */
export const nameOf = (kind: Exclude<SheetKind, 'event'>): string => SHEET_NAMES[kind][0] ?? kind

export const TEXT: FieldSpec = { type: 'text' }

/** A column that every sheet of its kind may have, under its usual heading. */
export function plainColumnOf(column: PlainColumn, more: Partial<TableColumn> = {}): TableColumn {
  return { meaning: { column }, heading: HEADINGS[column][0] ?? column, ...more }
}

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

function unitRow(
  unit: Unit,
  columns: readonly TableColumn[],
  filled: Filled,
  { applicability }: Context,
): TableCell[] {
  const told = columns
    .map((c) => filled.entry(unit.id, c.meaning))
    .filter((entry) => entry !== undefined)
  return columns.map((column): TableCell => {
    const { meaning } = column
    const cell = filled.cell(unit.id, column)
    if (cell !== undefined) return cell
    if (meaning.column === 'unit-id') return unit.id
    if (meaning.column === 'unit') return unit.name
    if (meaning.column === 'by' || meaning.column === 'at' || meaning.column === 'evidence')
      return agreed(told, meaning.column)
    return applicability.asks(meaning, unit) ? null : CLOSED
  })
}

/** A sheet with one row a unit: who it is, the columns given, evidence and who reported. */
export function wideSheet(
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
