/**
 * What a column of a sheet holds. A template writes it as an anchor into a hidden row, so that every
 * cell finds its way back whatever is done to the headings; other workbooks are read by their headings.
 */
export type ColumnMeaning =
  | { readonly column: PlainColumn }
  | { readonly column: 'attribute'; readonly id: string }
  | { readonly column: 'fact-value'; readonly fact: string; readonly period: string | null }
  | { readonly column: 'mark-value'; readonly item: string; readonly evaluator: string | null }
  /** Why that mark was given. */
  | { readonly column: 'mark-reason'; readonly item: string; readonly evaluator: string | null }

export const PLAIN_COLUMNS = [
  'unit-id',
  'unit',
  'type',
  'parent',
  'group',
  'level',
  'short',
  'former',
  'event-id',
  'date',
  'fact',
  'period',
  'value',
  'clause',
  'evidence',
  'by',
  'at',
  'item',
  'evaluator',
  'reason',
  'event',
  'reported',
  'pending',
  'year',
  'total',
  'rank',
  'grade',
  'met',
  'from',
  'since',
  'matter',
  'decided',
  'body',
  'number',
  'ignored',
] as const

export type PlainColumn = (typeof PLAIN_COLUMNS)[number]

export type SheetKind =
  | 'notes'
  | 'units'
  | 'long'
  | 'facts'
  | 'event'
  | 'marks'
  | 'reported'
  | 'history'
  | 'lineage'
  | 'previous'
  | 'decisions'

export interface SheetAnchor {
  readonly kind: SheetKind
  /** The event of an event sheet; null for the others. */
  readonly id: string | null
}

const PREFIX = 'kaohe:'

/** The anchor of a column as text: `unit`, `attribute:level`, `fact:study-rate@2023-04`, `mark:brand@office`, `reason:brand@office`. */
export function writeColumnAnchor(meaning: ColumnMeaning): string {
  switch (meaning.column) {
    case 'attribute':
      return `attribute:${meaning.id}`
    case 'fact-value':
      return meaning.period === null
        ? `fact:${meaning.fact}`
        : `fact:${meaning.fact}@${meaning.period}`
    case 'mark-value':
    case 'mark-reason': {
      const what = `${meaning.column === 'mark-value' ? 'mark' : 'reason'}:${meaning.item}`
      return meaning.evaluator === null ? what : `${what}@${meaning.evaluator}`
    }
    default:
      return meaning.column
  }
}

/** @returns undefined when the text is no anchor. */
export function readColumnAnchor(text: string): ColumnMeaning | undefined {
  const match = /^(?:(attribute|fact|mark|reason):)?([^@:|]+)(?:@(.+))?$/.exec(text.trim())
  if (match === null) return undefined
  const [, kind, id = '', after = null] = match
  if (kind === 'attribute') return { column: 'attribute', id }
  if (kind === 'fact') return { column: 'fact-value', fact: id, period: after }
  if (kind === 'mark') return { column: 'mark-value', item: id, evaluator: after }
  if (kind === 'reason') return { column: 'mark-reason', item: id, evaluator: after }
  const plain = PLAIN_COLUMNS.find((word) => word === id)
  return plain === undefined ? undefined : { column: plain }
}

/** The whole anchor row; the first cell also says what the sheet is: `kaohe:event:volunteer|unit`. */
export function writeAnchorRow(sheet: SheetAnchor, columns: readonly ColumnMeaning[]): string[] {
  const head = sheet.id === null ? sheet.kind : `${sheet.kind}:${sheet.id}`
  return columns.map(
    (meaning, index) => (index === 0 ? `${PREFIX}${head}|` : '') + writeColumnAnchor(meaning),
  )
}

const KINDS: readonly SheetKind[] = [
  'notes',
  'units',
  'long',
  'facts',
  'event',
  'marks',
  'reported',
  'history',
  'lineage',
  'previous',
  'decisions',
]

/** Reads the first cell of an anchor row. @returns undefined when the text does not begin one. */
export function readSheetAnchor(text: string): { sheet: SheetAnchor; first: string } | undefined {
  if (!text.startsWith(PREFIX)) return undefined
  const [head = '', first = ''] = text.slice(PREFIX.length).split('|')
  const [word, id = null] = head.split(':')
  const kind = KINDS.find((k) => k === word)
  return kind === undefined ? undefined : { sheet: { kind, id }, first }
}
