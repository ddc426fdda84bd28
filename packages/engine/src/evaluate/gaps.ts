import { type Input, type NodeId, Values } from '../core/index.ts'
import type { Program } from '../compile/index.ts'
import type { Missing } from '../model/index.ts'
import { exactly } from '../number/index.ts'
import type { Data } from './data.ts'
import { readFold } from './fold.ts'
import type { Reading } from './read.ts'

/** Why a value is not known exactly: what was not reported, and which clauses are open. */
export interface Gaps {
  readonly missing: readonly Missing[]
  readonly questions: readonly string[]
}

export const ZERO_DIVISOR = '分母为零'
export const BANDS_OPEN = '分段未定'

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

function noteFold(
  input: Extract<Input, { from: 'fold' }>,
  reading: Reading,
  data: Data,
  found: Found,
): void {
  const { fold } = input
  const read = readFold(fold, reading.unit, data)
  if (fold.over.rows === 'events' && !read.complete)
    note(found, { what: 'event', id: fold.over.event, period: fold.over.period, units: [] })
  for (const row of read.rows) {
    const values = new Values(fold.rows.nodes, row.inputs)
    fold.rows.nodes.forEach(
      (node) =>
        node.op === 'undecided' &&
        exactly(values.of(fold.value)) === undefined &&
        found.questions.add(node.question),
    )
    fold.rows.inputs.forEach((rowInput, i) => {
      if (exactly(row.inputs[i] ?? rowInput.domain.range) !== undefined) return
      if (rowInput.from === 'fact')
        note(found, {
          what: 'fact',
          id: rowInput.fact,
          period: rowInput.period,
          units: row.unit === undefined ? [] : [row.unit.id],
        })
      else if (rowInput.from === 'attribute')
        note(found, {
          what: 'attribute',
          id: `${row.event?.event ?? ''}.${rowInput.attribute}`,
          period: null,
          units: row.event === undefined ? [] : [row.event.id],
        })
      else if (rowInput.from === 'open') found.questions.add(rowInput.question)
    })
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
export function gapsOf(id: NodeId, program: Program, reading: Reading, data: Data): Gaps {
  const found: Found = { missing: new Map(), questions: new Set() }
  const seen = new Set<NodeId>()
  const visit = (at: NodeId): void => {
    if (seen.has(at) || exactly(reading.values.of(at)) !== undefined) return
    seen.add(at)
    const node = program.unit.nodes[at]
    if (node === undefined || node.op === 'constant') return
    if (node.op === 'input') {
      const input = program.unit.inputs[node.input]
      if (input !== undefined) noteInput(input, reading, data, found)
      return
    }
    if (node.op === 'undecided') found.questions.add(node.question)
    if (node.op === 'quotient') {
      if (exactly(reading.values.of(node.by))?.num === 0n) found.questions.add(ZERO_DIVISOR)
      visit(node.of)
      visit(node.by)
      return
    }
    if (node.op === 'piecewise') {
      if (exactly(reading.values.of(node.of)) !== undefined) found.questions.add(BANDS_OPEN)
      visit(node.of)
      reading.values.matches(at).forEach(({ piece }) => visit(piece.then))
      return
    }
    const inner = node.op === 'round' ? [node.of] : node.of
    inner.forEach(visit)
  }
  visit(id)
  return { missing: [...found.missing.values()], questions: [...found.questions] }
}
