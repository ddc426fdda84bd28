import type { Expr, Quantity, Range, Rule } from '../syntax/index.ts'
import type { Rational } from '../number/index.ts'

/**
 * A shape says, as plain data, what may stand at one place of a scheme file.
 * The reader, the printer, the JSON Schema, the language reference and the generator of random
 * schemes all walk the same shapes, so that none of them can disagree with another.
 */
export type Shape<T = unknown> = ShapeData & { readonly type?: () => T }

export type ShapeData =
  | { readonly shape: 'text' }
  | { readonly shape: 'id' }
  | { readonly shape: 'flag' }
  | { readonly shape: 'count' }
  | { readonly shape: 'number' }
  | { readonly shape: 'points' }
  | { readonly shape: 'money' }
  | { readonly shape: 'share' }
  | { readonly shape: 'quantity' }
  | { readonly shape: 'range' }
  | { readonly shape: 'date' }
  | { readonly shape: 'expression' }
  | { readonly shape: 'condition' }
  | { readonly shape: 'rule' }
  | { readonly shape: 'reference'; readonly to: Namespace }
  | { readonly shape: 'choice'; readonly options: Readonly<Record<string, string>> }
  | { readonly shape: 'list'; readonly of: Shape; readonly least: number }
  | { readonly shape: 'table'; readonly key: Shape; readonly of: Shape }
  | { readonly shape: 'object'; readonly fields: Readonly<Record<string, Field>> }
  | { readonly shape: 'either'; readonly of: readonly Shape[] }

/** The lists of named things of a scheme that a reference can point into. */
export type Namespace =
  | 'party'
  | 'assessee'
  | 'level'
  | 'attribute'
  | 'fact'
  | 'event'
  | 'eventAttribute'
  | 'source'
  | 'category'
  | 'item'
  | 'step'
  | 'text'
  | 'requirement'
  | 'grade'
  | 'task'
  | 'reading'
  | 'peerGroup'

/**
 * One keyword of an object.
 * presence: 'required' must be written; 'optional' may be absent and then has a plain meaning;
 * 'open' may be absent because the notice is silent, and then the value is undecided: the linter
 * reports `silence`, the evaluator computes every alternative, and a reading settles it.
 */
export interface Field<T = unknown> {
  readonly keyword: string
  readonly of: Shape<T>
  readonly presence: 'required' | 'optional' | 'open'
  readonly doc: string
  /** For an open field: the question that the silence leaves, in Chinese. */
  readonly silence?: string
}

export type TypeOf<S> = S extends { readonly type?: () => infer T } ? T : never

type FieldType<F> = F extends { readonly presence: 'required'; readonly of: infer S }
  ? TypeOf<S>
  : F extends { readonly of: infer S }
    ? TypeOf<S> | undefined
    : never

export type ObjectOf<F extends Readonly<Record<string, Field>>> = {
  readonly [K in keyof F]: FieldType<F[K]>
}

export const text: Shape<string> = { shape: 'text' }
export const id: Shape<string> = { shape: 'id' }
export const flag: Shape<boolean> = { shape: 'flag' }
export const count: Shape<number> = { shape: 'count' }
export const number: Shape<Rational> = { shape: 'number' }
/** Points: `5`, `2.5`, `5分`, `1/3`. */
export const points: Shape<Rational> = { shape: 'points' }
/** An amount of money, in yuan. */
export const money: Shape<Rational> = { shape: 'money' }
/** A part of a whole: `60%` or `3/5`. */
export const share: Shape<Rational> = { shape: 'share' }
/** A number with its unit: `30人`, `120%`, `2.5万元`; a bare number takes the unit of its place. */
export const quantity: Shape<Quantity> = { shape: 'quantity' }
/** `不足100%`, `5人以上15人及以下`, `[90%, 95%)`. */
export const range: Shape<Range> = { shape: 'range' }
/** `2023-12-31`. */
export const date: Shape<string> = { shape: 'date' }
export const expression: Shape<Expr> = { shape: 'expression' }
export const condition: Shape<Expr> = { shape: 'condition' }
export const rule: Shape<Rule> = { shape: 'rule' }

export function reference(to: Namespace): Shape<string> {
  return { shape: 'reference', to }
}

/** A choice among Chinese words, each standing for an identifier. */
export function choice<const O extends Readonly<Record<string, string>>>(
  options: O,
): Shape<O[keyof O]> {
  return { shape: 'choice', options }
}

export function list<T>(of: Shape<T>, least = 1): Shape<readonly T[]> {
  return { shape: 'list', of, least }
}

/** A mapping whose keys are of shape `key`, kept in the order written. */
export function table<K, T>(key: Shape<K>, of: Shape<T>): Shape<readonly (readonly [K, T])[]> {
  return { shape: 'table', key, of }
}

export function object<const F extends Readonly<Record<string, Field>>>(
  fields: F,
): Shape<ObjectOf<F>> & { readonly shape: 'object'; readonly fields: F } {
  return { shape: 'object', fields }
}

/** The first of the shapes that fits. */
export function either<const S extends readonly Shape[]>(...of: S): Shape<TypeOf<S[number]>> {
  return { shape: 'either', of }
}

export function required<T>(
  keyword: string,
  of: Shape<T>,
  doc: string,
): Field<T> & { readonly presence: 'required' } {
  return { keyword, of, presence: 'required', doc }
}

export function optional<T>(
  keyword: string,
  of: Shape<T>,
  doc: string,
): Field<T> & { readonly presence: 'optional' } {
  return { keyword, of, presence: 'optional', doc }
}

export function open<T>(
  keyword: string,
  of: Shape<T>,
  doc: string,
  silence: string,
): Field<T> & { readonly presence: 'open'; readonly silence: string } {
  return { keyword, of, presence: 'open', doc, silence }
}
