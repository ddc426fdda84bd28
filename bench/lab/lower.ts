/**
 * From the engine's core (an arena of nodes over exact rationals) to whole numbers at a static scale.
 * A value is `int / scale`, or `int / (by * scale)` while a quotient waits to be rounded or compared.
 * Whatever does not fit answers undefined, and that part stays with the exact rationals.
 */
import type { Arena, Domain, Node, NodeId, Piece } from '../../packages/engine/src/core/node.ts'
import type { Rational } from '../../packages/engine/src/number/rational.ts'
import * as i from './ints.ts'
import type { Int } from './ints.ts'

export type Scaled = { readonly int: Int; readonly scale: number; readonly by?: Int }
/** Quotients are exact in float32 up to here; lanes are at most 32 bits wide. */
const QUOTIENT_LIMIT = 2 ** 24,
  LIMIT = 2 ** 31 - 1

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))
const lcm = (a: number, b: number) => (a / gcd(a, b)) * b
const fits = (x: Int, limit = LIMIT) => x.hi <= limit && x.lo >= -limit
const kept = (s: Scaled): Scaled | undefined =>
  fits(s.int) && s.scale <= LIMIT && (!s.by || fits(s.by)) ? s : undefined

/** The same value at a multiple of its scale. */
const rescaled = (s: Scaled, scale: number): Int => i.scale(scale / s.scale, s.int)

export class Lowering {
  readonly #done = new Map<NodeId, Scaled | undefined>()
  readonly #arena: Arena<{ readonly domain: Domain }>
  readonly #column: (input: number) => string
  constructor(arena: Arena<{ readonly domain: Domain }>, column: (input: number) => string) {
    this.#arena = arena
    this.#column = column
  }

  lower(id: NodeId): Scaled | undefined {
    if (this.#done.has(id)) return this.#done.get(id)
    const made = this.#node(this.#arena.nodes[id] as Node)
    const result = made && kept(made)
    this.#done.set(id, result)
    return result
  }

  #all(ids: readonly NodeId[]): readonly Scaled[] | undefined {
    const found = ids.map((id) => this.lower(id))
    return found.every((x): x is Scaled => x !== undefined) ? found : undefined
  }

  #node(n: Node): Scaled | undefined {
    switch (n.op) {
      case 'constant':
        return constant(n.value)
      case 'input':
        return this.#input(n.input)
      case 'sum':
        return this.#folded(n.of, i.add)
      case 'least':
        return this.#folded(n.of, i.min)
      case 'greatest':
        return this.#folded(n.of, i.max)
      case 'product':
        return this.#product(n.of)
      case 'quotient':
        return this.#quotient(n.of, n.by)
      case 'piecewise':
        return this.#piecewise(n.of, n.pieces)
      case 'round':
        return this.#round(n.of, n.rounding.to, n.rounding.mode)
      default:
        return undefined
    }
  }

  #input(k: number): Scaled | undefined {
    const { range, whole } = (this.#arena.inputs[k] as { domain: Domain }).domain
    if (!whole || !range.lo || !range.hi) return undefined
    return { int: i.column(this.#column(k), Number(range.lo.num), Number(range.hi.num)), scale: 1 }
  }

  #folded(ids: readonly NodeId[], join: (a: Int, b: Int) => Int): Scaled | undefined {
    const parts = this.#all(ids)
    if (!parts || parts.some((p) => p.by)) return undefined
    const scale = parts.reduce((s, p) => lcm(s, p.scale), 1)
    return { int: parts.map((p) => rescaled(p, scale)).reduce(join), scale }
  }

  #product(ids: readonly NodeId[]): Scaled | undefined {
    return this.#all(ids)?.reduce<Scaled | undefined>((a, b) => a && times(a, b), {
      int: i.constant(1),
      scale: 1,
    })
  }

  #quotient(of: NodeId, by: NodeId): Scaled | undefined {
    const [a, b] = [this.lower(of), this.lower(by)]
    if (!a || !b || a.by || b.by || b.int.lo < 1) return undefined
    const scale = lcm(a.scale, b.scale)
    return { int: rescaled(a, scale), by: rescaled(b, scale), scale: 1 }
  }

  #piecewise(of: NodeId, pieces: readonly Piece[]): Scaled | undefined {
    const x = this.lower(of),
      then = this.#all(pieces.map((p) => p.then))
    if (!x || x.by || !then || then.some((t) => t.by) || !partition(pieces, x)) return undefined
    const scale = then.reduce((s, t) => lcm(s, t.scale), 1)
    const values = then.map((t) => rescaled(t, scale))
    const int = pieces.reduce<Int>(
      (lower, p, k) =>
        k === 0 ? lower : i.atLeast(x.int, first(p, x.scale), values[k] as Int, lower),
      values[0] as Int,
    )
    return { int, scale }
  }

  /** Rounding is monotone, so it may be done on each operand of a least or greatest. */
  #round(of: NodeId, to: Rational, mode: string): Scaled | undefined {
    const n = this.#arena.nodes[of] as Node
    if (n.op === 'least' || n.op === 'greatest') {
      const parts = n.of.map((id) => this.#round(id, to, mode))
      if (!parts.every((p): p is Scaled => p !== undefined)) return undefined
      return {
        int: parts.map((p) => p.int).reduce(n.op === 'least' ? i.min : i.max),
        scale: Number(to.den),
      }
    }
    const x = this.lower(of)
    return x && to.num === 1n ? rounded(x, Number(to.den), mode) : undefined
  }
}

