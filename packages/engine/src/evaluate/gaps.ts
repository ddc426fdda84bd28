import type { Program } from '../compile/index.ts'
import {
  type Arena,
  type Input,
  type NodeId,
  type RowInput,
  type Values,
  readArena,
} from '../core/index.ts'
import type { Unit } from '../model/index.ts'
import { exactly } from '../number/index.ts'
import { eligibilityOf } from '../order/eligibility.ts'
import type { Data } from './data.ts'
import { decisive } from './decisive.ts'
import { readFold } from './fold.ts'
import { Found, type Gaps } from './found.ts'
import { groupKey, isMaybe, type Member, membersOf, peersOf } from './peers.ts'
import type { Reading } from './read.ts'
import type { FoldRow } from './row.ts'

export const ZERO_DIVISOR = '分母为零'
export const BANDS_OPEN = '分段未定'
/** A mean or a middle of nothing, where everything was reported. */
export const NOTHING_TO_FOLD = '没有可汇总的记录'

type FoldInput = Extract<Input, { from: 'fold' }>
type PeersInput = Extract<Input, { from: 'peers' }>

const isKnown = ({ kept, value }: FoldRow) =>
  exactly(kept) !== undefined && exactly(value) !== undefined
const mayCount = ({ kept }: FoldRow) => exactly(kept)?.num !== 0n

function lackAttribute(row: FoldRow, attribute: string, found: Found): void {
  const { event } = row
  if (event !== undefined) found.lacks('attribute', `${event.event}.${attribute}`, null, [event.id])
}

function noteRow(input: RowInput, row: FoldRow, data: Data, found: Found): void {
  if (input.from === 'fold' && row.unit !== undefined)
    return noteFold(input, { of: row.unit, below: true }, data, found)
  if (input.from === 'fact')
    found.lacks('fact', input.fact, input.period, row.unit === undefined ? [] : [row.unit.id])
  else if (input.from === 'attribute') lackAttribute(row, input.attribute, found)
  else if (input.from === 'open') found.ask(input.question)
}

// Rows that cannot be told apart may be the same thing, or not.
function noteKey(keys: readonly string[], row: FoldRow, found: Found): void {
  for (const key of keys)
    if (row.event?.attributes[key] === undefined) lackAttribute(row, key, found)
}

// A unit whose rows are folded: the assessed one itself, or one below it, which then is named.
interface Whose {
  readonly of: Unit
  readonly below: boolean
}

function noteFold(
  { fold }: Pick<FoldInput, 'fold'>,
  { of: unit, below }: Whose,
  data: Data,
  found: Found,
): void {
  const read = readFold(fold, unit, data)
  if (read.complete && read.counted.every(isKnown)) found.ask(NOTHING_TO_FOLD)
  if (fold.over.rows === 'events' && !read.complete)
    found.lacks('event', fold.over.event, fold.over.period, below ? [unit.id] : [])
  for (const row of read.rows.filter(mayCount)) {
    const values = readArena(fold.rows, row.inputs)
    const walk = walker(fold.rows, values, found, (of) => noteRow(of, row, data, found))
    walk(fold.where)
    walk(fold.value)
    noteKey(fold.once?.by ?? [], row, found)
  }
}

/** Walks from a node to everything that keeps it from being exact. */
function walker<I>(
  { nodes, inputs }: Arena<I>,
  values: Values,
  found: Found,
  noteLeaf: (input: I) => void,
): (id: NodeId) => void {
  const seen = new Set<NodeId>()
  const isKnownAt = (id: NodeId) => exactly(values.of(id)) !== undefined
  const visit = (at: NodeId): void => {
    if (seen.has(at) || isKnownAt(at)) return
    seen.add(at)
    const node = nodes[at]
    if (node === undefined || node.op === 'constant') return
    if (node.op === 'input') {
      const input = inputs[node.input]
      if (input !== undefined) noteLeaf(input)
      return
    }
    if (node.op === 'undecided') found.ask(node.question)
    if (node.op === 'quotient') {
      if (exactly(values.of(node.by))?.num === 0n) found.ask(ZERO_DIVISOR)
      visit(node.of)
      visit(node.by)
      return
    }
    if (node.op === 'piecewise') {
      const held = values.matches(at)
      if (values.inGap(at) || (held.length > 1 && isKnownAt(node.of))) found.ask(BANDS_OPEN)
      visit(node.of)
      held.forEach(({ piece }) => visit(piece.then))
      return
    }
    if (node.op === 'greatest' || node.op === 'least') {
      const decides = decisive(
        node.op,
        node.of.map((id) => values.of(id)),
      )
      return node.of.forEach((id, i) => decides[i] && visit(id))
    }
    const inner = node.op === 'round' ? [node.of] : node.of
    inner.forEach(visit)
  }
  return visit
}

