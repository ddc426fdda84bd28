import type { Key } from './key.ts'
import type { Phrase } from './phrase.ts'
import type { Row } from './read.ts'
import type { Columns } from './sources.ts'

/** Phrases that stand beside one another. */
export interface Run {
  readonly parts: readonly Phrase[]
  readonly rests: Columns
  /** Undefined where there are too many cases to be remembered. */
  readonly key: Key | undefined
}

/** Phrases that are said, and remembered, as one text. */
export class Piece {
  readonly #run: Run
  #made: (string | undefined)[] | undefined

  constructor(run: Run) {
    this.#run = run
  }

  /** The columns that `known` reads. */
  get reads(): Iterable<number> {
    return this.#run.key?.columns ?? this.#run.rests
  }

  /** What it says of the row, where it said that before or does not remember anything. */
  known(row: Row): string | undefined {
    const { key } = this.#run
    return key === undefined ? this.#said(row) : this.#made?.[key.at(row)]
  }

  /** What it says of the row, remembered without being left in pieces. */
  learn(row: Row): string {
    const said = this.#said(row)
    const { key } = this.#run
    if (key === undefined) return said
    this.#made ??= Array.from({ length: key.size })
    this.#made[key.at(row)] = said
    return said
  }

  #said(row: Row): string {
    const [first, ...others] = this.#run.parts
    if (first === undefined || others.length === 0) return first?.of(row) ?? ''
    return this.#run.parts.map((part) => part.of(row)).join('')
  }
}
