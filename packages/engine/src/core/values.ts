import {
  EVERYTHING,
  type Interval,
  type Rational,
  ZERO,
  addIntervals,
  compare,
  divide,
  exactly,
  greatest,
  greatestOf,
  hull,
  isInteger,
  least,
  leastOf,
  multiplyIntervals,
  point,
  round,
  spansZero,
} from '../number/index.ts'
import { uncovered } from './cover.ts'
import type { Arena, Domain, Node, NodeId, Piece } from './node.ts'

/** Whether a value lies in a piece. */
export function holds(piece: Omit<Piece, 'then'>, x: Rational): boolean {
  const above = piece.from === null ? 1 : compare(x, piece.from)
  const below = piece.to === null ? -1 : compare(x, piece.to)
  return (
    (above > 0 || (above === 0 && piece.fromInclusive)) &&
    (below < 0 || (below === 0 && piece.toInclusive))
  )
}

/** The part of an interval that lies in a piece, its ends included; undefined when there is none. */
export function narrowed(piece: Omit<Piece, 'then'>, x: Interval): Interval | undefined {
  const lo =
    piece.from === null || x.lo === null ? (piece.from ?? x.lo) : greatest(x.lo, piece.from)
  const hi = piece.to === null || x.hi === null ? (piece.to ?? x.hi) : least(x.hi, piece.to)
  if (lo === null || hi === null) return { lo, hi }
  const order = compare(lo, hi)
  if (order > 0) return undefined
  return order < 0 || holds(piece, lo) ? { lo, hi } : undefined
}

function quotientOf(of: Interval, by: Interval): Interval {
  const [x, y] = [exactly(of), exactly(by)]
  if (y?.num === 0n) return EVERYTHING
  if (x !== undefined && y !== undefined) return point(divide(x, y))
  if (spansZero(by)) return quotientNearZero(of, by)
  const inverse = {
    lo: by.hi === null ? ZERO : invert(by.hi),
    hi: by.lo === null ? ZERO : invert(by.lo),
  }
  return multiplyIntervals(of, inverse)
}

// Counts over a count not yet known: never below zero, but as large as may be.
function quotientNearZero(of: Interval, by: Interval): Interval {
  const positive = by.lo !== null && by.lo.num >= 0n && of.lo !== null && of.lo.num >= 0n
  if (!positive) return EVERYTHING
  return { lo: by.hi === null || of.lo === null ? ZERO : divide(of.lo, by.hi), hi: null }
}

function invert(x: Rational): Rational {
  return divide({ num: 1n, den: 1n }, x)
}

/** How nodes are read: as they are, or with parts of their ranges taken for granted. */
interface Look {
  readonly value: (id: NodeId) => Interval
  readonly assumed: ReadonlyMap<NodeId, Interval>
}

const NOTHING_ASSUMED: Look['assumed'] = new Map()

/** Reads nodes as intervals: exact where every input is, otherwise the worst and the best that can be. */
export class Values {
  readonly #nodes: readonly Node[]
  readonly #inputs: readonly Interval[]
  readonly #whole: (input: number) => boolean
  readonly #known: (Interval | undefined)[]

  /** @param whole whether an input only takes whole values; without it any value may lie in a gap */
  constructor(
    nodes: readonly Node[],
    inputs: readonly Interval[],
    whole: (input: number) => boolean = () => false,
  ) {
    this.#nodes = nodes
    this.#whole = whole
    this.#inputs = inputs
    this.#known = new Array<Interval | undefined>(nodes.length)
  }

  of(id: NodeId): Interval {
    const known = this.#known[id]
    if (known !== undefined) return known
    const look = { value: (inner: NodeId) => this.of(inner), assumed: NOTHING_ASSUMED }
    const value = this.#compute(id, look)
    this.#known[id] = value
    return value
  }

  /** The pieces of a piecewise node that its argument may fall into, with the argument narrowed to each. */
  matches(id: NodeId): readonly { readonly piece: Piece; readonly within: Interval }[] {
    const node = this.#nodes[id]
    if (node?.op !== 'piecewise') return []
    return matching(node.pieces, this.of(node.of))
  }

