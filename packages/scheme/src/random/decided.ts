import { Fault, type Item, type Scheme, compile } from '@kaohe/engine'

type Program = ReturnType<typeof compile>

function openNode(node: { readonly op: string }): boolean {
  return node.op === 'undecided'
}

/** True when no value of a program is left open by the silence of the scheme. */
function isDecided(program: Program): boolean {
  const { nodes, inputs } = program.unit
  const openRow = inputs.some(
    (input) => input.from === 'fold' && input.fold.rows.nodes.some(openNode),
  )
  return !nodes.some(openNode) && !openRow && !inputs.some((input) => input.from === 'open')
}

/** Whether a scheme with only this item computes, and leaves nothing open. */
export function isSound(item: Item, scheme: Scheme): boolean {
  try {
    return isDecided(compile({ ...scheme, items: [item] }))
  } catch (error) {
    if (error instanceof Fault) return false
    throw error
  }
}
