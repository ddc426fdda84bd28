import { tellGiven } from './given.ts'
import { type StoryLine, sayProofValue } from './line.ts'
import type { DecisionProof, ItemProof, PartProof, Proof } from './proof.ts'
import {
  ABSENT,
  NOT_COUNTED,
  type Summand,
  absentTail,
  isTold,
  partTail,
  sayInner,
  sayMade,
  sayTogether,
} from './together.ts'
import { NOT_FOR_THESE } from './why-not.ts'

/** What stands before the points of an item: its clause, its name and its full score. */
export function itemTitle(item: Pick<ItemProof, 'clause' | 'name' | 'full' | 'counts'>): string {
  const clause = item.clause === null ? '' : `${item.clause} `
  const said = [
    ...(item.full === null ? [] : [`满分${item.full}分`]),
    ...(item.counts === false ? [NOT_COUNTED] : []),
  ].join('，')
  const full = said === '' ? '' : `（${said}）`
  return `${clause}${item.name}${full}：`
}

/** What is said in place of points where an item has none. */
export const POINTLESS: Readonly<Partial<Record<ItemProof['status'], string>>> = {
  'target-only': '只有目标，不计分',
  'no-rule': '没有规则',
}

/** What is said where a rule tells nothing. */
export const UNTOLD = '没有计分规则'
function toldOf(item: ItemProof): ItemProof['told'] {
  return item.status === 'not-applicable' ? item.told.filter((t) => t.whyNot === true) : item.told
}

/** `不适用`, and what the item gives all the same. */
export function sayNotApplicable(exempt: string | undefined): string {
  return exempt === undefined ? ABSENT : `${ABSENT}，${exempt}`
}

/** What stands after the points of an item: how they were rounded. */
export function sayRounded(rounded: string | undefined): string {
  return rounded === undefined ? '' : `（${rounded}）`
}

function itemHead(item: ItemProof): string {
  const silent = item.status === 'not-applicable' ? NOT_FOR_THESE : UNTOLD
  const told = toldOf(item)[0]?.text ?? silent
  const none =
    item.status === 'not-applicable' ? sayNotApplicable(item.exempt) : POINTLESS[item.status]
  const points = `${sayProofValue(item.points, '分')}${sayRounded(item.rounded)}`
  return `${itemTitle(item)}${none ?? points}。${told}`
}

/**
 * The explanation of an item in Chinese. Depth 1 says the points and why in one sentence; 2 adds
 * every part of the rule; 3 adds the facts, events and subordinate units with who, when and evidence.
 */
export function tellItem(item: ItemProof, proof: Proof, depth: number): StoryLine[] {
  const lines: StoryLine[] = [{ depth: 1, text: itemHead(item) }]
  const parts = toldOf(item).slice(1)
  if (depth >= 2) lines.push(...parts.map((told) => ({ depth: 1 + told.depth, text: told.text })))
  if (depth >= 3) lines.push(...tellGiven(item, proof, 2))
  return lines
}

/** What stands before the points of a part. */
export function partTitle(name: string): string {
  return `${name}合计 `
}

function tellPart(part: PartProof): string {
  const title = partTitle(part.name)
  if (!part.applies) return `${title}${ABSENT}${absentTail(part)}`
  return `${title}${sayMade(part.formula ?? '')}${sayProofValue(part.points, '分')}${partTail(part)}`
}

/** What the sources and categories come to; base, bonus and penalty stand in the total's own line. */
function tellParts(proof: Proof): StoryLine[] {
  return proof.parts
    .filter((part) => part.kind === 'source' || part.kind === 'category')
    .map((part) => ({ depth: 1, text: tellPart(part) }))
}

function tellTotal({ parts, total }: Proof): StoryLine {
  const summands: Summand[] = parts
    .filter((p) => p.kind === 'base' || p.kind === 'bonus' || p.kind === 'penalty')
    .filter((p) => isTold(p.kind, p.points === '0'))
    .map((p) => [p.name, `${sayProofValue(p.points, '分')}${sayInner(p.formula ?? '')}`])
  if (total.deducted !== null && total.deducted !== '0')
    summands.push([DEDUCTED, sayProofValue(total.deducted, '分')])
  const said = sayProofValue(total.points, '分')
  return { depth: 1, text: sayTogether(total.start, summands, total.held, said) }
}

/** What the points are called that vetoes take off. */
export const DEDUCTED = '否决降等'

/** `沙井镇团委：总分 92.5分`. */
export function unitHead(name: string, total: string): string {
  return `${name}：总分 ${total}`
}

/** What people decided, as data and in words the same: `等次：好，书记会2024-01-20决定（…）`. */
function tellDecision(decision: DecisionProof, depth: number): StoryLine[] {
  const { matter, value, said, used, note, origin, by, at, evidence } = decision
  const unused = used ? '' : `；没有用上：${note}`
  const lines = [{ depth: 1, text: `${matter}：${value}，${said}${unused}` }]
  const entered = [by, at, origin, ...evidence].filter((one) => one !== null)
  if (depth < 3 || entered.length === 0) return lines
  return [...lines, { depth: 2, text: `记录：${entered.join('，')}` }]
}

/** The explanation of a unit's score: the total, its items, how the parts make the total, decisions. */
export function tellProof(proof: Proof, depth: number): StoryLine[] {
  const total = sayProofValue(proof.total.points, '分')
  const head = { depth: 0, text: unitHead(proof.unit.name, total) }
  const items = proof.items.flatMap((item) => tellItem(item, proof, depth))
  const decided = (proof.decisions ?? []).flatMap((one) => tellDecision(one, depth))
  return [head, ...items, ...tellParts(proof), tellTotal(proof), ...decided]
}
