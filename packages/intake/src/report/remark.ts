import type { Phrase } from './phrase.ts'

export type Severity = 'error' | 'warning' | 'note'

/** What is to be said about one cell or file, before it is known where that stands. */
export interface Remark {
  readonly code: string
  readonly severity: Severity
  /** What is the matter. */
  readonly why: Phrase
  readonly found?: string
  /** What should be done or written instead. */
  readonly expected?: Phrase
  /** The nearest right word or value. */
  readonly nearest?: string
}

type Details = Pick<Remark, 'found' | 'expected' | 'nearest'>

export function fault(code: string, why: Phrase, details: Details = {}): Remark {
  return { code, severity: 'error', why, ...details }
}

export function warning(code: string, why: Phrase, details: Details = {}): Remark {
  return { code, severity: 'warning', why, ...details }
}

export function note(code: string, why: Phrase, details: Details = {}): Remark {
  return { code, severity: 'note', why, ...details }
}

/** The outcome of reading one thing: the value with what is worth saying about it, or why there is none. */
export type Reading<T> =
  | { readonly value: T; readonly remarks: readonly Remark[] }
  | { readonly fault: Remark }

const NOTHING: readonly Remark[] = []

export function read<T>(value: T, remarks: readonly Remark[] = NOTHING): Reading<T> {
  return { value, remarks }
}

export function refuse<T>(remark: Remark): Reading<T> {
  return { fault: remark }
}

/** Applies `change` to a value that was read. */
export function mapReading<T, U>(reading: Reading<T>, change: (value: T) => U): Reading<U> {
  return 'fault' in reading ? reading : { value: change(reading.value), remarks: reading.remarks }
}
