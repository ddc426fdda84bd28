import type { Input, Item, ItemProgram, Node, NodeId, Program } from '@kaohe/engine'

/** One datum that an item reads of the unit itself, in one period; null is the whole covered period. */
export interface AskedCell {
  readonly fact: string
  readonly period: string | null
}

/** An item as a unit reports for it: which data and which kinds of events it rests on. */
export interface WorksheetItem {
  readonly program: ItemProgram
  readonly item: Item
  readonly cells: readonly AskedCell[]
  readonly events: readonly string[]
  /** People mark it: they read what the unit writes of its work and the files it hands in. */
  readonly judged: boolean
  /** The points depend on other units too, so that the unit's own report does not yet settle them. */
  readonly compared: boolean
}

function operands(node: Node): readonly NodeId[] {
  switch (node.op) {
    case 'constant':
    case 'input':
      return []
    case 'quotient':
      return [node.of, node.by]
    case 'round':
      return [node.of]
    case 'piecewise':
      return [node.of, ...node.pieces.map(({ then }) => then)]
    default:
      return node.of
  }
}

/** Every input that a node rests on, each once, in the order of the scheme's program. */
export function inputsBelow({ unit }: Program, from: NodeId): Input[] {
  const seen = new Set<NodeId>()
  const found = new Set<number>()
  const waiting = [from]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = unit.nodes[id]
    if (node === undefined || seen.has(id)) continue
    seen.add(id)
    waiting.push(...operands(node))
    if (node.op !== 'input') continue
    found.add(node.input)
    // What is compared with others' is asked of the unit too.
    const input = unit.inputs[node.input]
    if (input?.from === 'peers') waiting.push(input.of)
  }
  return [...found].toSorted((a, b) => a - b).flatMap((at) => unit.inputs[at] ?? [])
}

function distinct<T>(all: readonly T[], key: (one: T) => string): T[] {
  return [...new Map(all.map((one) => [key(one), one])).values()]
}

function cellsOf(inputs: readonly Input[]): AskedCell[] {
  const cells = inputs.flatMap((input) =>
    input.from === 'fact' || input.from === 'applies'
      ? [{ fact: input.fact, period: input.period }]
      : [],
  )
  return distinct(cells, ({ fact, period }) => `${fact}/${period}`)
}

function eventsOf(inputs: readonly Input[]): string[] {
  const events = inputs.flatMap((input) =>
    input.from === 'fold' && input.fold.over.rows === 'events' ? [input.fold.over.event] : [],
  )
  return [...new Set(events)]
}

/** What a unit of this type reports, item by item, in the order of the scheme. */
export function worksheetOf(program: Program, type: string): WorksheetItem[] {
  const asked = program.items.filter(({ item }) => item.assessees?.includes(type) ?? true)
  return asked.map((one) => {
    const inputs = inputsBelow(program, one.points)
    return {
      program: one,
      item: one.item,
      cells: cellsOf(inputs),
      events: eventsOf(inputs),
      judged: inputs.some(({ from }) => from === 'mark'),
      compared: inputs.some(({ from }) => from === 'peers'),
    }
  })
}
