import type { ColumnMeaning, PlainColumn, SheetAnchor } from '@kaohe/documents'
import type { Grid } from '../grid/index.ts'

export interface Column {
  readonly index: number
  readonly meaning: ColumnMeaning
  /** As people see it, for messages. */
  readonly heading: string
}

/** What a grid holds, column by column, and where its data begin. */
export interface Plan {
  readonly grid: Grid
  readonly sheet: SheetAnchor
  readonly columns: readonly Column[]
  /** Number of the last row of headings. */
  readonly headRow: number
}

export function plainColumn(plan: Plan, column: PlainColumn): Column | undefined {
  return plan.columns.find((c) => c.meaning.column === column)
}
