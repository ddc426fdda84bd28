import type { Row } from './read.ts'
import type { Columns } from './sources.ts'

/** What is made of a row, and the columns that it rests on. */
export interface Made<T> {
  readonly of: (row: Row) => T
  readonly rests: Columns
}

/** A text for a row. */
export interface Phrase extends Made<string> {
  /** What it is put together of, where it is not remembered as a whole. */
  readonly parts?: readonly Phrase[]
}

/** What a phrase is put together of. */
export function partsOf(phrase: Phrase): readonly Phrase[] {
  return phrase.parts ?? [phrase]
}

/** A phrase that is the same for every unit. */
export function literal(text: string): Phrase {
  return { of: () => text, rests: new Set() }
}

/** What several things rest on together. */
export function restsOfAll(parts: readonly Made<unknown>[]): Columns {
  return parts.reduce<Columns>((all, p) => all.union(p.rests), new Set())
}
