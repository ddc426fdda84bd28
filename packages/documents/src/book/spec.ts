/** A workbook described as plain data, before any library writes it. */
export interface BookSpec {
  readonly sheets: readonly SheetSpec[]
}

export type Style =
  | 'title'
  | 'heading'
  | 'hint'
  | 'anchor'
  | 'fixed'
  | 'closed'
  | 'input'
  | 'plain'
  | 'strong'

/** A formula with the value that it has, so that a reader that does not calculate shows it too. */
export interface Formula {
  readonly formula: string
  readonly result: number | string
}

export interface CellSpec {
  readonly value: string | number | Formula | null
  readonly style?: Style
  /** Shown when the pointer rests on the cell. */
  readonly note?: string
  readonly format?: string
}

export interface ColumnSpec {
  readonly width: number
  /** Number format of the empty cells of the column. */
  readonly format?: string
  /** What may be typed where nothing is written yet; columns of headings and names are fixed. */
  readonly input: boolean
}

export interface RowSpec {
  readonly cells: readonly CellSpec[]
  readonly height?: number
  readonly hidden?: boolean
}

/** A list to choose from, or a condition on what is typed. */
export interface Validation {
  readonly range: string
  readonly rule:
    | { readonly list: string }
    | {
        readonly type: 'decimal' | 'whole' | 'date'
        readonly least: number
        readonly most: number | undefined
      }
    | { readonly custom: string }
  readonly title: string
  readonly message: string
}

export interface SheetSpec {
  readonly name: string
  readonly hidden?: boolean
  readonly columns: readonly ColumnSpec[]
  readonly rows: readonly RowSpec[]
  readonly freeze?: { readonly rows: number; readonly columns: number }
  /** Protected without a password: against slips, not against people. */
  readonly protect?: boolean
  readonly validations?: readonly Validation[]
  readonly titleRows?: number
  readonly portrait?: boolean
  /** Above every printed page. */
  readonly header?: string
}

/** Letters of a column counted from 0. */
export function letters(index: number): string {
  const rest = Math.floor(index / 26)
  const letter = String.fromCharCode(65 + (index % 26))
  return rest === 0 ? letter : letters(rest - 1) + letter
}

const FORBIDDEN = /[[\]:*?/\\']/g
const MOST_LETTERS = 31

/** A name that a sheet may have, unlike those already taken. */
export function sheetName(wanted: string, taken: ReadonlySet<string>): string {
  const clean = wanted.replace(FORBIDDEN, '').slice(0, MOST_LETTERS) || '表'
  let name = clean
  for (let i = 2; taken.has(name.toLowerCase()); i += 1)
    name = `${clean.slice(0, MOST_LETTERS - `${i}`.length)}${i}`
  return name
}
