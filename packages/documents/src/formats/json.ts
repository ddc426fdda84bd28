import { formatRational } from '@kaohe/engine'
import type { Table, TableCell } from '../exports/table.ts'
import type { Format } from './format.ts'

function value(cell: TableCell): string | number | null {
  return typeof cell === 'object' && cell !== null ? formatRational(cell) : cell
}

function rowsOf(table: Table): readonly Readonly<Record<string, string | number | null>>[] {
  return table.rows.map((row) =>
    Object.fromEntries(table.columns.map((c, i) => [c.id, value(row[i] ?? null)])),
  )
}

/** One list of rows for each table, by its name; points are texts, counts are numbers. */
export const json: Format = {
  name: 'json',
  ending: 'json',
  write: (tables) =>
    `${JSON.stringify(Object.fromEntries(tables.map((t) => [t.id, rowsOf(t)])), null, 2)}\n`,
}
