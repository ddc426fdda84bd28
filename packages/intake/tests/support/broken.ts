import type { FactsRead } from '../../src/index.ts'

/** What the message must say about one broken input; written before the message was. */
export interface Expected {
  readonly code: string
  readonly severity?: 'error' | 'warning' | 'note'
  readonly sheet?: string
  readonly cell?: string
  readonly line?: number
  readonly column?: number
  readonly path?: string
  readonly found?: string
  readonly nearest?: string
  /** Words that the message holds. */
  readonly says?: string
}

export interface Variant {
  readonly name: string
  readonly expected: Expected
  /** What was written wrongly, which the message must hold. */
  readonly word?: string
  read(): FactsRead
}

/** A sort of broken workbook with five examples of it. */
export interface Sort {
  readonly sort: string
  readonly variants: readonly [Variant, Variant, Variant, Variant, Variant]
}

export function sort(name: string, ...variants: Sort['variants']): Sort {
  return { sort: name, variants }
}
