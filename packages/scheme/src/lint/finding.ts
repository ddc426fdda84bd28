import type { Program, Scheme } from '@kaohe/engine'
import type { Language, Phrase } from '../diagnostic/diagnostic.ts'
import type { Position } from '../source/origin.ts'
import type { Site } from './site.ts'

/** error: points cannot be told; warning: they can, but not as anyone would want; note: good to know. */
export type FindingSeverity = 'error' | 'warning' | 'note'

/** Something of a scheme that somebody has to settle, told in one language. */
export interface Finding {
  /** Which check found it; never changes its meaning. */
  readonly check: string
  readonly severity: FindingSeverity
  /** Keywords and ids from the root: `指标/study/规则/分段/段`. */
  readonly path: string
  readonly clause?: string
  readonly title: string
  /** What is the matter and why it matters. */
  readonly message: string
  /** A case that shows it, in the words of the scheme. */
  readonly counterexample?: string
  /** What kind of reading or change settles it. */
  readonly settle: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

/** A finding before it is told: its place and words. */
export interface Found {
  readonly path: string
  readonly message: Phrase
  readonly counterexample?: Phrase | undefined
  readonly clause?: string | undefined
  /** Where one check knows cases of different weight. */
  readonly severity?: FindingSeverity
  /** Where what settles the one case does not settle another. */
  readonly settle?: Phrase
}

/** One thing to look for. A check knows nothing of other checks, of readings, or of any one notice. */
export interface Check {
  readonly slug: string
  readonly severity: FindingSeverity
  readonly title: Phrase
  readonly settle: Phrase
  find(site: Site): Iterable<Found>
}

/** Finds where a path of the scheme stands in its file. */
export type Where = (path: string) => Position | undefined

export interface LintOptions {
  readonly lang?: Language
}

export type { Language, Phrase, Program, Scheme }
