import {
  type CellSpec,
  numberOrText,
  type RowSpec,
  sheetName,
  type SheetSpec,
  writeBook,
} from '../book/index.ts'
import type { Table, TableCell } from '../exports/table.ts'
import type { Format } from './format.ts'

function cellSpec(cell: TableCell): CellSpec {
  if (cell === null || typeof cell === 'string') return { value: cell, style: 'plain' }
  return { value: typeof cell === 'number' ? cell : numberOrText(cell), style: 'plain' }
}

/** A sheet that shows a table. */
export function sheetOf(table: Table, name: string): SheetSpec {
  const heading: RowSpec = {
    cells: table.columns.map((c): CellSpec => ({ value: c.heading, style: 'heading' })),
    height: 30,
  }
  return {
    name,
    columns: table.columns.map((c) => ({ width: c.width ?? 14, input: false })),
    rows: [heading, ...table.rows.map((row): RowSpec => ({ cells: row.map(cellSpec) }))],
    freeze: { rows: 1, columns: 0 },
    titleRows: 1,
  }
}

/** A workbook with one sheet for each table. */
export const xlsx: Format = {
  name: 'xlsx',
  ending: 'xlsx',
  write(tables) {
    const taken = new Set<string>()
    const sheets = tables.map((table) => {
      const name = sheetName(table.title, taken)
      taken.add(name.toLowerCase())
      return sheetOf(table, name)
    })
    return writeBook({ sheets })
  },
}
