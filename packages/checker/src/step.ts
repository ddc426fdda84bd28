import { type Num, order, read, rounded } from './number.ts'
import {
  type Range,
  ZERO,
  exact,
  greatest,
  hull,
  just,
  least,
  product,
  quotient,
  sum,
} from './range.ts'

/** One step as it stands in a proof; its fields are looked at one by one. */
export type Step = Readonly<Record<string, unknown>>
/** The value of an earlier step, by position. */
export type ValueOf = (position: number) => Range

interface Piece {
  readonly from: Num | null
  readonly to: Num | null
  readonly holdsFrom: unknown
  readonly holdsTo: unknown
  readonly then: unknown
}

const FOLDS: Readonly<Record<string, (a: Range, b: Range) => Range>> = {
  sum,
  product,
  least,
  greatest,
  undecided: hull,
}

/** @throws RangeError when a reference does not point to an earlier step. */
export function earlier(position: unknown, before: number): number {
  if (
    typeof position === 'number' &&
    Number.isInteger(position) &&
    position >= 0 &&
    position < before
  )
    return position
  throw new RangeError(`reference ${JSON.stringify(position)}`)
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value) && value.length > 0) return value
  throw new RangeError(`list ${JSON.stringify(value)}`)
}

/** @throws RangeError when a text is no number. */
export function numberOf(text: unknown): Num {
  const found = read(text)
  if (found === undefined) throw new RangeError(`number ${JSON.stringify(text)}`)
  return found
}

function pieceOf(value: unknown): Piece {
  const { from, to, fromInclusive, toInclusive, then } = value as Step
  const end = (text: unknown) => (text === null ? null : numberOf(text))
  return { from: end(from), to: end(to), holdsFrom: fromInclusive, holdsTo: toInclusive, then }
}

/** The part of a range that lies in a piece; undefined when none does. */
function inside(piece: Piece, x: Range): Range | undefined {
  const lo = piece.from && (!x.lo || order(x.lo, piece.from) < 0) ? piece.from : x.lo
  const hi = piece.to && (!x.hi || order(x.hi, piece.to) > 0) ? piece.to : x.hi
  if (!lo || !hi || order(lo, hi) < 0) return { lo, hi }
  if (order(lo, hi) > 0) return undefined
  const outFrom = piece.from && order(lo, piece.from) === 0 && piece.holdsFrom !== true
  const outTo = piece.to && order(lo, piece.to) === 0 && piece.holdsTo !== true
  return outFrom || outTo ? undefined : { lo, hi }
}

/** Re-evaluates steps; given steps (facts, folds, peers) are taken as they stand. */
export class Replay {
  readonly #steps: readonly Step[]
  readonly #given: ValueOf

  constructor(steps: readonly Step[], given: ValueOf) {
    this.#steps = steps
    this.#given = given
  }

  /** Whether an operation is one that is evaluated here. */
  known(op: unknown): boolean {
    return String(op) in FOLDS || op === 'quotient' || op === 'piecewise' || op === 'round'
  }

  /** For a choice among pieces: whether each of them may hold the argument, and is written as such. */
  picked(position: number, value: ValueOf): boolean {
    const step = this.#steps[position] ?? {}
    const x = value(earlier(step.of, position))
    const held = listOf(step.pieces).map((p) => ({ ...pieceOf(p), within: inside(pieceOf(p), x) }))
    const some = held.some((p) => p.within)
    return held.every((p) => !some || (p.within !== undefined) === (p.then !== null))
  }

  /** The value of a step from the values of those before it. */
  at(position: number, value: ValueOf): Range {
    const step = this.#steps[position] ?? {}
    const of = (reference: unknown) => value(earlier(reference, position))
    const fold = FOLDS[String(step.op)]
    if (fold) return listOf(step.of).map(of).reduce(fold)
    if (step.op === 'quotient') return quotient(of(step.of), of(step.by))
    if (step.op === 'piecewise') return this.#pick(position, value)
    if (step.op === 'round') {
      const [x, to] = [of(step.of), numberOf(step.to)]
      const end = (e: Num | null) => e && rounded(e, to, String(step.mode))
      return { lo: end(x.lo), hi: end(x.hi) }
    }
    return this.#given(position)
  }

  /** The pieces that the argument may lie in; each value is looked at with the argument narrowed to it. */
  #pick(position: number, value: ValueOf): Range {
    const step = this.#steps[position] ?? {}
    const argument = earlier(step.of, position)
    const x = value(argument)
    const pieces = listOf(step.pieces).map(pieceOf)
    const met = pieces.map((piece) => ({ piece, within: inside(piece, x) }))
    const found = met.flatMap(({ piece, within }) => (within ? [{ piece, within }] : []))
    const then = (piece: Piece) => earlier(piece.then, position)
    if (found.length === 0) return pieces.map((p) => value(then(p))).reduce(hull, just(ZERO))
    const known = exact(x) !== undefined
    const answers = found.map(({ piece, within }) =>
      known ? value(then(piece)) : this.#under(argument, within, then(piece), value),
    )
    return answers.reduce(hull)
  }

  #under(changed: number, within: Range, wanted: number, outside: ValueOf): Range {
    const known = new Map([[changed, within]])
    const value: ValueOf = (position) => {
      if (position < changed) return outside(position)
      const found = known.get(position) ?? this.at(position, value)
      known.set(position, found)
      return found
    }
    return value(wanted)
  }
}
