import type { Node, NodeId, Piece } from '../core/index.ts'
import { type Fraction, type Arithmetic, isFixed } from './fraction.ts'

interface Column {
  readonly name: string
  readonly text: string
}

interface Layer {
  readonly name: string
  readonly columns: Column[]
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
    this.#layer(at.level + 1).columns.push({ name, text })
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
    return parts.some((p) => p === undefined) ? undefined : (parts as Placed[])
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
      this.#layer(level).columns.push({ name, text: value.num })
      return { value: { num: name, den: value.den }, level }
    }
    const [num, den] = [`${name}_n`, `${name}_d`]
    this.#layer(level).columns.push(
      { name: num, text: value.num },
      { name: den, text: `${value.den}` },
    )
    const { dialect } = this.#arithmetic
    const common = `nullif(${dialect.greatestCommonDivisor(num, den)}, 0)`
    this.#layer(level + 1).columns.push(
      { name, text: dialect.divide(num, common) },
      { name: `${name}_den`, text: dialect.divide(den, common) },
    )
    return { value: { num: name, den: `${name}_den` }, level: level + 1 }
  }

  #layer(level: number): Layer {
    while (this.layers.length < level)
      this.layers.push({ name: `${this.#prefix}_${this.layers.length + 1}`, columns: [] })
    return this.layers[level - 1] as Layer
  }

  /**
   * The common table expressions, each with only the columns that a later one or the end needs: all of
   * them would soon be more than a table may have.
   * @param source the table that the first reads from, and `columns` those it has
   * @param wanted what is read of the last one: names of columns, or expressions of them
   */
  tables(
    source: string,
    columns: readonly string[],
    wanted: readonly string[],
  ): { readonly text: readonly string[]; readonly last: string } {
    const known = new Set([...columns, ...this.layers.flatMap((l) => l.columns.map((c) => c.name))])
    let needed = namesIn(wanted, known)
    const used: { readonly name: string; readonly columns: readonly string[] }[] = []
    for (const layer of this.layers.toReversed()) {
      const own = layer.columns.filter((c) => needed.has(c.name))
      if (own.length === 0) continue
      const through = needed.difference(new Set(own.map((c) => c.name)))
      const said = own.map(({ name, text }) => `${text} AS ${name}`)
      used.unshift({ name: layer.name, columns: [...through, ...said] })
      const texts = own.map((c) => c.text)
      needed = through.union(namesIn(texts, known))
    }
    const { dialect } = this.#arithmetic
    const text = used.map(
      (layer, i) =>
        `${layer.name} AS ${dialect.kept}(SELECT ${layer.columns.join(', ')} FROM ${used[i - 1]?.name ?? source})`,
    )
    return { text, last: used.at(-1)?.name ?? source }
  }
}

/** The columns that expressions speak of, among those there are. */
function namesIn(texts: readonly string[], known: ReadonlySet<string>): ReadonlySet<string> {
  const words = texts.flatMap((text) => text.match(/[a-z_][a-z0-9_]*/g) ?? [])
  return new Set(words.filter((word) => known.has(word)))
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
