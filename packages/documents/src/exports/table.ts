import { formatRational, type Rational } from '@kaohe/engine'

/** What an export gives out: rows of plain cells, which every format can write. */
export interface Table {
  readonly id: string
  readonly title: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly TableCell[])[]
}

export interface TableColumn {
  readonly id: string
  readonly heading: string
  /** points: exact numbers, written as decimals or fractions; count: whole numbers; text: words. */
  readonly type: 'text' | 'points' | 'count'
  readonly width?: number
}

/** null is an empty cell: nothing is known or nothing is to be said. */
export type TableCell = string | number | Rational | null

export function column(
  id: string,
  heading: string,
  type: TableColumn['type'] = 'text',
  width?: number,
): TableColumn {
  return { id, heading, type, ...(width === undefined ? {} : { width }) }
}

export function table(
  id: string,
  title: string,
  columns: readonly TableColumn[],
  rows: readonly (readonly TableCell[])[],
): Table {
  return { id, title, columns, rows }
}

/** A cell as text: exact numbers as the shortest exact decimal, or a fraction. */
export function cellText(cell: TableCell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  return typeof cell === 'number' ? `${cell}` : formatRational(cell)
}
