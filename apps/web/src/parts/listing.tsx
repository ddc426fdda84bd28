import { Table, type TableColumnType, type TableProps } from 'antd'
import type { HTMLAttributes } from 'react'
import './listing.css'
import { Scrolls } from './scrolls.tsx'
import { useWide } from './use-wide.ts'

interface Props<Row> extends Omit<TableProps<Row>, 'columns'> {
  /** What the part that scrolls is called. */
  readonly label: string
  readonly columns: readonly TableColumnType<Row>[]
}

type Cell<Row> = NonNullable<TableColumnType<Row>['onCell']>

// A phone shows no head of columns: each cell says what it is.
function saying<Row>(column: TableColumnType<Row>): TableColumnType<Row> {
  // What stays beside what scrolls stays beside nothing in a card.
  const { fixed: _, ...loose } = column
  const { title, onCell } = loose
  const name = { 'data-label': typeof title === 'string' ? title : '' }
  const named: Cell<Row> = (row, index): HTMLAttributes<HTMLElement> => ({
    ...onCell?.(row, index),
    ...name,
  })
  return { ...loose, onCell: named }
}

/**
 * Rows that are read: a table where there is room, on a phone a card for each row, its first column on top. A
 * column with the class `cell-whole` has the width of its card; one with `cell-wide-only` is left out there.
 */
export function Listing<Row extends object>({
  label,
  columns,
  className = '',
  ...rest
}: Props<Row>) {
  const wide = useWide()
  if (wide)
    return (
      <Scrolls label={label}>
        <Table {...rest} className={className} columns={[...columns]} />
      </Scrolls>
    )
  const { scroll: _, ...plain } = rest
  return <Table {...plain} className={`${className} as-cards`} columns={columns.map(saying)} />
}
