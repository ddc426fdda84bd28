import { compare, parseRational, sayPeriod } from '../number/index.ts'
import { type Listing, countedIn, listingsOf } from './listing.ts'
import type {
  FactProof,
  FoldProof,
  ItemProof,
  PeersProof,
  Proof,
  ProofStep,
  RowProof,
} from './proof.ts'
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

// Of a period that is called with its year, last year is the same one a year earlier.
function sayWhen({ kind, period, withYear }: FactProof): string {
  const when = period === null ? '' : sayPeriod(period, withYear)
  if (kind !== 'previous') return when
  return withYear === true ? `${when}上年同期` : `上年${when}`
}

function sayFact(fact: FactProof, value: ProofStep['value']): string {
  const name = `${sayWhen(fact)}${fact.name}`
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
function sayWorth({ value }: RowProof, { how }: FoldProof, end: string | undefined): string {
  if (how === 'count') return ''
  if (how === 'share' || how === 'all' || how === 'run')
    return value === '1' ? '，达到' : value === '0' ? '，没有达到' : '，没有数据'
  return `，${end === undefined ? '计' : `作${end}去掉`} ${sayProofValue(value, '')}`
}

function sayRow(row: RowProof, worth: string): string {
  const label = row.name === '' ? row.id : row.name
  const about = row.about.length === 0 ? '' : `，${row.about.join('，')}`
  const date = row.date === null ? '' : `${row.date} `
  return `${date}${label}${about}${worth}${provenance({ ...row, by: null, at: null })}`
}

const isUnit = (row: RowProof): boolean => row.name !== ''

function sayHead(
  { name, complete }: FoldProof,
  rows: number,
  counted: number,
  word: string,
): string {
  const late = complete ? '' : '，尚未报齐'
  if (rows === 0) return `${name}：没有${late}`
  return `${name}：共 ${rows} ${word}${counted === rows ? '' : `，计 ${counted} ${word}`}${late}`
}

// What the folds of a listing make of each of its rows, by id; nothing of a row that none counts.
function worthsIn({ folds }: Listing): ReadonlyMap<string, string> {
  return new Map(
    folds.flatMap((fold) => {
      const dropped = droppedFrom(fold)
      const counted = fold.rows.filter((row) => row.counted)
      return counted.map((row) => [row.id, sayWorth(row, fold, dropped.get(row))] as const)
    }),
  )
}

function sayListing(listing: Listing, depth: number): StoryLine[] {
  const { rows, folds } = listing
  const [first] = folds
  if (first === undefined) return []
  const worths = worthsIn(listing)
  const head = sayHead(first, rows.length, worths.size, rows.every(isUnit) ? '个' : '条')
  const some = listing.some.map(countedIn)
  const lines = rows.map((row) => {
    const meets = some.some((ids) => ids.has(row.id)) ? '，符合另列的条件' : ''
    return sayRow(row, `${worths.get(row.id) ?? '，不计'}${meets}`)
  })
  return [{ depth, text: head }, ...lines.map((text) => ({ depth: depth + 1, text }))]
}

const MEASURED: Readonly<Record<string, string>> = {
  rank: '名次',
  max: '最高',
  min: '最低',
  mean: '平均',
  sum: '合计',
}

function sayPeers(
  { all, measure, of = '', ofUnit = '' }: PeersProof,
  value: ProofStep['value'],
): string {
  const what = MEASURED[measure] ?? '比较'
  const unit = measure === 'rank' ? '' : ofUnit
  const named = of === '' ? '' : `${of}，`
  return `${named}参加比较的 ${all.length} 个单位（含本单位），${what}：${sayProofValue(value, unit)}`
}

function sayGiven(step: ProofStep, depth: number, listings: readonly Listing[]): StoryLine[] {
  if (step.op === 'fold') {
    const listing = listings.find(({ folds }) => folds[0] === step.fold)
    return listing === undefined ? [] : sayListing(listing, depth)
  }
  if (step.op === 'peers') return [{ depth, text: sayPeers(step.peers, step.value) }]
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
  const listings = listingsOf(told.flatMap((step) => (step.op === 'fold' ? [step.fold] : [])))
  return told.flatMap((step) => sayGiven(step, depth, listings))
}
