import type { NodeId, Piece } from '../../core/index.ts'
import type { Rational } from '../../number/index.ts'
import type { Int } from './int.ts'

/** The whole numbers of one piece, both ends included. */
export interface Stretch {
  readonly first: number
  readonly last: number
  readonly then: NodeId
}

function floorAt(at: Rational, scale: number): { below: bigint; exact: boolean } {
  const num = at.num * BigInt(scale)
  const quotient = num / at.den
  const exact = quotient * at.den === num
  return { below: !exact && num < 0n ? quotient - 1n : quotient, exact }
}

function firstOf(p: Piece, scale: number): number {
  if (p.from === null) return -Infinity
  const { below, exact } = floorAt(p.from, scale)
  return Number(exact && p.fromInclusive ? below : below + 1n)
}

function lastOf(p: Piece, scale: number): number {
  if (p.to === null) return Infinity
  const { below, exact } = floorAt(p.to, scale)
  return Number(exact && !p.toInclusive ? below - 1n : below)
}

/**
 * The pieces that values of `x / scale` can fall into, in order; undefined where the scheme has not
 * decided some value: none holds it, or several hold it that are not the same.
 */
export function stretchesOf(
  pieces: readonly Piece[],
  x: Int,
  scale: number,
): readonly Stretch[] | undefined {
  const found = pieces
    .map((p) => ({
      first: Math.max(x.lo, firstOf(p, scale)),
      last: Math.min(x.hi, lastOf(p, scale)),
      then: p.then,
    }))
    .filter((s) => s.first <= s.last)
    .toSorted((a, b) => a.first - b.first)
  const follows = found.every(
    (s, k) => s.first === (k === 0 ? x.lo : (found[k - 1]?.last ?? 0) + 1),
  )
  return follows && found.at(-1)?.last === x.hi ? found : undefined
}

/** Stretches of `by * y + offset` as stretches of y. */
function through(all: readonly Stretch[], by: number, offset: number): Stretch[] {
  const mapped = all.map(({ first, last, then }): Stretch => {
    const [a, b] = [(first - offset) / by, (last - offset) / by]
    return { first: Math.ceil(Math.min(a, b)), last: Math.floor(Math.max(a, b)), then }
  })
  return (by < 0 ? mapped.toReversed() : mapped).filter((s) => s.first <= s.last)
}

/** Looks through sums with constants and multiples: 30 - x < 0 is as well asked of x itself. */
export function simplified(
  x: Int,
  all: readonly Stretch[],
): { readonly x: Int; readonly all: readonly Stretch[] } {
  if (x.op === 'scale') return simplified(x.a, through(all, x.by, 0))
  if (x.op !== 'add') return { x, all }
  if (x.a.op === 'constant') return simplified(x.b, through(all, 1, x.a.value))
  if (x.b.op === 'constant') return simplified(x.a, through(all, 1, x.b.value))
  return { x, all }
}