/** Says of any node of any unit why it is not exact. What groups of units lack is found once for all. */
export class GapFinder {
  readonly #program: Program
  readonly #data: Data
  readonly #readings: readonly Reading[]
  readonly #groups = new Map<string, Gaps>()
  readonly #members = new Map<PeersInput, readonly Member[]>()

  constructor(program: Program, data: Data, readings: readonly Reading[]) {
    this.#program = program
    this.#data = data
    this.#readings = readings
  }

  /** Empty where the node is exact. */
  of(id: NodeId, reading: Reading): Gaps {
    const found = new Found()
    this.#walk(id, reading, found)
    return found.gaps()
  }

  #walk(id: NodeId, reading: Reading, found: Found): void {
    const noteLeaf = (input: Input) => this.#note(input, reading, found)
    walker(this.#program.unit, reading.values, found, noteLeaf)(id)
  }

  #note(input: Input, reading: Reading, found: Found): void {
    switch (input.from) {
      case 'fact':
      case 'shared':
      case 'applies':
        return found.lacks('fact', input.fact, input.period, [])
      case 'mark':
        return found.lacks(
          'mark',
          input.item,
          null,
          input.evaluator === null ? [] : [input.evaluator],
        )
      case 'previous':
      case 'hadPrevious':
        return found.lacks('previous', input.fact, input.period, [])
      case 'attribute':
        return found.lacks('attribute', input.attribute, null, [])
      case 'fold':
        return noteFold(input, { of: reading.unit, below: false }, this.#data, found)
      case 'open':
        return found.ask(input.question)
      case 'peers':
        this.#walk(input.of, reading, found)
        this.#walk(input.among, reading, found)
        return found.all(this.#ofPeers(input, reading))
      case 'type':
    }
  }

  // Who surely takes part has the same peers as all others of its group; others have themselves besides.
  #ofPeers(input: PeersInput, reading: Reading): Gaps {
    const members = this.#membersOf(input)
    const own = members[this.#readings.indexOf(reading)] ?? reading
    const { unit } = own
    const self = own.eligible === 'yes' ? null : unit.id
    const key = JSON.stringify([
      input.of,
      input.among,
      input.group,
      groupKey(unit, input.group),
      self,
    ])
    const known = this.#groups.get(key)
    if (known !== undefined) return known
    const found = new Found()
    for (const i of peersOf(own, members, input.group)) {
      const peer = this.#readings[i] as Reading
      if (isMaybe(own, members[i] ?? peer)) this.#noteMaybe(input, peer, found)
      found.fromPeer(peer.unit.id, this.of(input.of, peer))
    }
    const gaps = found.gaps()
    this.#groups.set(key, gaps)
    return gaps
  }

  #membersOf(input: PeersInput): readonly Member[] {
    const known = this.#members.get(input) ?? membersOf(input, this.#readings)
    this.#members.set(input, known)
    return known
  }

  #noteMaybe(input: PeersInput, peer: Reading, found: Found): void {
    if (peer.eligible === 'undecided') found.ask(this.#sayMaybe(peer.unit))
    found.fromPeer(peer.unit.id, this.of(input.among, peer))
  }

  #sayMaybe(unit: Unit): string {
    const { reasons } = eligibilityOf(unit, this.#program.scheme)
    return `${unit.name}能否参加考核待定（${reasons.join('；')}）`
  }
}
