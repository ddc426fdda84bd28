import type { Rational, shape } from '@kaohe/engine'
import type { Problem } from '../diagnostic/diagnostic.ts'
import type { Scope } from '../expression/scope.ts'
import type { Source, Span } from '../source/tree.ts'
import type { Names } from './names.ts'

/** Marks a value that could not be read; its problem has been reported. */
export const FAILED: unique symbol = Symbol('failed')

/** Where a value stands: by Chinese keywords and ids, and by the properties of the code. */
export interface At {
  readonly zh: string
  readonly en: string
}

export const ROOT: At = { zh: '', en: '' }

/** The place of a field, a member or a row below a place. */
export function below(at: At, zh: string, en: string): At {
  const property = en.startsWith('[') || at.en === '' ? en : `.${en}`
  return { zh: at.zh === '' ? zh : `${at.zh}/${zh}`, en: at.en + property }
}

/** 以上以下: whether the figure itself belongs, above and below. */
export interface Inclusion {
  readonly above: boolean
  readonly below: boolean
}

/** What the readers of all shapes share while one file is read. */
export interface Context {
  readonly names: Names
  /** The event whose attributes expressions mean here, and the full score of the item at hand. */
  readonly event: string | undefined
  readonly full: Rational | undefined
  /** What the scheme says once of 以上 and 以下. */
  readonly inclusion: Inclusion | undefined
  readonly problems: Problem[]
  /** Where everything stands, by Chinese and by English path. */
  readonly places: Map<string, Span>
  read(of: shape.Shape, node: Source, at: At, context: Context): unknown
}

export function report(context: Context, at: At, problem: Problem): typeof FAILED {
  context.problems.push({ path: at.zh, ...problem })
  return FAILED
}

export function mark(context: Context, at: At, node: Span): void {
  context.places.set(at.zh, node)
  context.places.set(at.en, node)
}

export function scopeOf(context: Context): Scope {
  const { facts, attributes, events, ids } = context.names
  const items = new Set(ids.item.keys())
  const steps = new Set(ids['step']?.keys())
  return { facts, attributes, events, items, steps, event: context.event }
}
