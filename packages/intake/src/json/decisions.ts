import { fault, say } from '../report/index.ts'
import { decide } from '../tables/index.ts'
import { readDate } from '../value/index.ts'
import { unitOf } from './entries.ts'
import { KEYS } from './keys.ts'
import type { JsonNode } from './node.ts'

function dateOf(node: JsonNode): string | undefined {
  const plain = node.plain('date')
  if (plain !== undefined && plain !== '')
    return node.take('date', readDate(plain, plain, { from1904: false, years: [] }))
  const expected = say('请写成 "2024-01-20"', 'write "2024-01-20"')
  node.say('date', fault('no-date', say('没有写日期', 'the date is missing'), { expected }))
  return undefined
}

function readDecision(node: JsonNode): void {
  const { draft } = node.from
  const [unit, date] = [unitOf(node), dateOf(node)]
  if (unit === undefined) return
  const told = {
    on: node.text('on'),
    value: node.text('value'),
    body: node.text('body'),
    number: node.text('number'),
    reason: node.text('reason'),
  }
  const found = decide(told, unit, draft.catalogue)
  if ('remark' in found) return node.say(found.field, found.remark)
  if (date === undefined) return
  const decision = {
    unit: unit.id,
    ...found.read,
    date,
    origin: node.text('origin') || node.origin(),
    ...node.provenance(),
  }
  draft.addDecision(decision, node.from.place(node.path), 'on')
}

/** Reads `decisions`: what people decided where the scheme leaves it to them. */
export function readDecisionList(root: JsonNode): void {
  for (const node of root.list('decisions', KEYS.decision)) readDecision(node)
}
