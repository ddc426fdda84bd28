import type { Node, NodeId } from '../../core/index.ts'
import type { Plan } from '../plan.ts'
import { type Row, readOf } from './read.ts'

/** A value in lowest terms, the divisor positive, both exact. */
export interface Fraction {
  readonly num: number
  readonly den: number
}

/** The value of the row at hand; undefined where it is too wide, or divides by zero. */
export type ReadFraction = (row: Row) => Fraction | undefined

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
 * just as exact where it answers. Undefined for nodes of other kinds.
 */
export function fractionOf(plan: Plan, id: NodeId): ReadFraction | undefined {
  const value = plan.lowering.lower(id)
  if (value !== undefined && value.by === undefined) {
    const [read, scale] = [readOf(value.int), value.scale]
    return (row) => fraction(read(row), scale)
  }
  const node = plan.program.unit.nodes[id] as Node
  const join = node.op in JOINS ? JOINS[node.op as keyof typeof JOINS] : undefined
  const parts = operandsOf(node).map((inner) => fractionOf(plan, inner))
  if (join === undefined || !parts.every((p) => p !== undefined)) return undefined
  return (row) => {
    let made: Fraction | undefined
    for (const [k, part] of parts.entries()) {
      const next = part(row)
      made = k === 0 ? next : made && next && join(made, next)
    }
    return made
  }
}