  #compute(id: NodeId, look: Look): Interval {
    const node = this.#nodes[id] as Node
    const { value } = look
    switch (node.op) {
      case 'constant':
        return point(node.value)
      case 'input':
        return this.#inputs[node.input] ?? EVERYTHING
      case 'sum':
        return node.of.map(value).reduce(addIntervals)
      case 'product':
        return node.of.map(value).reduce(multiplyIntervals)
      case 'quotient':
        return quotientOf(value(node.of), value(node.by))
      case 'least':
        return node.of.map(value).reduce(leastOf)
      case 'greatest':
        return node.of.map(value).reduce(greatestOf)
      case 'piecewise':
        return this.#piecewise(node, look)
      case 'round':
        return roundInterval(value(node.of), node.rounding)
      case 'undecided':
        return node.of.map(value).reduce(hull)
    }
  }

  /** Whether the argument of a piecewise node may lie where no piece holds it. */
  inGap(id: NodeId): boolean {
    const node = this.#nodes[id]
    return node?.op === 'piecewise' && this.#hasGap(node, this.of(node.of))
  }

  #hasGap(node: Extract<Node, { op: 'piecewise' }>, x: Interval): boolean {
    if (!uncovered(node.pieces, x, false)) return false
    return uncovered(node.pieces, x, true) || !isWhole(this.#nodes, node.of, this.#whole)
  }

  #piecewise(node: Extract<Node, { op: 'piecewise' }>, look: Look): Interval {
    const { value } = look
    const x = value(node.of)
    const known = exactly(x) !== undefined
    const answers = matching(node.pieces, x).map(({ piece, within }) =>
      known ? value(piece.then) : this.#under(node.of, within, piece.then, look),
    )
    if (answers.length > 0 && !this.#hasGap(node, x)) return answers.reduce(hull)
    // A gap: the notice says nothing of this value, so any of its answers may be meant, or none. So it is
    // with half a person, too, which no whole number of persons should ever be.
    return [...answers, ...node.pieces.map((p) => value(p.then))].reduce(hull, point(ZERO))
  }

  // The value of `id` when `changed` is known to lie within a part of its range, besides what is assumed already.
  #under(changed: NodeId, within: Interval, id: NodeId, outer: Look): Interval {
    const assumed = new Map(outer.assumed).set(changed, within)
    const memo = new Map(assumed)
    const value = (inner: NodeId): Interval => {
      if (inner < changed) return outer.value(inner)
      const known = memo.get(inner)
      if (known !== undefined) return known
      const computed = this.#compute(inner, look)
      memo.set(inner, computed)
      return computed
    }
    const look: Look = { value, assumed }
    return value(id)
  }
}

function matching(pieces: readonly Piece[], x: Interval): { piece: Piece; within: Interval }[] {
  return pieces.flatMap((piece) => {
    const within = narrowed(piece, x)
    return within === undefined ? [] : [{ piece, within }]
  })
}

function roundInterval(
  x: Interval,
  rounding: Extract<Node, { op: 'round' }>['rounding'],
): Interval {
  return {
    lo: x.lo === null ? null : round(x.lo, rounding),
    hi: x.hi === null ? null : round(x.hi, rounding),
  }
}

/** Whether a node can only hold whole numbers, as far as its form tells. */
function isWhole(
  nodes: readonly Node[],
  id: NodeId,
  wholeInput: (input: number) => boolean,
): boolean {
  const node = nodes[id] as Node
  const every = (ids: readonly NodeId[]) => ids.every((inner) => isWhole(nodes, inner, wholeInput))
  switch (node.op) {
    case 'constant':
      return isInteger(node.value)
    case 'input':
      return wholeInput(node.input)
    case 'round':
      return isInteger(node.rounding.to)
    case 'piecewise':
      return every(node.pieces.map((p) => p.then))
    case 'quotient':
      return false
    default:
      return every(node.of)
  }
}

type Declared = Arena<{ readonly domain: Domain }>

/** Whether a node can only hold whole numbers where the inputs say what values they take. */
export function wholeIn(arena: Declared, id: NodeId): boolean {
  return isWhole(arena.nodes, id, (i) => arena.inputs[i]?.domain.whole ?? false)
}

/** Reads an arena whose inputs say what values they take. */
export function readArena(arena: Declared, inputs: readonly Interval[]): Values {
  return new Values(arena.nodes, inputs, (i) => arena.inputs[i]?.domain.whole ?? false)
}
