import type { Rows } from './rows.ts'

/** A block of merged cells; rows from 1, columns from 0, all inclusive. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** One sheet or one text table, whatever file it came from. Rows without any value are left out. */
export interface Grid {
  readonly file: string
  /** The sheet's name; for a text table the name of the file without folder and ending. */
  readonly name: string
  readonly form: 'sheet' | 'text'
  readonly hidden: boolean
  readonly rows: Rows
  readonly merges: readonly Merge[]
  readonly hiddenColumns: ReadonlySet<number>
  /** Days are counted from 1904 (old Macintosh workbooks). */
  readonly from1904: boolean
}
