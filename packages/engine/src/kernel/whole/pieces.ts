import type { NodeId, Piece } from '../../core/index.ts'
import type { Rational } from '../../number/index.ts'
import type { Int } from './int.ts'

/** The whole numbers of one piece, both ends included, and what holds there. */
export interface Stretch<T> {
  readonly first: number
  readonly last: number
  readonly then: T
}

// The greatest whole number of steps that is not above an end, or is surely below it.
function upTo(at: Rational, included: boolean, scale: number): number {
  const num = at.num * BigInt(scale)
  const quotient = num / at.den
  if (quotient * at.den === num) return Number(quotient) - (included ? 0 : 1)
  return Number(quotient) - (num < 0n ? 1 : 0)
}

function stretchOf(p: Piece, x: Int, scale: number): Stretch<NodeId> {
  const first = p.from === null ? x.lo : Math.max(x.lo, upTo(p.from, !p.fromInclusive, scale) + 1)
  const last = p.to === null ? x.hi : Math.min(x.hi, upTo(p.to, p.toInclusive, scale))
  return { first, last, then: p.then }
}

/**
 * The pieces that values of `x / scale` can fall into, in order; undefined where the scheme has not
 * decided some value: none holds it, or several hold it that are not the same.
 */
export function stretchesOf(
  pieces: readonly Piece[],
  x: Int,
  scale: number,
): readonly Stretch<NodeId>[] | undefined {
  const found: Stretch<NodeId>[] = []
  for (const piece of pieces) {
    const stretch = stretchOf(piece, x, scale)
    if (stretch.first <= stretch.last) found.push(stretch)
  }
  // Most schemes write their pieces in order.
  if (found.some(({ first }, k) => first < (found[k - 1]?.first ?? first)))
    found.sort((a, b) => a.first - b.first)
  let next = x.lo
  for (const { first, last } of found) {
    if (first !== next) return undefined
    next = last + 1
  }
  return next === x.hi + 1 ? found : undefined
}

/** Stretches of `by * y + offset` as stretches of y. */
function through<T>(all: readonly Stretch<T>[], by: number, offset: number): readonly Stretch<T>[] {
  const found: Stretch<T>[] = []
  for (const { first, last, then } of all) {
    const a = (first - offset) / by
    const b = (last - offset) / by
    const stretch = { first: Math.ceil(Math.min(a, b)), last: Math.floor(Math.max(a, b)), then }
    if (stretch.first <= stretch.last) found.push(stretch)
  }
  return by < 0 ? found.toReversed() : found
}

/** Looks through sums with constants and multiples: 30 - x < 0 is as well asked of x itself. */
export function simplified<T>(
  x: Int,
  all: readonly Stretch<T>[],
): { readonly x: Int; readonly all: readonly Stretch<T>[] } {
  if (x.op === 'scale') return simplified(x.a, through(all, x.by, 0))
  if (x.op !== 'add') return { x, all }
  if (x.a.op === 'constant') return simplified(x.b, through(all, 1, x.a.value))
  if (x.b.op === 'constant') return simplified(x.a, through(all, 1, x.b.value))
  return { x, all }
}