const constant = (v: Rational): Scaled => ({ int: i.constant(Number(v.num)), scale: Number(v.den) })

function times(a: Scaled, b: Scaled): Scaled | undefined {
  const [k, x] = a.int.op === 'constant' && !a.by ? [a, b] : [b, a]
  if (k.int.op !== 'constant' || k.by) return undefined
  return { ...x, int: i.scale(k.int.value, x.int), scale: x.scale * k.scale }
}

/** `int / (by * scale)` to multiples of 1 / unit: half up, of what is not negative. */
function rounded(x: Scaled, unit: number, mode: string): Scaled | undefined {
  if (!x.by && unit % x.scale === 0) return { int: rescaled(x, unit), scale: unit }
  if (mode !== 'half-up' || x.int.lo < 0) return undefined
  const by = i.scale(x.scale, x.by ?? i.constant(1))
  const a = i.add(i.scale(2 * unit, x.int), by),
    b = i.scale(2, by)
  return fits(a, QUOTIENT_LIMIT) && fits(b, QUOTIENT_LIMIT)
    ? { int: i.divide(a, b), scale: unit }
    : undefined
}

/** The smallest whole number in a piece at a scale. */
function first(p: Piece, scale: number): number {
  const { num, den } = p.from as Rational
  const at = num * BigInt(scale)
  const below = at / den - (at % den < 0n ? 1n : 0n)
  return Number(p.fromInclusive && below * den === at ? below : below + 1n)
}

/** Whether the pieces follow one another without gap or overlap over the whole range. */
function partition(pieces: readonly Piece[], x: Scaled): boolean {
  const starts = pieces.every(
    (p, k) => k === 0 || (p.from !== null && meets(pieces[k - 1] as Piece, p)),
  )
  const head = pieces[0] as Piece,
    tail = pieces.at(-1) as Piece
  const open = head.from === null || first(head, x.scale) <= x.int.lo
  return (
    starts &&
    open &&
    (tail.to === null || Number(tail.to.num) * x.scale >= x.int.hi * Number(tail.to.den))
  )
}

const meets = (a: Piece, b: Piece) =>
  a.to !== null &&
  b.from !== null &&
  a.to.num === b.from.num &&
  a.to.den === b.from.den &&
  a.toInclusive !== b.fromInclusive
