/** A column of a table: its heading, its share of the width, and whether it holds figures. */
export interface Column {
  readonly heading: string
  readonly share: number
  readonly figures?: true
}

/** A line in a cell of a table. */
export interface CellLine {
  readonly text: string
  readonly bold?: true
}

/** What stands in a cell: lines, one below the other. */
export type Cell = string | readonly CellLine[]

/** A row that heads those below it. */
export interface Strong {
  readonly strong: readonly string[]
}
export type Row = readonly Cell[] | Strong

/** A row of a form that is filled in by hand: what is asked, what may be answered, and room in millimetres. */
export interface FormRow {
  readonly label: string
  readonly text: string
  readonly room: number
}

/**
 * What a paper is made of, before Word or a PDF is written of it. Texts are plain: whatever stands in them is
 * letters, never markup.
 */
export type Block =
  | { readonly kind: 'title'; readonly lines: readonly string[]; readonly newPage: boolean }
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'paragraph'
      /** text begins two signs in, flush does not. */
      readonly style: 'text' | 'flush'
      readonly text: string
      /** It stays with what follows. */
      readonly keep: boolean
    }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'attachments'; readonly names: readonly string[] }
  | { readonly kind: 'signature'; readonly issuer: string; readonly date: string }
  /** The word 附件 at the top of a new page. */
  | { readonly kind: 'attached' }
  | {
      readonly kind: 'table'
      readonly columns: readonly Column[]
      readonly rows: readonly Row[]
      /** Whether a row may go on on the next page. */
      readonly tearing: boolean
    }
  /** A link as a picture that a phone reads, and in letters. */
  | { readonly kind: 'code'; readonly link: string; readonly says: string }
  | { readonly kind: 'form'; readonly rows: readonly FormRow[] }
