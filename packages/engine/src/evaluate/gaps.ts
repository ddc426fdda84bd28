import {
  type Arena,
  type Input,
  type NodeId,
  type RowInput,
  type Values,
  readArena,
} from '../core/index.ts'
import type { Program } from '../compile/index.ts'
import type { Missing } from '../model/index.ts'
import { exactly } from '../number/index.ts'
import type { Data } from './data.ts'
import { type FoldRow, readFold } from './fold.ts'
import type { Reading } from './read.ts'

/** Why a value is not known exactly: what was not reported, and which clauses are open. */
export interface Gaps {
  readonly missing: readonly Missing[]
  readonly questions: readonly string[]
}

export const ZERO_DIVISOR = '分母为零'
export const BANDS_OPEN = '分段未定'
/** A mean or a middle of nothing, where everything was reported. */
export const NOTHING_TO_FOLD = '没有可汇总的记录'

type Found = { readonly missing: Map<string, Missing>; readonly questions: Set<string> }

function note(found: Found, missing: Missing): void {
  const key = `${missing.what}\n${missing.id}\n${missing.period ?? ''}`
  const known = found.missing.get(key)
  found.missing.set(
    key,
    known === undefined
      ? missing
      : { ...missing, units: [...new Set([...known.units, ...missing.units])] },
  )
}

const isKnown = ({ kept, value }: FoldRow) =>
  exactly(kept) !== undefined && exactly(value) !== undefined
const mayCount = ({ kept }: FoldRow) => exactly(kept)?.num !== 0n

function noteRow(input: RowInput, row: FoldRow, found: Found): void {
  if (input.from === 'fact')
    note(found, {
      what: 'fact',
      id: input.fact,
      period: input.period,
      units: row.unit === undefined ? [] : [row.unit.id],
    })
  else if (input.from === 'attribute')
    note(found, {
      what: 'attribute',
      id: `${row.event?.event ?? ''}.${input.attribute}`,
      period: null,
      units: row.event === undefined ? [] : [row.event.id],
    })
  else if (input.from === 'open') found.questions.add(input.question)
}

function noteFold(
  input: Extract<Input, { from: 'fold' }>,
  reading: Reading,
  data: Data,
  found: Found,
): void {
  const { fold } = input
  const read = readFold(fold, reading.unit, data)
  if (read.complete && read.counted.every(isKnown)) found.questions.add(NOTHING_TO_FOLD)
  if (fold.over.rows === 'events' && !read.complete)
    note(found, { what: 'event', id: fold.over.event, period: fold.over.period, units: [] })
  for (const row of read.rows.filter(mayCount)) {
    const values = readArena(fold.rows, row.inputs)
    const walk = walker(fold.rows, values, found, (of) => noteRow(of, row, found))
    walk(fold.where)
    walk(fold.value)
  }
}

function noteInput(input: Input, reading: Reading, data: Data, found: Found): void {
  switch (input.from) {
    case 'fact':
    case 'shared':
    case 'applies':
      return note(found, { what: 'fact', id: input.fact, period: input.period, units: [] })
    case 'mark':
      return note(found, {
        what: 'mark',
        id: input.item,
        period: null,
        units: input.evaluator === null ? [] : [input.evaluator],
      })
    case 'previous':
    case 'hadPrevious':
      return note(found, { what: 'previous', id: input.fact, period: input.period, units: [] })
    case 'attribute':
      return note(found, { what: 'attribute', id: input.attribute, period: null, units: [] })
    case 'fold':
      return noteFold(input, reading, data, found)
    case 'open':
      found.questions.add(input.question)
      return
    case 'peers':
      return note(found, { what: 'peers', id: `${input.of}`, period: null, units: [] })
    case 'type':
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
    if (node.op === 'undecided') found.questions.add(node.question)
    if (node.op === 'quotient') {
      if (exactly(values.of(node.by))?.num === 0n) found.questions.add(ZERO_DIVISOR)
      visit(node.of)
      visit(node.by)
      return
    }
    if (node.op === 'piecewise') {
      const held = values.matches(at)
      if (values.inGap(at) || (held.length > 1 && isKnownAt(node.of)))
        found.questions.add(BANDS_OPEN)
      visit(node.of)
      held.forEach(({ piece }) => visit(piece.then))
      return
    }
    const inner = node.op === 'round' ? [node.of] : node.of
    inner.forEach(visit)
  }
  return visit
}

/** Why a node of a unit is not exact: empty where it is. */
export function gapsOf(id: NodeId, program: Program, reading: Reading, data: Data): Gaps {
  const found: Found = { missing: new Map(), questions: new Set() }
  const noteLeaf = (input: Input) => noteInput(input, reading, data, found)
  walker(program.unit, reading.values, found, noteLeaf)(id)
  return { missing: [...found.missing.values()], questions: [...found.questions] }
}
