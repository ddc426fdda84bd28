import { sayPeriod, sayQuantity } from '../compile/index.ts'
import { parseRational } from '../number/index.ts'
import type {
  FactProof,
  FoldProof,
  ItemProof,
  PartProof,
  Proof,
  ProofValue,
  RowProof,
  ProofStep,
} from './proof.ts'

/** One line of an explanation; deeper lines explain the one above them. */
export interface StoryLine {
  readonly depth: number
  readonly text: string
}

/** `12.5分`, or `3至8分之间` where it is not known. */
export function sayProofValue(value: ProofValue, unit: string): string {
  if (typeof value === 'string') {
    const number = parseRational(value)
    return number === undefined ? value : sayQuantity(number, unit)
  }
  return `${value[0] ?? '负无限'}至${value[1] ?? '不限'}${unit}之间`
}

function innerSteps(step: ProofStep): readonly number[] {
  switch (step.op) {
    case 'quotient':
      return [step.of, step.by]
    case 'piecewise':
      return [step.of, ...step.pieces.flatMap((p) => (p.then === null ? [] : [p.then]))]
    case 'round':
      return [step.of]
    case 'constant':
    case 'fact':
    case 'fold':
    case 'peers':
      return []
    default:
      return step.of
  }
}

/** The given things that an item rests on, each once, in the order in which they are used. */
export function givenUnder(proof: Proof, from: number): readonly ProofStep[] {
  const seen = new Set<number>()
  const given: ProofStep[] = []
  const visit = (position: number): void => {
    const step = proof.steps[position]
    if (step === undefined || seen.has(position)) return
    seen.add(position)
    if (step.op === 'fact' || step.op === 'fold' || step.op === 'peers') given.push(step)
    innerSteps(step).forEach(visit)
  }
  visit(from)
  return given
}

function provenance(of: Pick<FactProof, 'by' | 'at' | 'origin' | 'evidence'>): string {
  const parts = [
    of.by === null ? '' : `填报 ${of.by}`,
    of.at === null ? '' : `时间 ${of.at}`,
    of.origin === null ? '' : `出处 ${of.origin}`,
    of.evidence.length === 0 ? '' : `支撑材料 ${of.evidence.join('、')}`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : `（${parts.join('，')}）`
}

function sayFact(fact: FactProof, value: ProofValue): string {
  const name = `${fact.period === null ? '' : sayPeriod(fact.period)}${fact.name}`
  if (fact.kind === 'type' || fact.kind === 'open' || fact.kind === 'applies') return ''
  if (fact.reported === null) return `${name}：没有数据`
  const number = parseRational(fact.reported)
  const said = number === undefined ? fact.reported : sayProofValue(value, fact.unit)
  return `${name}：${said}${provenance(fact)}`
}

function sayRow(row: RowProof, fold: FoldProof): string {
  const worth =
    fold.how === 'sum' || fold.how === 'mean' ? `，计 ${sayProofValue(row.value, '')}` : ''
  const status = row.counted ? worth : '，不计'
  const label = row.name === '' ? row.id : row.name
  return `${row.date === null ? '' : `${row.date} `}${label}${status}${provenance({ ...row, by: null, at: null })}`
}

function sayFold(fold: FoldProof, depth: number): StoryLine[] {
  const counted = fold.rows.filter((r) => r.counted).length
  const head = `${fold.name}：共 ${fold.rows.length} 条，计 ${counted} 条${fold.complete ? '' : '，尚未报齐'}`
  return [
    { depth, text: head },
    ...fold.rows.map((row) => ({ depth: depth + 1, text: sayRow(row, fold) })),
  ]
}

function sayGiven(step: ProofStep, depth: number): StoryLine[] {
  if (step.op === 'fold') return sayFold(step.fold, depth)
  if (step.op === 'peers')
    return [
      {
        depth,
        text: `与 ${step.peers.all.length} 个同组单位比较：${sayProofValue(step.value, '')}`,
      },
    ]
  if (step.op !== 'fact') return []
  const text = sayFact(step.fact, step.value)
  return text === '' ? [] : [{ depth, text }]
}

/** What stands before the points of an item: its clause, its name and its full score. */
export function itemTitle(item: Pick<ItemProof, 'clause' | 'name' | 'full'>): string {
  const clause = item.clause === null ? '' : `${item.clause} `
  const full = item.full === null ? '' : `（满分${item.full}分）`
  return `${clause}${item.name}${full}：`
}

/** What is said in place of points where an item has none. */
export const POINTLESS: Readonly<Partial<Record<ItemProof['status'], string>>> = {
  'not-applicable': '不适用',
  'target-only': '只有目标，不计分',
  'no-rule': '没有规则',
}

/** What is said where a rule tells nothing. */
export const UNTOLD = '没有计分规则'

function itemHead(item: ItemProof): string {
  const told = item.told[0]?.text ?? UNTOLD
  return `${itemTitle(item)}${POINTLESS[item.status] ?? sayProofValue(item.points, '分')}。${told}`
}

/**
 * The explanation of an item in Chinese. Depth 1 says the points and why in one sentence; 2 adds
 * every part of the rule; 3 adds the facts, events and subordinate units with who, when and evidence.
 */
export function tellItem(item: ItemProof, proof: Proof, depth: number): StoryLine[] {
  const lines: StoryLine[] = [{ depth: 1, text: itemHead(item) }]
  if (depth >= 2)
    lines.push(...item.told.slice(1).map((told) => ({ depth: 1 + told.depth, text: told.text })))
  if (depth >= 3) lines.push(...givenUnder(proof, item.step).flatMap((s) => sayGiven(s, 2)))
  return lines
}

function sayShare(weight: string): string {
  const share = parseRational(weight)
  return share === undefined ? '' : `，占总分${sayQuantity(share, '%')}`
}

/** What stands after the points of a part: its full score, and its weight in the total. */
export function partTail({ full, weight }: Pick<PartProof, 'full' | 'weight'>): string {
  return `${full === null ? '' : `，满分${full}分`}${weight === null ? '' : sayShare(weight)}`
}

/** Whether a part is told: bonus and penalty only where there is any. */
export function isTold(kind: PartProof['kind'], zero: boolean): boolean {
  return (kind !== 'bonus' && kind !== 'penalty') || !zero
}

/** What the parts come to. */
function tellParts(proof: Proof): StoryLine[] {
  return proof.parts
    .filter((part) => isTold(part.kind, part.points === '0'))
    .map((part) => {
      const points = sayProofValue(part.points, '分')
      return { depth: 1, text: `${part.name}合计 ${points}${partTail(part)}` }
    })
}

/** `沙井镇团委：总分 92.5分`. */
export function unitHead(name: string, total: string): string {
  return `${name}：总分 ${total}`
}

/** The explanation of a unit's score: the total, its items, and how the parts make the total. */
export function tellProof(proof: Proof, depth: number): StoryLine[] {
  const total = sayProofValue(proof.total.points, '分')
  const head = { depth: 0, text: unitHead(proof.unit.name, total) }
  const items = proof.items.flatMap((item) => tellItem(item, proof, depth))
  return [head, ...items, ...tellParts(proof)]
}
