import type { Node, NodeId, Piece } from '../core/index.ts'
import { type Fraction, type Arithmetic, isFixed } from './fraction.ts'

interface Layer {
  readonly name: string
  readonly columns: string[]
}

/** A value and the layer from which on it can be read. */
interface Placed {
  readonly value: Fraction
  readonly level: number
}

type Joining = Extract<Node, { op: 'sum' | 'least' | 'greatest' }>

/**
 * Turns an arena into a chain of sub-selects: each layer adds the columns of nodes that need only
 * those of earlier layers. Nodes that would grow are computed once, in a layer of their own.
 */
export class Layers {
  readonly layers: Layer[] = []
  readonly #nodes: readonly Node[]
  readonly #input: (input: number) => Fraction | undefined
  readonly #arithmetic: Arithmetic
  readonly #prefix: string
  readonly #added = new Map<string, number>()
  readonly #values = new Map<NodeId, Placed | undefined>()

  constructor(
    nodes: readonly Node[],
    input: (input: number) => Fraction | undefined,
    arithmetic: Arithmetic,
    prefix: string,
  ) {
    this.#nodes = nodes
    this.#input = input
    this.#arithmetic = arithmetic
    this.#prefix = prefix
  }

  /** Adds a column over the whole table of a node's layer, such as a rank among peers. */
  over(
    id: NodeId,
    name: string,
    column: (value: Fraction) => string | undefined,
  ): string | undefined {
    const at = this.#at(id)
    const text = at === undefined ? undefined : column(at.value)
    if (at === undefined || text === undefined) return undefined
    this.#layer(at.level + 1).columns.push(`${text} AS ${name}`)
    this.#added.set(name, at.level + 1)
    return name
  }

  /** The value of a node as columns of the last layer; undefined where SQL cannot compute it. */
  value(id: NodeId): Fraction | undefined {
    return this.#at(id)?.value
  }

  #at(id: NodeId) {
    if (this.#values.has(id)) return this.#values.get(id)
    const computed = this.#compute(id)
    this.#values.set(id, computed)
    return computed
  }

  #compute(id: NodeId): Placed | undefined {
    const node = this.#nodes[id] as Node
    if (node.op === 'constant') return { value: this.#arithmetic.constant(node.value), level: 0 }
    if (node.op === 'input') {
      const value = this.#input(node.input)
      return value === undefined ? undefined : { value, level: this.#added.get(value.num) ?? 0 }
    }
    const parts = this.#parts(node)
    if (parts === undefined) return undefined
    const name = `${this.#prefix}${id}`
    if (isJoining(node)) return this.#joined(name, node, parts)
    const value = this.#expression(
      node,
      parts.map((p) => p.value),
    )
    return value === undefined ? undefined : this.#keep(name, value, above(parts))
  }

  // Each join of fractions names both more than once: three or more are joined two by two, every
  // result a column in lowest terms, lest the statement double with each.
  #joined(name: string, node: Joining, parts: readonly Placed[]): Placed {
    const join = (of: readonly Placed[], called: string): Placed => {
      const values = of.map((p) => p.value)
      const value =
        node.op === 'sum' ? this.#arithmetic.sum(values) : this.#arithmetic.extreme(node.op, values)
      return this.#keep(called, value, above(of))
    }
    const fixed = parts.filter((p) => isFixed(p.value))
    const growing = parts.filter((p) => !isFixed(p.value))
    if (growing.length === 0) return join(parts, name)
    const first = fixed.length > 1 ? [join(fixed, `${name}_0`)] : fixed
    return [...first, ...growing].reduce((a, b, i) =>
      join([a, b], i === first.length + growing.length - 1 ? name : `${name}_${i}`),
    )
  }

  #parts(node: Node) {
    if (node.op === 'undecided' || node.op === 'constant' || node.op === 'input') return undefined
    const ids =
      node.op === 'quotient'
        ? [node.of, node.by]
        : node.op === 'piecewise'
          ? [node.of, ...node.pieces.map((p) => p.then)]
          : node.op === 'round'
            ? [node.of]
            : node.of
    const parts = ids.map((id) => this.#at(id))
    return parts.some((p) => p === undefined)
      ? undefined
      : (parts as Placed[])
  }

  #expression(node: Exclude<Node, Joining>, parts: readonly Fraction[]): Fraction | undefined {
    const arithmetic = this.#arithmetic
    const [first, second] = parts as [Fraction, Fraction]
    switch (node.op) {
      case 'product':
        return arithmetic.product(parts)
      case 'quotient':
        return arithmetic.quotient(first, second)
      case 'round':
        return arithmetic.round(first, node.rounding.to, node.rounding.mode)
      case 'piecewise':
        return overlaps(node.pieces)
          ? undefined
          : arithmetic.cases(
              node.pieces.map((piece, i) => ({
                when: arithmetic.within(first, piece),
                then: parts[i + 1] as Fraction,
              })),
            )
      default:
        return undefined
    }
  }

  // A column of the layer after those it needs; a growing fraction is brought to lowest terms one layer later.
  #keep(name: string, value: Fraction, level: number): Placed {
    if (isFixed(value)) {
      this.#layer(level).columns.push(`${value.num} AS ${name}`)
      return { value: { num: name, den: value.den }, level }
    }
    this.#layer(level).columns.push(`${value.num} AS ${name}_n`, `${value.den} AS ${name}_d`)
    const { dialect } = this.#arithmetic
    const common = `nullif(${dialect.greatestCommonDivisor(`${name}_n`, `${name}_d`)}, 0)`
    this.#layer(level + 1).columns.push(
      `${dialect.divide(`${name}_n`, common)} AS ${name}`,
      `${dialect.divide(`${name}_d`, common)} AS ${name}_den`,
    )
    return { value: { num: name, den: `${name}_den` }, level: level + 1 }
  }

  #layer(level: number): Layer {
    while (this.layers.length < level)
      this.layers.push({ name: `${this.#prefix}_${this.layers.length + 1}`, columns: [] })
    return this.layers[level - 1] as Layer
  }

  /** The common table expressions, the first reading from `source`. */
  tables(source: string): { readonly text: readonly string[]; readonly last: string } {
    const { dialect } = this.#arithmetic
    const text = this.layers.map(
      (layer, i) =>
        `${layer.name} AS ${dialect.kept}(SELECT *, ${layer.columns.join(', ')} FROM ${this.layers[i - 1]?.name ?? source})`,
    )
    return { text, last: this.layers.at(-1)?.name ?? source }
  }
}

function isJoining(node: Node): node is Joining {
  return node.op === 'sum' || node.op === 'least' || node.op === 'greatest'
}

/** The first layer that can read all of these. */
function above(parts: readonly Placed[]): number {
  return Math.max(...parts.map((p) => p.level)) + 1
}

function touches(a: Piece, b: Piece): boolean {
  const [lower, upper] = [a, b]
  if (lower.to === null || upper.from === null) return true
  const order = lower.to.num * upper.from.den - upper.from.num * lower.to.den
  return order > 0n || (order === 0n && lower.toInclusive && upper.fromInclusive)
}

/** True when two pieces with different answers hold the same value. */
export function overlaps(pieces: readonly Piece[]): boolean {
  return pieces.some((a, i) =>
    pieces.slice(i + 1).some((b) => a.then !== b.then && touches(a, b) && touches(b, a)),
  )
}
