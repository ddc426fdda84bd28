import type { Node, NodeId } from '../../core/index.ts'
import type { Plan } from '../plan.ts'
import { type Made, restsOfAll } from './phrase.ts'
import type { Row } from './read.ts'
import type { Sources } from './sources.ts'

/** A value in lowest terms, the divisor positive, both exact. */
export interface Fraction {
  readonly num: number
  readonly den: number
}

function gcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), b]
  while (y !== 0) [x, y] = [y, x % y]
  return x
}

/** Products of safe whole numbers are exact as long as they are safe themselves. */
function fraction(num: number, den: number): Fraction | undefined {
  if (den === 0 || !Number.isSafeInteger(num) || !Number.isSafeInteger(den)) return undefined
  const common = den < 0 ? -gcd(num, -den) : gcd(num, den)
  return { num: num / common, den: den / common }
}

type Join = (a: Fraction, b: Fraction) => Fraction | undefined

const JOINS: Readonly<Record<'sum' | 'product' | 'least' | 'greatest' | 'quotient', Join>> = {
  sum: (a, b) => fraction(a.num * b.den + b.num * a.den, a.den * b.den),
  product: (a, b) => fraction(a.num * b.num, a.den * b.den),
  quotient: (a, b) => fraction(a.num * b.den, a.den * b.num),
  least: (a, b) => ahead(a, b, b, a),
  greatest: (a, b) => ahead(a, b, a, b),
}

function ahead(a: Fraction, b: Fraction, more: Fraction, less: Fraction): Fraction | undefined {
  const [x, y] = [a.num * b.den, b.num * a.den]
  if (!Number.isSafeInteger(x) || !Number.isSafeInteger(y)) return undefined
  return x > y ? more : less
}

function operandsOf(node: Node): readonly NodeId[] {
  if (node.op === 'quotient') return [node.of, node.by]
  return 'of' in node && Array.isArray(node.of) ? node.of : []
}

/**
 * Values that only wait to be rounded, in plain numbers: much quicker than the exact evaluator, and
 * just as exact where it answers. Undefined for nodes of other kinds; of a row, where it is too wide
 * or divides by zero.
 */
export function fractionOf(
  plan: Plan,
  id: NodeId,
  sources: Sources,
): Made<Fraction | undefined> | undefined {
  const value = plan.lowering.lower(id)
  if (value !== undefined && value.by === undefined) {
    const { scale, int } = value
    const { read, rests } = sources.of(int)
    return { of: (row) => fraction(read(row), scale), rests }
  }
  const node = plan.program.unit.nodes[id] as Node
  const join = node.op in JOINS ? JOINS[node.op as keyof typeof JOINS] : undefined
  const parts = operandsOf(node).map((inner) => fractionOf(plan, inner, sources))
  if (join === undefined || !parts.every((p) => p !== undefined)) return undefined
  const all = parts.map((p) => p.of)
  const of = (row: Row): Fraction | undefined => {
    let made: Fraction | undefined
    for (const [k, part] of all.entries()) {
      const next = part(row)
      made = k === 0 ? next : made && next && join(made, next)
    }
    return made
  }
  return { of, rests: restsOfAll(parts) }
}
