import { guardText } from '../book/guard.ts'
import { cellText, type Table, type TableCell } from '../exports/table.ts'
import type { Format } from './format.ts'

const MARK = '\uFEFF'

function field(cell: TableCell): string {
  const plain = typeof cell === 'string' ? guardText(cell) : cellText(cell)
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

function writeTable(table: Table): string {
  const rows = [table.columns.map((c) => c.heading), ...table.rows]
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')
}

/** Comma separated, with a byte order mark so that spreadsheet programs see UTF-8; no cell starts a formula. */
export const csv: Format = {
  name: 'csv',
  ending: 'csv',
  write: (tables) => MARK + tables.map(writeTable).join('\r\n'),
}
