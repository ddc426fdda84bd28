import { type Num, num, order, over } from './number.ts'
import {
  ANY,
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
  readonly kept: Range
  readonly value: Range
  readonly key: string
}

/** Told of everything that does not add up: where, what stands there, what it should be. */
export type Tell = (at: string, found: unknown, expected: unknown) => void

/** The row's own program replayed on its inputs; what it keeps and is worth must be what it says. */
function readRow(row: Step, fold: Step, at: string, tell: Tell): Row {
  const program = fold.program as readonly Step[]
  const inputs = (row.inputs as readonly unknown[]).map(readRange)
  const known: Range[] = []
  const given: ValueOf = (position) => {
    const step = program[position] ?? {}
    if (step.op === 'constant') return just(numberOf(step.value))
    if (step.op === 'input') return inputs[earlier(step.input, inputs.length)] as Range
    throw new RangeError(`operation ${JSON.stringify(step.op)}`)
  }
  const replay = new Replay(program, given)
  for (const position of program.keys()) known.push(replay.at(position, (p) => known[p] as Range))
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
  return { kept: held, value, key: JSON.stringify(row.key) }
}

const sure = (row: Row): boolean => is(row.kept, ONE)
const out = (row: Row): boolean => is(row.kept, ZERO)

/** Of rows that are the same thing only the best (or worst) counts; undefined when that is not certain. */
function once(rows: readonly Row[], keep: unknown): readonly Row[] | undefined {
  const best = new Map<string, Row>()
  for (const row of rows) {
    const [known, x] = [best.get(row.key), exact(row.value)]
    const y = known && exact(known.value)
    if (known && (!x || !y || !sure(row) || !sure(known))) return undefined
    if (!known || !x || !y || (keep === 'highest' ? order(x, y) > 0 : order(x, y) < 0))
      best.set(row.key, row)
  }
  return [...best.values()]
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

const nothing = (fold: Step): Range => {
  if (fold.empty === 'zero') return just(ZERO)
  return fold.how === 'share' || fold.how === 'all' ? { lo: ZERO, hi: ONE } : ANY
}

function reduced(fold: Step, rows: readonly Row[], more: Range | undefined): Range {
  if (fold.how === 'sum') return total(rows, more)
  if (fold.how === 'count')
    return total(
      rows.map((r) => ({ ...r, value: just(ONE) })),
      more,
    )
  const zero = fold.empty === 'zero' && !rows.some(sure) ? [just(ZERO)] : []
  if (rows.length === 0 && !more) return nothing(fold)
  const found = !more && rows.every(sure) ? settled(fold.how, Number(fold.drop), rows) : undefined
  if (found) return found
  const exhausted = fold.how === 'trimmed' && !more && rows.every((r) => sure(r) && exact(r.value))
  if (exhausted) return nothing(fold)
  return [...rows.map((r) => r.value), ...(more ? [more] : []), ...zero].reduce(hull)
}

/**
 * Folds the rows of a step again. Returns undefined where the proof does not carry enough to do it:
 * rows that may still come without their worth, or 就高不重复 among rows that are not certain.
 */
export function refold(fold: Step, at: string, tell: Tell): Range | undefined {
  const all = (fold.rows as readonly Step[]).map((row, i) =>
    readRow(row, fold, `${at}/rows/${i}`, tell),
  )
  const held = all.filter((row) => !out(row))
  const counted = fold.once === null ? held : once(held, (fold.once as Step).keep)
  if (!counted) return undefined
  for (const [i, row] of (fold.rows as readonly Step[]).entries()) {
    const expected = counted.includes(all[i] as Row)
    if (row.counted !== expected) tell(`${at}/rows/${i}/counted`, row.counted, expected)
  }
  if (fold.complete === true) return reduced(fold, counted, undefined)
  return fold.more === undefined ? undefined : reduced(fold, counted, readRange(fold.more))
}
