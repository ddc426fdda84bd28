import { type Num, num, order, over } from './number.ts'
import {
  ONE,
  type Range,
  ZERO,
  exact,
  greatest,
  hull,
  is,
  just,
  least,
  product,
  readRange,
  sum,
  writeRange,
} from './range.ts'
import { Replay, type Step, type ValueOf, earlier, numberOf } from './step.ts'

interface Row {
  readonly position: number
  readonly kept: Range
  readonly value: Range
  /** The same for rows that are the same thing; null stands for what was not reported. */
  readonly key: readonly unknown[]
  /** Whether its day is known. */
  readonly dated: boolean
}

/** Told of everything that does not add up: where, what stands there, what it should be. */
export type Tell = (at: string, found: unknown, expected: unknown) => void

/** The row's own program replayed on its inputs; what it keeps and is worth must be what it says. */
function readRow(fold: Step, position: number, at: string, tell: Tell): Row {
  const row = (fold.rows as readonly Step[])[position] as Step
  const program = fold.program as readonly Step[]
  const inputs = (row.inputs as readonly unknown[]).map(readRange)
  const known: Range[] = []
  const given: ValueOf = (p) => {
    const step = program[p] ?? {}
    if (step.op === 'constant') return just(numberOf(step.value))
    if (step.op === 'input') return inputs[earlier(step.input, inputs.length)] as Range
    throw new RangeError(`operation ${JSON.stringify(step.op)}`)
  }
  for (const { input, fold: inner } of (row.folds ?? []) as readonly Step[]) {
    const found = refold(inner as Step, `${at}/folds`, tell)
    const claimed = (row.inputs as readonly unknown[])[Number(input)]
    if (JSON.stringify(claimed) !== JSON.stringify(writeRange(found)))
      tell(`${at}/inputs/${Number(input)}`, claimed, writeRange(found))
  }
  const replay = new Replay(program, given)
  for (const step of program.keys()) known.push(replay.at(step, (p) => known[p] as Range))
  const [kept, value] = [fold.where, fold.rowValue].map((p) => known[earlier(p, known.length)]) as [
    Range,
    Range,
  ]
  const held = row.exempt === true ? just(ZERO) : kept
  const same = (field: string, expected: Range) => {
    const found = JSON.stringify(row[field])
    if (found !== JSON.stringify(writeRange(expected)))
      tell(`${at}/${field}`, row[field], writeRange(expected))
  }
  same('kept', held)
  same('value', value)
  const dated = typeof row.date === 'string'
  return { position, kept: held, value, key: row.key as readonly unknown[], dated }
}

const sure = (row: Row): boolean => is(row.kept, ONE)
const out = (row: Row): boolean => is(row.kept, ZERO)

function extreme(rows: readonly Row[], keep: unknown): Range {
  return rows.map((r) => r.value).reduce(keep === 'highest' ? greatest : least)
}

/** The one of rows that are the same thing that counts, and what it may be worth. */
function best(group: readonly Row[], keep: unknown): Row {
  const certain = group.filter(sure)
  const [first] = group as [Row]
  if (group.length === 1) return first
  if (certain.length === 0)
    return { ...first, kept: { lo: ZERO, hi: ONE }, value: group.map((r) => r.value).reduce(hull) }
  const chosen = certain.reduce((a, b) => {
    const [x, y] = [exact(a.value), exact(b.value)]
    const ahead = x && y ? order(y, x) * (keep === 'highest' ? 1 : -1) : 0
    return ahead > 0 ? b : a
  })
  return { ...chosen, value: hull(extreme(certain, keep), extreme(group, keep)) }
}

const doubtful = (row: Row): Row => ({ ...row, kept: hull(row.kept, just(ZERO)) })
const unclear = (row: Row): boolean => row.key.includes(null)
const maybeSame = (a: Row, b: Row): boolean =>
  a.key.every((part, i) => part === null || b.key[i] === null || part === b.key[i])

