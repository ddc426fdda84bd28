import {
  type CellSpec,
  type ColumnSpec,
  letters,
  type RowSpec,
  type SheetSpec,
  type Validation,
} from '../book/index.ts'
import { type ColumnMeaning, type SheetAnchor, writeAnchorRow } from '../layout/index.ts'
import { type FieldSpec, formatOf, hintOf, validationOf } from './fields.ts'

/** A column of a sheet to be filled in. */
export interface TableColumn {
  readonly meaning: ColumnMeaning
  readonly heading: string
  readonly hint?: string
  readonly note?: string
  readonly width?: number
  /** What may be typed; absent where the template itself writes. */
  readonly field?: FieldSpec
  /** A list to choose from that stands on another sheet. */
  readonly choices?: string
}

/** A place that is not asked of the unit of the row: grey and locked. */
export const CLOSED = { closed: true } as const

/** null is a place to be filled in. */
export type TableCell = string | number | null | typeof CLOSED

export interface TableSheet {
  readonly name: string
  readonly anchor: SheetAnchor
  readonly columns: readonly TableColumn[]
  /** Values written already, by column. */
  readonly rows: readonly (readonly TableCell[])[]
  /** Columns that stay in sight. */
  readonly frozen: number
  /** True when people add rows of their own. */
  readonly open: boolean
  /** Columns to the right, heading and all, where people add periods of their own. */
  readonly spare?: number | undefined
}

const HEAD_ROWS = 3
/** Rows below the last one written that are checked as they are filled in. */
const SPARE_ROWS = 1000

function headRows(sheet: TableSheet): RowSpec[] {
  const anchors = writeAnchorRow(
    sheet.anchor,
    sheet.columns.map((c) => c.meaning),
  )
  const heading = sheet.columns.map(
    (c): CellSpec => ({
      value: c.heading,
      style: 'heading',
      ...(c.note === undefined ? {} : { note: c.note }),
    }),
  )
  const hints = sheet.columns.map(
    (c): CellSpec => ({
      value: c.hint ?? (c.field === undefined ? '' : hintOf(c.field)),
      style: 'hint',
    }),
  )
  return [
    { cells: heading, height: 36 },
    { cells: hints, height: 26 },
    { cells: anchors.map((value) => ({ value, style: 'anchor' })), hidden: true },
  ]
}

function dataRow(sheet: TableSheet, values: readonly TableCell[]): RowSpec {
  return {
    cells: sheet.columns.map(({ field, choices }, i): CellSpec => {
      const value = values[i] ?? null
      if (typeof value === 'object' && value !== null) return { value: null, style: 'closed' }
      const fixed = field === undefined && choices === undefined && !sheet.open
      return { value, style: fixed ? 'fixed' : 'input' }
    }),
  }
}

function validations(sheet: TableSheet): Validation[] {
  const last = HEAD_ROWS + sheet.rows.length + (sheet.open ? SPARE_ROWS : 0)
  if (last === HEAD_ROWS) return []
  return sheet.columns.flatMap(({ field, choices, heading }, i) => {
    const first = `${letters(i)}${HEAD_ROWS + 1}`
    const range = `${first}:${letters(i)}${last}`
    if (choices !== undefined)
      return [{ range, rule: { list: choices }, title: heading, message: '请从列表里选。' }]
    const validation = field === undefined ? undefined : validationOf(field, range, first, heading)
    return validation === undefined ? [] : [validation]
  })
}

const SPARE_COLUMN: ColumnSpec = { width: 12, input: true }

function columnSpec({ width, heading, field, choices }: TableColumn, open: boolean): ColumnSpec {
  const format = field === undefined ? undefined : formatOf(field)
  const wide = width ?? Math.min(24, Math.max(10, heading.length * 2 + 2))
  return {
    width: wide,
    input: open || field !== undefined || choices !== undefined,
    ...(format === undefined ? {} : { format }),
  }
}

/** A sheet with headings, hints, a hidden row of anchors, and checked cells below. */
export function tableSheet(sheet: TableSheet): SheetSpec {
  return {
    name: sheet.name,
    columns: [
      ...sheet.columns.map((c) => columnSpec(c, sheet.open)),
      ...Array.from({ length: sheet.spare ?? 0 }, () => SPARE_COLUMN),
    ],
    rows: [...headRows(sheet), ...sheet.rows.map((values) => dataRow(sheet, values))],
    freeze: { rows: HEAD_ROWS, columns: sheet.frozen },
    protect: true,
    validations: validations(sheet),
    titleRows: 1,
  }
}
