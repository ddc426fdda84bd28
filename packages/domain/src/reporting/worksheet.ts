import type { Fold, Input, Item, ItemProgram, Node, NodeId, Program } from '@kaohe/engine'

/** One datum that an item reads of a unit, in one period; null is the whole covered period. */
export interface AskedCell {
  readonly fact: string
  readonly period: string | null
}

/** What units of another level supply for an item: those below, rolled up, or the one above, shared. */
export interface Elsewhere {
  readonly level: string
  readonly where: 'below' | 'above'
  readonly cells: readonly AskedCell[]
  readonly events: readonly string[]
}

/** An item as a unit reports for it: which data and which kinds of events it rests on. */
export interface WorksheetItem {
  readonly program: ItemProgram
  readonly item: Item
  readonly cells: readonly AskedCell[]
  readonly events: readonly string[]
  readonly elsewhere: readonly Elsewhere[]
  /** Data of the year before. */
  readonly previous: readonly AskedCell[]
  /** What is known of the unit itself, such as how many young people live there. */
  readonly attributes: readonly string[]
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

const distinctCells = (cells: readonly AskedCell[]): AskedCell[] =>
  distinct(cells, ({ fact, period }) => `${fact}/${period}`)

function cellsFrom(inputs: readonly Input[], ...kinds: readonly Input['from'][]): AskedCell[] {
  const cells = inputs.flatMap((input) =>
    kinds.includes(input.from) && 'fact' in input
      ? [{ fact: input.fact, period: input.period }]
      : [],
  )
  return distinctCells(cells)
}

const eventOf = ({ over }: Fold): string[] => (over.rows === 'events' ? [over.event] : [])

function eventsOf(inputs: readonly Input[]): string[] {
  return [...new Set(inputs.flatMap((input) => (input.from === 'fold' ? eventOf(input.fold) : [])))]
}

function askedBelow({ over, rows }: Fold): Elsewhere[] {
  if (over.rows !== 'units') return []
  const cells = rows.inputs.flatMap((input) =>
    input.from === 'fact' ? [{ fact: input.fact, period: input.period }] : [],
  )
  const events = rows.inputs.flatMap((input) => (input.from === 'fold' ? eventOf(input.fold) : []))
  return [{ level: over.level, where: 'below', cells, events }]
}

function askedOf(input: Input): Elsewhere[] {
  if (input.from === 'fold') return askedBelow(input.fold)
  if (input.from !== 'shared') return []
  const { level, fact, period } = input
  return [{ level, where: 'above', cells: [{ fact, period }], events: [] }]
}

function elsewhereOf(inputs: readonly Input[]): Elsewhere[] {
  const asked = inputs.flatMap(askedOf)
  return [...Map.groupBy(asked, ({ level, where }) => `${where}/${level}`).values()].map((of) => ({
    ...of[0]!,
    cells: distinctCells(of.flatMap(({ cells }) => cells)),
    events: [...new Set(of.flatMap(({ events }) => events))],
  }))
}

function attributesOf(inputs: readonly Input[]): string[] {
  const named = inputs.flatMap((input) => (input.from === 'attribute' ? [input.attribute] : []))
  return [...new Set(named)]
}

// Leaders who are written to, and people who are asked, mark what they know, not what a unit writes.
const OUTSIDE: readonly string[] = ['letter', 'poll']

function isMarkedFromOutside({ scheme }: Program, { item }: ItemProgram): boolean {
  const source = scheme.sources?.find(({ id }) => id === item.source)
  return source !== undefined && OUTSIDE.includes(source.means)
}

/** What a unit of this type reports, item by item, in the order of the scheme. */
export function worksheetOf(program: Program, type: string): WorksheetItem[] {
  const asked = program.items.filter(({ item }) => item.assessees?.includes(type) ?? true)
  return asked.map((one) => {
    const from = one.reached === undefined ? [one.points] : [one.points, one.reached]
    const inputs = [...new Set(from.flatMap((node) => inputsBelow(program, node)))]
    return {
      program: one,
      item: one.item,
      cells: cellsFrom(inputs, 'fact', 'applies'),
      events: eventsOf(inputs),
      elsewhere: elsewhereOf(inputs),
      previous: cellsFrom(inputs, 'previous', 'hadPrevious'),
      attributes: attributesOf(inputs),
      judged:
        inputs.some(({ from: kind }) => kind === 'mark') && !isMarkedFromOutside(program, one),
      compared: inputs.some(({ from: kind }) => kind === 'peers'),
    }
  })
}

/**
 * What a unit of another level reports for assessees of these types: only what their items take from it.
 * @returns nothing when no item does
 */
export function levelSheetOf(
  program: Program,
  level: string,
  types: readonly string[],
): WorksheetItem[] {
  const all = types.flatMap((type) => worksheetOf(program, type))
  return distinct(all, ({ item }) => item.id).flatMap((one) => {
    const asked = one.elsewhere.find((part) => part.level === level)
    if (asked === undefined) return []
    const { cells, events } = asked
    const none = { elsewhere: [], previous: [], attributes: [], judged: false, compared: false }
    return [{ ...one, ...none, cells, events }]
  })
}
