import type { Block, Column, Row } from './block.ts'

/**
 * A table as wide as the text, whose heading stands on each of its pages and whose rows are not torn.
 * @param tearing for rows that may be longer than a page
 */
export const table = (
  columns: readonly Column[],
  rows: readonly Row[],
  tearing = false,
): Block => ({ kind: 'table', columns, rows, tearing })
