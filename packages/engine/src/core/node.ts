import type { Interval, Rational, Rounding } from '../number/index.ts'

/** The position of a node in its arena; a node refers only to nodes before it. */
export type NodeId = number

/** One piece of a piecewise node; null ends are unbounded. */
export interface Piece {
  readonly from: Rational | null
  readonly fromInclusive: boolean
  readonly to: Rational | null
  readonly toInclusive: boolean
  readonly then: NodeId
}

/**
 * The core: what every kind, modifier and combiner lowers to. Truth values are 1 and 0.
 *
 * - `input` reads column `input` of the arena's inputs.
 * - `quotient` of something by zero is undefined: the proof says so and the value is unknown.
 * - `piecewise`: the value of the piece that holds `of`. Where pieces overlap with different values,
 *   or none holds it, the notice has not decided: the value is open between the candidates.
 * - `undecided`: an open clause; any of the alternatives, and anything between, until a reading settles
 *   `question` (the path of the silent field).
 */
export type Node =
  | { readonly op: 'constant'; readonly value: Rational }
  | { readonly op: 'input'; readonly input: number }
  | { readonly op: 'sum'; readonly of: readonly NodeId[] }
  | { readonly op: 'product'; readonly of: readonly NodeId[] }
  | { readonly op: 'quotient'; readonly of: NodeId; readonly by: NodeId }
  | { readonly op: 'least'; readonly of: readonly NodeId[] }
  | { readonly op: 'greatest'; readonly of: readonly NodeId[] }
  | { readonly op: 'piecewise'; readonly of: NodeId; readonly pieces: readonly Piece[] }
  | { readonly op: 'round'; readonly of: NodeId; readonly rounding: Rounding }
  | { readonly op: 'undecided'; readonly of: readonly NodeId[]; readonly question: string }

/** The values an input can take at all, from its declaration: what bounds and coverage reason with. */
export interface Domain {
  readonly range: Interval
  /** Whole numbers only. */
  readonly whole: boolean
  readonly unit: string
  /** For a choice: the words in declared order; the value is the position of the word, from 0. */
  readonly words: readonly string[] | null
}

/** Nodes in an order in which each refers only to earlier ones. */
export interface Arena<I> {
  readonly inputs: readonly I[]
  readonly nodes: readonly Node[]
}
