import { type Interval, type Rational, compare, int, round } from '../number/index.ts'
import type { Piece } from './node.ts'

type Span = Omit<Piece, 'then'>

/** Everything below `at` is dealt with, and `at` itself where `open` is false; null is the far end. */
interface Cursor {
  readonly at: Rational | null
  readonly open: boolean
}

function nextWhole(from: Rational, inclusive: boolean): Rational {
  const up = round(from, { to: int(1), mode: 'ceiling' })
  if (inclusive || compare(up, from) !== 0) return up
  return { num: up.num + 1n, den: 1n }
}

// Whether any value, or any whole value, lies between two ends.
function holdsAny(cursor: Cursor, to: Rational, inclusive: boolean, whole: boolean): boolean {
  if (cursor.at === null) return true
  const first = whole ? nextWhole(cursor.at, cursor.open) : cursor.at
  const order = compare(first, to)
  return order < 0 || (order === 0 && inclusive && (whole || cursor.open))
}

function endsBefore(piece: Span, { at, open }: Cursor): boolean {
  if (piece.to === null || at === null) return false
  const order = compare(piece.to, at)
  return order < 0 || (order === 0 && !(open && piece.toInclusive))
}

function byStart(a: Span, b: Span): number {
  if (a.from === null || b.from === null) return a.from === b.from ? 0 : a.from === null ? -1 : 1
  return compare(a.from, b.from) || Number(b.fromInclusive) - Number(a.fromInclusive)
}

function reaches(piece: Span, x: Interval): boolean {
  if (piece.to === null) return true
  if (x.hi === null) return false
  const order = compare(piece.to, x.hi)
  return order > 0 || (order === 0 && piece.toInclusive)
}

function startsAfter(piece: Span, x: Interval): boolean {
  if (piece.from === null || x.hi === null) return false
  const order = compare(piece.from, x.hi)
  return order > 0 || (order === 0 && !piece.fromInclusive)
}

function gapBefore(piece: Span, cursor: Cursor, whole: boolean): boolean {
  if (piece.from === null) return false
  if (cursor.at !== null && compare(piece.from, cursor.at) < 0) return false
  return holdsAny(cursor, piece.from, !piece.fromInclusive, whole)
}

/**
 * Whether an interval holds a value that lies in no piece.
 * @param whole only whole values are asked about: 5 and 6 have nothing between them
 */
export function uncovered(pieces: readonly Span[], x: Interval, whole: boolean): boolean {
  let cursor: Cursor = { at: x.lo, open: true }
  for (const piece of pieces.toSorted(byStart)) {
    if (endsBefore(piece, cursor)) continue
    if (startsAfter(piece, x)) break
    if (gapBefore(piece, cursor, whole)) return true
    if (reaches(piece, x)) return false
    cursor = { at: piece.to, open: !piece.toInclusive }
  }
  return x.hi === null || holdsAny(cursor, x.hi, true, whole)
}