// A row whose key is not wholly known may be the same as others, or something of its own.
function once(rows: readonly Row[], keep: unknown, more: Range | undefined): readonly Row[] {
  const open = rows.filter(unclear).map(doubtful)
  const groups = new Map<string, Row[]>()
  for (const row of rows.filter((r) => !unclear(r))) {
    const key = JSON.stringify(row.key)
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  const known = [...groups.values()].map((group) =>
    best([...group, ...open.filter((row) => maybeSame(row, group[0] as Row))], keep),
  )
  return more === undefined ? [...known, ...open] : [...known, ...open].map(outdone(more, keep))
}

// A row still to come may be the same thing, and count in its stead.
function outdone(more: Range, keep: unknown): (row: Row) => Row {
  const further = keep === 'highest' ? greatest : least
  return (row) => ({ ...row, value: hull(row.value, further(row.value, more)) })
}

function mean(of: readonly Range[]): Range {
  return product(of.reduce(sum), just(over(ONE, num(BigInt(of.length)))))
}

function middle(values: readonly Num[], drop: number): Range | undefined {
  const left = values
    .toSorted(order)
    .slice(drop, values.length - drop)
    .map(just)
  return left.length === 0 ? undefined : mean(left)
}

/** What the rows come to when each of them surely counts. */
function settled(how: unknown, drop: number, rows: readonly Row[]): Range | undefined {
  const values = rows.map((r) => r.value)
  if (how === 'mean' || how === 'share') return mean(values)
  if (how === 'max') return values.reduce(greatest)
  if (how === 'min' || how === 'all') return values.reduce(least)
  const known = values.flatMap((v) => exact(v) ?? [])
  if (known.length < values.length) return undefined
  if (how === 'median') return middle(known, Math.floor((known.length - 1) / 2))
  return how === 'trimmed' ? middle(known, drop) : undefined
}

function total(rows: readonly Row[], more: Range | undefined): Range {
  const worth = (row: Row) => (sure(row) ? row.value : hull(row.value, just(ZERO)))
  const all = rows.map(worth).reduce(sum, just(ZERO))
  if (more === undefined) return all
  const falls = !more.lo || order(more.lo, ZERO) < 0
  const rises = !more.hi || order(more.hi, ZERO) > 0
  return { lo: falls ? null : all.lo, hi: rises ? null : all.hi }
}

const nothing = (fold: Step, any: Range): Range => {
  if (fold.empty === 'zero') return just(ZERO)
  return fold.how === 'share' || fold.how === 'all' ? { lo: ZERO, hi: ONE } : any
}

function longest(rows: readonly Row[], of: (row: Row) => boolean): bigint {
  let [most, run] = [0n, 0n]
  for (const row of rows) {
    run = of(row) ? run + 1n : 0n
    if (run > most) most = run
  }
  return most
}

/** The most one after another; what has no day, or may still come, may stand anywhere. */
function runOf(rows: readonly Row[], complete: boolean): Range {
  const holds = ({ value: { lo } }: Row) => lo !== null && order(lo, ONE) >= 0
  const may = ({ value: { hi } }: Row) => hi === null || order(hi, ZERO) > 0
  const placed = complete && rows.every((row) => row.dated)
  const some = rows.some(holds) ? 1n : 0n
  const lo = num(placed ? longest(rows, holds) : some)
  if (!complete) return { lo, hi: null }
  return { lo, hi: num(placed ? longest(rows, may) : BigInt(rows.filter(may).length)) }
}

function reduced(fold: Step, rows: readonly Row[], any: Range, more: Range | undefined): Range {
  if (fold.how === 'sum') return total(rows, more)
  if (fold.how === 'run') return runOf(rows, !more)
  if (fold.how === 'count')
    return total(
      rows.map((r) => ({ ...r, value: just(ONE) })),
      more,
    )
  const zero = fold.empty === 'zero' && !rows.some(sure) ? [just(ZERO)] : []
  if (rows.length === 0 && !more) return nothing(fold, any)
  const found = !more && rows.every(sure) ? settled(fold.how, Number(fold.drop), rows) : undefined
  if (found) return found
  const exhausted = fold.how === 'trimmed' && !more && rows.every((r) => sure(r) && exact(r.value))
  if (exhausted) return nothing(fold, any)
  return [...rows.map((r) => r.value), ...(more ? [more] : []), ...zero].reduce(hull)
}

/** Folds the rows of a step again. */
export function refold(fold: Step, at: string, tell: Tell): Range {
  const given = fold.rows as readonly Step[]
  const all = given.map((_, i) => readRow(fold, i, `${at}/rows/${i}`, tell))
  const held = all.filter((row) => !out(row))
  const any = readRange(fold.any)
  const more = fold.complete === true ? undefined : any
  const counted = fold.once === null ? held : once(held, (fold.once as Step).keep, more)
  const positions = new Set(counted.map((row) => row.position))
  for (const [i, row] of given.entries()) {
    const expected = positions.has(i)
    if (row.counted !== expected) tell(`${at}/rows/${i}/counted`, row.counted, expected)
  }
  return reduced(fold, counted, any, more)
}
