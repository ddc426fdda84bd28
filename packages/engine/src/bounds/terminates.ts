import type { Fold, Input, Node, NodeId, RowInput } from '../core/index.ts'
import { decimalsOf } from '../number/index.ts'

/**
 * Whether a node's value can be a fraction without end (1/3): after a division by what is not
 * constant, a mean of so many, or a constant such as 1/6. Inputs are decimals as they are written.
 * Conservative: it answers yes for a quotient that happens always to come out even.
 */
export function mayNotTerminate(
  nodes: readonly Node[],
  inputs: readonly (Input | RowInput)[],
  id: NodeId,
  known: Map<NodeId, boolean> = new Map(),
): boolean {
  const had = known.get(id)
  if (had !== undefined) return had
  const ask = (inner: NodeId) => mayNotTerminate(nodes, inputs, inner, known)
  const answer = answerFor(nodes[id] as Node, inputs, ask, nodes)
  known.set(id, answer)
  return answer
}

function answerFor(
  node: Node,
  inputs: readonly (Input | RowInput)[],
  ask: (id: NodeId) => boolean,
  nodes: readonly Node[],
): boolean {
  switch (node.op) {
    case 'constant':
      return decimalsOf(node.value) === undefined
    case 'input':
      return endless(inputs[node.input], ask)
    case 'round':
      return decimalsOf(node.rounding.to) === undefined
    case 'quotient':
      return ask(node.of) || !dividesEvenly(nodes[node.by] as Node)
    case 'piecewise':
      return node.pieces.some(({ then }) => ask(then))
    default:
      return node.of.some(ask)
  }
}

function dividesEvenly(by: Node): boolean {
  if (by.op !== 'constant' || by.value.num === 0n) return false
  return (
    decimalsOf({ num: by.value.den, den: by.value.num < 0n ? -by.value.num : by.value.num }) !==
    undefined
  )
}

function endless(input: Input | RowInput | undefined, ask: (id: NodeId) => boolean): boolean {
  if (input?.from === 'fold') return foldEndless(input.fold)
  if (input?.from !== 'peers') return false
  return (
    input.measure.as === 'mean' ||
    (input.measure.as !== 'rank' && input.measure.as !== 'count' && ask(input.of))
  )
}

function foldEndless({ how, rows, value }: Fold): boolean {
  if (how.as === 'mean' || how.as === 'trimmed' || how.as === 'share') return true
  if (how.as === 'count' || how.as === 'all') return false
  return mayNotTerminate(rows.nodes, rows.inputs, value)
}
