import type { SheetAnchor } from '@kaohe/documents'
import type { Column } from './plan.ts'

/** The mark of which a bare 理由 speaks: the nearest to the left, else the first. */
function markBeside(columns: readonly Column[], index: number): Column | undefined {
  const marks = columns
    .filter((c) => c.meaning.column === 'mark-value')
    .toSorted((a, b) => a.index - b.index)
  return marks.findLast((c) => c.index < index) ?? marks[0]
}

/** The columns of a sheet, each 理由 with the mark beside it where marks have columns of their own. */
export function withReasons(sheet: SheetAnchor, columns: readonly Column[]): readonly Column[] {
  const long = columns.some((c) => c.meaning.column === 'value')
  if (sheet.kind !== 'marks' || long) return columns
  return columns.map((column): Column => {
    const mark = column.meaning.column === 'reason' && markBeside(columns, column.index)
    if (!mark || mark.meaning.column !== 'mark-value') return column
    return { ...column, meaning: { ...mark.meaning, column: 'mark-reason' } }
  })
}
