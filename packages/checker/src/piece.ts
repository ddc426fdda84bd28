import { type Num, num, order, over, plus, read } from './number.ts'
import type { Range } from './range.ts'

/** A stretch of values with what it leads to; null at an end is no bound. */
export interface Piece {
  readonly from: Num | null
  readonly to: Num | null
  readonly holdsFrom: boolean
  readonly holdsTo: boolean
  readonly then: unknown
}

/** @throws RangeError when an end is no number. */
export function pieceOf(value: unknown): Piece {
  const { from, to, fromInclusive, toInclusive, then } = value as Readonly<Record<string, unknown>>
  const end = (text: unknown) => {
    const found = text === null ? null : read(text)
    if (found === undefined) throw new RangeError(`number ${JSON.stringify(text)}`)
    return found
  }
  return {
    from: end(from),
    to: end(to),
    holdsFrom: fromInclusive === true,
    holdsTo: toInclusive === true,
    then,
  }
}

/** The part of a range that lies in a piece; undefined when none does. */
export function inside(piece: Piece, x: Range): Range | undefined {
  const lo = piece.from && (!x.lo || order(x.lo, piece.from) < 0) ? piece.from : x.lo
  const hi = piece.to && (!x.hi || order(x.hi, piece.to) > 0) ? piece.to : x.hi
  if (!lo || !hi || order(lo, hi) < 0) return { lo, hi }
  if (order(lo, hi) > 0) return undefined
  const outFrom = piece.from && order(lo, piece.from) === 0 && !piece.holdsFrom
  const outTo = piece.to && order(lo, piece.to) === 0 && !piece.holdsTo
  return outFrom || outTo ? undefined : { lo, hi }
}

const at = (x: Num): Range => ({ lo: x, hi: x })
const below = ({ n, d }: Num): Num => num(n % d < 0n ? n / d - 1n : n / d)
const shifted = (x: Num, by: bigint): Num => plus(x, num(by))

// Between two neighbouring ends all values share their fate: one of each stretch speaks for it.
function samples(ends: readonly Num[]): readonly Num[] {
  const sorted = ends.toSorted(order)
  const [first, last] = [sorted[0] ?? num(0n), sorted.at(-1) ?? num(0n)]
  const between = sorted.slice(1).map((b, i) => over(plus(sorted[i] as Num, b), num(2n)))
  return [shifted(first, -1n), ...sorted, ...between, shifted(last, 1n)]
}

const wholeSamples = (ends: readonly Num[]): readonly Num[] =>
  [...ends, num(0n)].flatMap((end) => [-1n, 0n, 1n, 2n].map((by) => shifted(below(end), by)))

/** Whether a range holds a value (where `whole`, a whole value) that lies in none of the pieces. */
export function hasGap(pieces: readonly Piece[], x: Range, whole: boolean): boolean {
  const ends = [x, ...pieces.map(({ from, to }) => ({ lo: from, hi: to }))]
    .flatMap(({ lo, hi }) => [lo, hi])
    .filter((end) => end !== null)
  const within = (v: Num) => (!x.lo || order(x.lo, v) <= 0) && (!x.hi || order(v, x.hi) <= 0)
  return (whole ? wholeSamples(ends) : samples(ends))
    .filter(within)
    .some((v) => pieces.every((piece) => !inside(piece, at(v))))
}
