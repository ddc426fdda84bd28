/** What a cell holds when there is nothing special about it; undefined is an empty cell. */
export type Plain = string | number | boolean

/** A cell of which more is known than its value. */
export interface RichCell {
  readonly value?: Plain | undefined
  /** How a number is shown: as a percentage, as a date, or with a unit written by the format. */
  readonly shown?: 'percent' | 'date' | undefined
  readonly unit?: string | undefined
  readonly formula?: string | undefined
  /** `#REF!` and its like. */
  readonly error?: string | undefined
}

export type Raw = Plain | RichCell | undefined

export interface Row {
  /** As the file counts them, from 1. */
  readonly number: number
  /** By column, counted from 0. */
  readonly cells: readonly Raw[]
  readonly hidden: boolean
}

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
  readonly rows: readonly Row[]
  readonly merges: readonly Merge[]
  readonly hiddenColumns: ReadonlySet<number>
  /** Days are counted from 1904 (old Macintosh workbooks). */
  readonly from1904: boolean
}

export function isRich(raw: Raw): raw is RichCell {
  return typeof raw === 'object'
}

/** The value of a cell, special or not. */
export function plainOf(raw: Raw): Plain | undefined {
  return isRich(raw) ? raw.value : raw
}
