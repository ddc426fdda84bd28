import { type Rational, type Rounding, ONE, ZERO, int } from '../number/index.ts'
import { dataKey, nodeKey } from './key.ts'
import type { Node, NodeId, Piece } from './node.ts'

/** Builds an arena; equal nodes and equal inputs are one, so a fact read twice is one column. */
export class Builder<I> {
  readonly inputs: I[] = []
  readonly nodes: Node[] = []
  readonly #nodeIds = new Map<string, NodeId>()
  readonly #inputIds = new Map<string, number>()
  readonly #keyOf: (input: I) => string
  #zero: NodeId | undefined
  #one: NodeId | undefined

  /** @param keyOf a text that equal inputs share, and no others */
  constructor(keyOf: (input: I) => string = dataKey) {
    this.#keyOf = keyOf
  }

  #put(node: Node): NodeId {
    const key = nodeKey(node)
    const known = this.#nodeIds.get(key)
    if (known !== undefined) return known
    const id = this.nodes.push(node) - 1
    this.#nodeIds.set(key, id)
    return id
  }

  input(input: I): NodeId {
    const key = this.#keyOf(input)
    let index = this.#inputIds.get(key)
    if (index === undefined) {
      index = this.inputs.push(input) - 1
      this.#inputIds.set(key, index)
    }
    return this.#put({ op: 'input', input: index })
  }

  constant(value: Rational): NodeId {
    if (value.num === 0n) return this.zero()
    if (value.num === 1n && value.den === 1n) return this.one()
    return this.#put({ op: 'constant', value })
  }

  /** The value of a constant node, else undefined. */
  constantOf(id: NodeId): Rational | undefined {
    const node = this.nodes[id]
    return node?.op === 'constant' ? node.value : undefined
  }

  zero(): NodeId {
    this.#zero ??= this.#put({ op: 'constant', value: ZERO })
    return this.#zero
  }

  one(): NodeId {
    this.#one ??= this.#put({ op: 'constant', value: ONE })
    return this.#one
  }

  sum(of: readonly NodeId[]): NodeId {
    const kept = of.filter((id) => id !== this.#zero)
    if (kept.length === 0) return this.zero()
    return kept.length === 1 ? (kept[0] as NodeId) : this.#put({ op: 'sum', of: kept })
  }

  product(of: readonly NodeId[]): NodeId {
    const kept = of.filter((id) => id !== this.#one)
    if (kept.length === 0) return this.one()
    return kept.length === 1 ? (kept[0] as NodeId) : this.#put({ op: 'product', of: kept })
  }

  quotient(of: NodeId, by: NodeId): NodeId {
    return by === this.#one ? of : this.#put({ op: 'quotient', of, by })
  }

  least(of: readonly NodeId[]): NodeId {
    return of.length === 1 ? (of[0] as NodeId) : this.#put({ op: 'least', of })
  }

  greatest(of: readonly NodeId[]): NodeId {
    return of.length === 1 ? (of[0] as NodeId) : this.#put({ op: 'greatest', of })
  }

  /** A value that surely lies among others, as a mean does: said so that it holds before they are known. */
  between(value: NodeId, others: readonly NodeId[]): NodeId {
    return this.least([this.greatest([value, this.least(others)]), this.greatest(others)])
  }

  piecewise(of: NodeId, pieces: readonly Piece[]): NodeId {
    return this.#put({ op: 'piecewise', of, pieces })
  }

  round(of: NodeId, rounding: Rounding): NodeId {
    return this.#put({ op: 'round', of, rounding })
  }

  undecided(of: readonly NodeId[], question: string): NodeId {
    const distinct = [...new Set(of)]
    return distinct.length === 1
      ? (distinct[0] as NodeId)
      : this.#put({ op: 'undecided', of: distinct, question })
  }

  negate(of: NodeId): NodeId {
    return this.product([this.constant(int(-1)), of])
  }

  subtract(a: NodeId, b: NodeId): NodeId {
    return this.sum([a, this.negate(b)])
  }

  clamp(of: NodeId, low: NodeId, high: NodeId): NodeId {
    return this.least([this.greatest([of, low]), high])
  }

  /** `then` where `truth` is 1, `otherwise` where it is 0. */
  choose(truth: NodeId, then: NodeId, otherwise: NodeId): NodeId {
    const known = this.constantOf(truth)
    if (known !== undefined) return known.num === 0n ? otherwise : then
    return then === otherwise
      ? then
      : this.piecewise(truth, [exactPiece(ZERO, otherwise), exactPiece(ONE, then)])
  }

  /** 1 where a stands to b as said, else 0. */
  compare(a: NodeId, how: 'less' | 'atMost' | 'equals', b: NodeId): NodeId {
    const difference = this.subtract(a, b)
    const [yes, no] = [this.one(), this.zero()]
    const below = {
      from: null,
      fromInclusive: false,
      to: ZERO,
      toInclusive: how === 'atMost',
      then: how === 'equals' ? no : yes,
    }
    const above = {
      from: ZERO,
      fromInclusive: how === 'less',
      to: null,
      toInclusive: false,
      then: no,
    }
    return this.piecewise(
      difference,
      how === 'equals' ? [below, exactPiece(ZERO, yes), above] : [below, above],
    )
  }

  not(truth: NodeId): NodeId {
    return this.subtract(this.one(), truth)
  }

  /** 1 where all are 1; of nothing, 1. */
  and(of: readonly NodeId[]): NodeId {
    const kept = distinctOf(of, this.#one)
    if (this.#zero !== undefined && kept.includes(this.#zero)) return this.zero()
    return kept.length === 0 ? this.one() : this.least(kept)
  }

  /** 1 where any is 1; of nothing, 0. */
  or(of: readonly NodeId[]): NodeId {
    const kept = distinctOf(of, this.#zero)
    if (this.#one !== undefined && kept.includes(this.#one)) return this.one()
    return kept.length === 0 ? this.zero() : this.greatest(kept)
  }
}

function distinctOf(of: readonly NodeId[], without: NodeId | undefined): readonly NodeId[] {
  const kept = new Set(of)
  if (without !== undefined) kept.delete(without)
  return [...kept]
}

/** The piece that holds exactly one value. */
export function exactPiece(at: Rational, then: NodeId): Piece {
  return { from: at, fromInclusive: true, to: at, toInclusive: true, then }
}
