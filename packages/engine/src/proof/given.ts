import { compare, parseRational, sayPeriod } from '../number/index.ts'
import type { FactProof, FoldProof, ItemProof, Proof, ProofStep, RowProof } from './proof.ts'
import { type StoryLine, sayProofValue } from './line.ts'

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

/** The given things that some steps rest on, each once, in the order in which they are used. */
export function givenUnder(proof: Proof, ...from: readonly number[]): readonly ProofStep[] {
  const seen = new Set<number>()
  const given: ProofStep[] = []
  const visit = (position: number): void => {
    const step = proof.steps[position]
    if (step === undefined || seen.has(position)) return
    seen.add(position)
    if (step.op === 'fact' || step.op === 'fold' || step.op === 'peers') given.push(step)
    innerSteps(step).forEach(visit)
  }
  from.forEach(visit)
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

const SILENT = new Set(['type', 'open', 'applies', 'hadPrevious'])

function sayFact(fact: FactProof, value: ProofStep['value']): string {
  const year = fact.kind === 'previous' ? '上年' : ''
  const name = `${fact.period === null ? '' : sayPeriod(fact.period)}${year}${fact.name}`
  if (fact.reported === null) return `${name}：没有数据`
  const number = parseRational(fact.reported)
  const said = number === undefined ? fact.reported : sayProofValue(value, fact.unit)
  // Last, for it is free text and may hold whole sentences.
  const reason = fact.reason === undefined ? '' : `。理由：${fact.reason}`
  return `${name}：${said}${provenance(fact)}${reason}`
}

// The rows that 去高低 leaves out, once all are known and enough remain.
function droppedFrom({ how, drop, rows, complete }: FoldProof): ReadonlyMap<RowProof, string> {
  const known = rows
    .filter((row) => row.counted)
    .map((row) => ({ row, value: parseRational(String(row.value)) }))
  const sorted = known.flatMap(({ row, value }) => (value === undefined ? [] : [{ row, value }]))
  const all = complete && sorted.length === known.length && sorted.length > 2 * drop
  if (how !== 'trimmed' || !all) return new Map()
  sorted.sort((a, b) => compare(a.value, b.value))
  return new Map([
    ...sorted.slice(0, drop).map(({ row }) => [row, '最低分'] as const),
    ...sorted.slice(sorted.length - drop).map(({ row }) => [row, '最高分'] as const),
  ])
}

// What a row is worth to the fold that reads it.
function sayWorth(
  row: RowProof,
  { how }: FoldProof,
  dropped: ReadonlyMap<RowProof, string>,
): string {
  const { value, counted } = row
  if (!counted) return '，不计'
  if (how === 'count') return ''
  if (how === 'share' || how === 'all' || how === 'run')
    return value === '1' ? '，达到' : value === '0' ? '，没有达到' : '，没有数据'
  const end = dropped.get(row)
  return `，${end === undefined ? '计' : `作${end}去掉`} ${sayProofValue(value, '')}`
}

function sayRow(row: RowProof, fold: FoldProof, dropped: ReadonlyMap<RowProof, string>): string {
  const label = row.name === '' ? row.id : row.name
  const about = row.about.length === 0 ? '' : `，${row.about.join('，')}`
  const date = row.date === null ? '' : `${row.date} `
  return `${date}${label}${about}${sayWorth(row, fold, dropped)}${provenance({ ...row, by: null, at: null })}`
}

const isUnit = (row: RowProof): boolean => row.name !== ''

function sayHead(fold: FoldProof): string {
  const [all, counted] = [fold.rows.length, fold.rows.filter((r) => r.counted).length]
  const late = fold.complete ? '' : '，尚未报齐'
  if (all === 0) return `${fold.name}：没有${late}`
  const word = fold.rows.every(isUnit) ? '个' : '条'
  return `${fold.name}：共 ${all} ${word}${counted === all ? '' : `，计 ${counted} ${word}`}${late}`
}

// That all of some events are there, which a fold that looks at each of them shows as well.
const isPlain = (fold: FoldProof): boolean =>
  fold.how === 'count' && fold.rows.every((row) => row.counted)

// The rows of the same events are listed once under an item; that all of them are read again says nothing new.
function sayFold(fold: FoldProof, depth: number, listed: Set<string>): StoryLine[] {
  const head = { depth, text: sayHead(fold) }
  const dropped = droppedFrom(fold)
  const rows = fold.rows.map((row) => ({ depth: depth + 1, text: sayRow(row, fold, dropped) }))
  if (isPlain(fold) && listed.has(fold.name)) return []
  listed.add(fold.name)
  return [head, ...rows]
}

function sayGiven(step: ProofStep, depth: number, listed: Set<string>): StoryLine[] {
  if (step.op === 'fold') return sayFold(step.fold, depth, listed)
  if (step.op === 'peers') {
    const text = `与 ${step.peers.all.length} 个同组单位比较：${sayProofValue(step.value, '')}`
    return [{ depth, text }]
  }
  if (step.op !== 'fact' || SILENT.has(step.fact.kind)) return []
  return [{ depth, text: sayFact(step.fact, step.value) }]
}

const isReported = (step: ProofStep): boolean => step.op !== 'fact' || step.fact.reported !== null

/** The facts, events and subordinate units under an item, with who, when and evidence. */
export function tellGiven(item: ItemProof, proof: Proof, depth: number): StoryLine[] {
  const from = item.reached === null ? [item.step] : [item.step, item.reached]
  const given = givenUnder(proof, ...from)
  // Of what does not apply nothing is asked, so that nothing is missing.
  const told = item.status === 'not-applicable' ? given.filter(isReported) : given
  const folds = told.flatMap((step) =>
    step.op === 'fold' && !isPlain(step.fold) ? [step.fold] : [],
  )
  const listed = new Set(folds.map(({ name }) => name))
  return told.flatMap((step) => sayGiven(step, depth, listed))
}
