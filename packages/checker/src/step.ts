import { type Num, read, rounded } from './number.ts'
import { type Piece, hasGap, inside, pieceOf } from './piece.ts'
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

/** By position: the part of its range that a step is taken to lie in. */
type Assumed = ReadonlyMap<number, Range>

const NOTHING_ASSUMED: Assumed = new Map()

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

  /** For a choice among pieces: whether those are written that may be meant, and no others. */
  picked(position: number, value: ValueOf): boolean {
    const { met, gap } = this.#meet(position, value)
    return met.every(({ piece, within }) => (gap || within !== undefined) === (piece.then !== null))
  }

  /** The value of a step from the values of those before it. */
  at(position: number, value: ValueOf, assumed: Assumed = NOTHING_ASSUMED): Range {
    const step = this.#steps[position] ?? {}
    const of = (reference: unknown) => value(earlier(reference, position))
    const fold = FOLDS[String(step.op)]
    if (fold) return listOf(step.of).map(of).reduce(fold)
    if (step.op === 'quotient') return quotient(of(step.of), of(step.by))
    if (step.op === 'piecewise') return this.#pick(position, value, assumed)
    if (step.op === 'round') {
      const [x, to] = [of(step.of), numberOf(step.to)]
      const end = (e: Num | null) => e && rounded(e, to, String(step.mode))
      return { lo: end(x.lo), hi: end(x.hi) }
    }
    return this.#given(position)
  }

  // Each piece with the part of the argument that it holds, and whether some part is held by none.
  #meet(position: number, value: ValueOf) {
    const step = this.#steps[position] ?? {}
    const argument = earlier(step.of, position)
    const x = value(argument)
    const pieces = listOf(step.pieces).map(pieceOf)
    const met = pieces.map((piece) => ({ piece, within: inside(piece, x) }))
    return { argument, x, met, gap: hasGap(pieces, x, step.whole === true) }
  }

  /**
   * The pieces that the argument may lie in; each value is looked at with the argument narrowed to it.
   * In a gap between pieces any of them may be meant, or nothing.
   */
  #pick(position: number, value: ValueOf, assumed: Assumed): Range {
    const { argument, x, met, gap } = this.#meet(position, value)
    const then = (piece: Piece) => earlier(piece.then, position)
    const known = exact(x) !== undefined
    const answers = met.flatMap(({ piece, within }) => {
      if (!within) return []
      if (known) return [value(then(piece))]
      const narrower = new Map(assumed).set(argument, within)
      return [this.#under(argument, narrower, then(piece), value)]
    })
    const open = gap ? [just(ZERO), ...met.map(({ piece }) => value(then(piece)))] : []
    return [...answers, ...open].reduce(hull)
  }

  // With parts of ranges taken for granted; steps before the last that was narrowed stand as they did.
  #under(changed: number, assumed: Assumed, wanted: number, outside: ValueOf): Range {
    const known = new Map(assumed)
    const value: ValueOf = (position) => {
      if (position < changed) return outside(position)
      const found = known.get(position) ?? this.at(position, value, assumed)
      known.set(position, found)
      return found
    }
    return value(wanted)
  }
}
