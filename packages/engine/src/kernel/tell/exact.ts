import type { Program } from '../../compile/index.ts'
import { type NodeId, Values } from '../../core/index.ts'
import { EVERYTHING, type Interval, point, ratio } from '../../number/index.ts'
import type { Plan } from '../plan.ts'
import type { Made } from './phrase.ts'
import type { Row } from './read.ts'

/** The inputs that a node rests on. */
function inputsUnder(program: Program, id: NodeId): ReadonlySet<number> {
  const { nodes } = program.unit
  const found = new Set<number>()
  const seen = new Set<NodeId>()
  const visit = (at: NodeId): void => {
    const node = nodes[at]
    if (node === undefined || seen.has(at)) return
    seen.add(at)
    if (node.op === 'input') found.add(node.input)
    else if (node.op === 'quotient') [node.of, node.by].forEach(visit)
    else if (node.op === 'piecewise') [node.of, ...node.pieces.map((p) => p.then)].forEach(visit)
    else if (node.op === 'round') visit(node.of)
    else if (node.op !== 'constant') node.of.forEach(visit)
  }
  visit(id)
  return found
}

interface Given {
  readonly input: number
  readonly column: number
  readonly scale: number
}

/** The inputs of a node as the kernel holds them; undefined where it does not hold one. */
function givenTo(plan: Plan, id: NodeId): readonly Given[] | undefined {
  const given: Given[] = []
  for (const input of inputsUnder(plan.program, id)) {
    const value = plan.columns.input(input)
    if (value?.int.op !== 'column') return undefined
    given.push({ input, column: value.int.column, scale: value.scale })
  }
  return given
}

/**
 * The exact evaluator's value of a node, for what whole numbers do not hold (the points of a proportion
 * before they are rounded). Undefined where the kernel lacks an input.
 */
export function exactOf(plan: Plan, id: NodeId): Made<Interval> | undefined {
  const given = givenTo(plan, id)
  if (given === undefined) return undefined
  const { nodes, inputs } = plan.program.unit
  const known = inputs.map(() => EVERYTHING)
  const of = (row: Row): Interval => {
    for (const { input, column, scale } of given)
      known[input] = point(ratio(BigInt(row[column] as number), BigInt(scale)))
    return new Values(nodes, known).of(id)
  }
  return { of, rests: new Set(given.map((g) => g.column)) }
}
