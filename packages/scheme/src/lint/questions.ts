import type { Fold, Input, Node, Program, RowInput } from '@kaohe/engine'

function fromArena(
  nodes: readonly Node[],
  inputs: readonly (Input | RowInput)[],
  into: Set<string>,
) {
  for (const node of nodes) if (node.op === 'undecided') into.add(node.question)
  for (const input of inputs) {
    if (input.from === 'open') into.add(input.question)
    if (input.from === 'fold') fromFold(input.fold, into)
  }
}

function fromFold({ rows }: Fold, into: Set<string>): void {
  fromArena(rows.nodes, rows.inputs, into)
}

/**
 * Every question that a compiled scheme leaves undecided, by the path of the silent keyword: the very
 * places that readings edit.
 */
export function questionsOf(program: Program): readonly string[] {
  const found = new Set<string>()
  fromArena(program.unit.nodes, program.unit.inputs, found)
  return [...found]
}
