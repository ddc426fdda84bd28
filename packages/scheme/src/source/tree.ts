import { type Origin, type Position, positionAt } from './origin.ts'

/**
 * What was written, as a tree of scalars, lists and mappings, each node knowing its own place.
 * A tree is never changed: an edit builds a new tree that shares every node it does not touch, so
 * nodes that a readings file put in keep their place in the readings file.
 */
export type Source = Scalar | Sequence | Mapping

interface Placed {
  readonly origin: Origin
  readonly start: number
  readonly end: number
}

export interface Scalar extends Placed {
  readonly is: 'scalar'
  readonly text: string
  readonly style: 'plain' | 'quoted' | 'block'
  /** Inside `[…]` or `{…}`, where a full-width comma is easily taken for a separator. */
  readonly inFlow: boolean
}

export interface Sequence extends Placed {
  readonly is: 'sequence'
  readonly items: readonly Source[]
}

export interface Pair {
  readonly key: Scalar
  readonly value: Source
}

export interface Mapping extends Placed {
  readonly is: 'mapping'
  readonly pairs: readonly Pair[]
}

/** Part of one file: what a message points at. */
export interface Span {
  readonly origin: Origin
  readonly start: number
  readonly end: number
}

export function placeOf(span: Span): Position {
  return positionAt(span.origin, span.start)
}

/** The value written under a keyword, the first if it was written twice. */
export function under(node: Source | undefined, keyword: string): Source | undefined {
  if (node?.is !== 'mapping') return undefined
  return node.pairs.find((pair) => pair.key.text === keyword)?.value
}

/** The text written under a keyword, when it is a scalar. */
export function textUnder(node: Source | undefined, keyword: string): string | undefined {
  const value = under(node, keyword)
  return value?.is === 'scalar' ? value.text : undefined
}

export function itemsOf(node: Source | undefined): readonly Source[] {
  return node?.is === 'sequence' ? node.items : []
}

// Quotes, escapes, folding and indentation make the written form longer than the text: walk both.
function offsetOf(scalar: Scalar, index: number): number {
  const { text } = scalar.origin
  let at = scalar.start + (scalar.style === 'quoted' ? 1 : 0)
  if (text.startsWith(scalar.text, at)) return Math.min(at + index, scalar.end)
  for (let i = 0; i < index; i += 1) {
    const found = text.indexOf(scalar.text[i] as string, at)
    if (found === -1 || found >= scalar.end) return at
    at = found + 1
  }
  return at
}

/** The stretch of the file that holds characters `from` to `to` of a scalar's text. */
export function within(scalar: Scalar, from: number, to: number): Span {
  const start = offsetOf(scalar, from)
  return { origin: scalar.origin, start, end: Math.max(start, offsetOf(scalar, to)) }
}
