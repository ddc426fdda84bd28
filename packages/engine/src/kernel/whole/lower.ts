import type { Arena, Node, NodeId } from '../../core/index.ts'
import { ONE, type Rational, type Rounding, divide, multiply } from '../../number/index.ts'
import * as i from './int.ts'
import type { Int } from './int.ts'
import { simplified, stretchesOf } from './pieces.ts'
import { roundedQuotient } from './round.ts'
import {
  type Scaled,
  atScale,
  commonScale,
  fitting,
  multiplied,
  scaledConstant,
  times,
} from './scaled.ts'

/**
 * From the core, an arena over exact rationals, to whole numbers at a static scale. Whatever does not
 * come out the same to the last digit answers undefined, and that part stays with the exact rationals.
 */
export class Lowering {
  readonly #done = new Map<NodeId, Scaled | undefined>()
  readonly #arena: Arena<unknown>
  readonly #input: (input: number) => Scaled | undefined

  constructor(arena: Arena<unknown>, input: (input: number) => Scaled | undefined) {
    this.#arena = arena
    this.#input = input
  }

  lower(id: NodeId): Scaled | undefined {
    const known = this.#done.get(id)
    if (known !== undefined || this.#done.has(id)) return known
    const made = this.#node(this.#arena.nodes[id] as Node)
    const result = made && fitting(made)
    this.#done.set(id, result)
    return result
  }

  /** From here on the node is read where it was stored. */
  stored(id: NodeId, value: Scaled): void {
    this.#done.set(id, value)
  }

  #all(ids: readonly NodeId[]): readonly Scaled[] | undefined {
    const found: Scaled[] = []
    for (const id of ids) {
      const value = this.lower(id)
      if (value === undefined) return undefined
      found.push(value)
    }
    return found
  }

  #node(n: Node): Scaled | undefined {
    switch (n.op) {
      case 'constant':
        return scaledConstant(n.value)
      case 'input':
        return this.#input(n.input)
      case 'sum':
        return this.#folded(n.of, i.add)
      case 'least':
        return this.#folded(n.of, i.min)
      case 'greatest':
        return this.#folded(n.of, i.max)
      case 'product':
        return this.#all(n.of)?.reduce<Scaled | undefined>((a, b) => a && times(a, b), {
          int: i.constant(1),
          scale: 1,
        })
      case 'quotient':
        return this.#quotient(n.of, n.by)
      case 'piecewise':
        return this.#piecewise(n)
      case 'round':
        return this.#rounded(n.of, ONE, n.rounding)
      case 'undecided':
        return undefined
    }
  }

  #folded(ids: readonly NodeId[], join: (a: Int, b: Int) => Int): Scaled | undefined {
    const parts = this.#all(ids)
    if (parts === undefined || parts.some(waits)) return undefined
    const scale = commonScale(parts)
    let int: Int | undefined
    for (const part of parts) {
      const next = atScale(part, scale)
      int = int === undefined ? next : join(int, next)
    }
    return int && { int, scale }
  }

  #quotient(of: NodeId, by: NodeId): Scaled | undefined {
    const [a, b] = [this.lower(of), this.lower(by)]
    if (a === undefined || b === undefined || a.by !== undefined || b.by !== undefined)
      return undefined
    if (b.int.lo < 1) return undefined
    const scale = commonScale([a, b])
    return { int: atScale(a, scale), by: atScale(b, scale), scale: 1 }
  }

  #piecewise(n: Extract<Node, { op: 'piecewise' }>): Scaled | undefined {
    const x = this.lower(n.of)
    if (x === undefined || x.by !== undefined) return undefined
    const found = stretchesOf(n.pieces, x.int, x.scale)
    const then = found && this.#all(found.map((s) => s.then))
    if (found === undefined || then === undefined || then.some(waits)) return undefined
    const scale = commonScale(then)
    const values = found.map((s, k) => ({ ...s, then: atScale(then[k] as Scaled, scale) }))
    const asked = simplified(x.int, values)
    let int: Int | undefined
    for (const { first, then: value } of asked.all)
      int = int === undefined ? value : i.atLeast(asked.x, first, value, int)
    return int && { int, scale }
  }

  // Rounding and multiplying by what is positive are monotone, so both may be done on each operand of
  // a least or greatest: what is left to round is then one quotient at a time.
  #rounded(id: NodeId, factor: Rational, to: Rounding): Scaled | undefined {
    const value = this.lower(id)
    if (value !== undefined) return roundedTo(value, factor, to)
    const n = this.#arena.nodes[id] as Node
    if (n.op === 'product') return this.#roundedProduct(n.of, factor, to)
    if ((n.op !== 'least' && n.op !== 'greatest') || factor.num < 0n) return undefined
    const parts = n.of.map((inner) => this.#rounded(inner, factor, to))
    if (!parts.every((p) => p !== undefined)) return undefined
    const scale = commonScale(parts)
    return {
      int: parts.map((p) => atScale(p, scale)).reduce(n.op === 'least' ? i.min : i.max),
      scale,
    }
  }

  #roundedProduct(of: readonly NodeId[], factor: Rational, to: Rounding): Scaled | undefined {
    const constants = of.flatMap((id) => {
      const n = this.#arena.nodes[id]
      return n?.op === 'constant' ? [n.value] : []
    })
    const rest = of.filter((id) => this.#arena.nodes[id]?.op !== 'constant')
    return rest.length === 1
      ? this.#rounded(rest[0] as NodeId, constants.reduce(multiply, factor), to)
      : undefined
  }
}

const waits = (value: Scaled): boolean => value.by !== undefined

function roundedTo(value: Scaled, factor: Rational, { to, mode }: Rounding): Scaled | undefined {
  const steps = divide(factor, to)
  const scaled = multiplied(value, Number(steps.num), Number(steps.den))
  const by = i.scale(scaled.scale, scaled.by ?? i.constant(1))
  const int = roundedQuotient(scaled.int, by, mode)
  return int && { int: i.scale(Number(to.num), int), scale: Number(to.den) }
}
