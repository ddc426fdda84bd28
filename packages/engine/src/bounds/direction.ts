import {
  type Arena,
  type Fold,
  type Input,
  type Node,
  type NodeId,
  type Piece,
  type RowInput,
  type Values,
  readArena,
} from '../core/index.ts'
import { type Interval, compare } from '../number/index.ts'

/** Which way a value goes when what it depends on goes up: up, down, or either. */
export type Direction = 'up' | 'down' | 'either'

/** By leaf: `fact:x`, `event:e` (how many events), `event:e.attribute`, `mark:item`, and so on. */
export type Directions = ReadonlyMap<string, Direction>

const opposite = { up: 'down', down: 'up', either: 'either' } as const

function joinInto(into: Map<string, Direction>, from: Directions, flip: Direction | 'no' = 'no') {
  for (const [leaf, way] of from) {
    const turned = flip === 'no' ? way : flip === 'either' ? 'either' : opposite[way]
    const had = into.get(leaf)
    into.set(leaf, had === undefined || had === turned ? turned : 'either')
  }
}

/** The order in which pieces with constant values go from left to right, if they all have one. */
function trend(pieces: readonly Piece[], nodes: readonly Node[]): Direction | 'flat' {
  const values = pieces.map(({ then }) => {
    const node = nodes[then]
    return node?.op === 'constant' ? node.value : undefined
  })
  if (values.some((value) => value === undefined)) return 'either'
  const steps = values.slice(1).map((value, i) => compare(value as never, values[i] as never))
  if (steps.every((step) => step === 0)) return 'flat'
  if (steps.every((step) => step >= 0)) return 'up'
  return steps.every((step) => step <= 0) ? 'down' : 'either'
}

function byPosition(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.toSorted((a, b) =>
    a.from === null ? (b.from === null ? 0 : -1) : b.from === null ? 1 : compare(a.from, b.from),
  )
}

type Reader = (id: NodeId) => Directions

function ofPiecewise(
  node: Extract<Node, { op: 'piecewise' }>,
  nodes: readonly Node[],
  read: Reader,
) {
  const found = new Map<string, Direction>()
  const way = trend(byPosition(node.pieces), nodes)
  if (way === 'up') joinInto(found, read(node.of))
  else if (way !== 'flat') joinInto(found, read(node.of), way)
  for (const { then } of node.pieces) joinInto(found, read(then))
  return found
}

/** How what is multiplied by any value of a range turns: the same way, the other way, or either. */
function turnedBy({ lo, hi }: Interval): 'no' | 'down' | 'either' {
  if (lo !== null && lo.num >= 0n) return 'no'
  return hi !== null && hi.num <= 0n ? 'down' : 'either'
}

// A product goes with a factor when the others cannot be negative, against it when they cannot be positive.
function ofProduct(node: Extract<Node, { op: 'product' }>, values: Values, read: Reader) {
  const found = new Map<string, Direction>()
  const turns = node.of.map((id) => turnedBy(values.of(id)))
  for (const [i, id] of node.of.entries()) {
    const others = turns.filter((_, k) => k !== i)
    const odd = others.filter((turn) => turn === 'down').length % 2 === 1
    joinInto(found, read(id), others.includes('either') ? 'either' : odd ? 'down' : 'no')
  }
  return found
}

function leafOf(input: Input | RowInput): string {
  switch (input.from) {
    case 'fact':
    case 'shared':
    case 'previous':
    case 'hadPrevious':
    case 'applies':
      return `fact:${input.fact}`
    case 'attribute':
      return `attribute:${input.attribute}`
    case 'mark':
      return `mark:${input.item}`
    case 'open':
      return `open:${input.question}`
    case 'ordinal':
      return 'ordinal'
    case 'type':
      return 'type'
    default:
      return input.from
  }
}

function ofFold(input: Extract<Input, { from: 'fold' }>): Directions {
  const { fold } = input
  const name = fold.over.rows === 'events' ? fold.over.event : fold.over.level
  const found = new Map<string, Direction>()
  const rows = directionsIn(fold.rows)
  const more = turnOfMore(fold)
  joinInto(found, new Map([[`event:${name}`, 'up' as const]]), more)
  const put = (part: Directions, flip: Direction | 'no') =>
    joinInto(found, new Map([...part].map(([leaf, way]) => [rowLeaf(leaf, name), way])), flip)
  put(rows(fold.where), more)
  if (fold.how.as !== 'count') put(rows(fold.value), 'no')
  return found
}

// One row more makes a count go up, a sum as the worth of a row is never below or never above zero.
function turnOfMore({ how, rows, value, once }: Fold): 'no' | 'down' | 'either' {
  if (once !== null) return 'either'
  if (how.as === 'count') return 'no'
  if (how.as !== 'sum') return 'either'
  const ranges = rows.inputs.map((input) => input.domain.range)
  return turnedBy(readArena(rows, ranges).of(value))
}

function rowLeaf(leaf: string, name: string): string {
  return leaf.startsWith('attribute:') ? `event:${name}.${leaf.slice('attribute:'.length)}` : leaf
}

/**
 * How the nodes of an arena depend on its leaves. Monotone parts are exact; where a form does not tell
 * (quotients, pieces with figures of their own, figures of peers) the direction is `either`.
 */
export function directionsIn(arena: Arena<Input | RowInput>): Reader {
  const values = readArena(
    arena,
    arena.inputs.map((input) => input.domain.range),
  )
  const known = new Map<NodeId, Directions>()
  const read: Reader = (id) => {
    const had = known.get(id)
    if (had !== undefined) return had
    const found = directionsOf(arena.nodes[id] as Node, arena, values, read)
    known.set(id, found)
    return found
  }
  return read
}

function directionsOf(
  node: Node,
  { nodes, inputs }: Arena<Input | RowInput>,
  values: Values,
  read: Reader,
): Directions {
  const found = new Map<string, Direction>()
  switch (node.op) {
    case 'constant':
      return found
    case 'input':
      return ofInput(inputs[node.input] as Input, read)
    case 'product':
      return ofProduct(node, values, read)
    case 'piecewise':
      return ofPiecewise(node, nodes, read)
    case 'quotient':
      joinInto(found, read(node.of))
      joinInto(found, read(node.by), 'either')
      return found
    case 'round':
      return read(node.of)
    default:
      for (const id of node.of) joinInto(found, read(id))
      return found
  }
}

function ofInput(input: Input | RowInput, read: Reader): Directions {
  if (input.from === 'fold') return ofFold(input)
  if (input.from !== 'peers') return new Map([[leafOf(input), 'up']])
  const found = new Map<string, Direction>()
  joinInto(found, read(input.of), 'either')
  joinInto(found, read(input.among), 'either')
  return found
}
