import { type Fold, type RowInput, readArena } from '../core/index.ts'
import { dayInPeriod } from '../compile/index.ts'
import type { EventEntry, Unit } from '../model/index.ts'
import { type Interval, ONE, ZERO, exactly, hull, int, point } from '../number/index.ts'
import type { Data } from './data.ts'
import { type Key, keyOf, maybeSame, once } from './once.ts'
import { reduceRows } from './reduce.ts'
import { runOf } from './run.ts'
import type { FoldRow } from './row.ts'
import { intervalOf } from './value.ts'

export interface FoldReading {
  readonly rows: readonly FoldRow[]
  /** Rows that count, after 就高不重复. */
  readonly counted: readonly FoldRow[]
  /** False when more rows may still be reported. */
  readonly complete: boolean
  /** What any row may be worth: one that may still come, or the mean of none. */
  readonly any: Interval
  readonly value: Interval
}

function rowInput(input: RowInput, read: (input: RowInput) => Interval): Interval {
  return input.from === 'open' ? input.domain.range : read(input)
}

function evaluateRow(
  fold: Fold,
  read: (input: RowInput) => Interval,
): Pick<FoldRow, 'inputs' | 'kept' | 'value'> {
  const inputs = fold.rows.inputs.map((input) => rowInput(input, read))
  const values = readArena(fold.rows, inputs)
  return { inputs, kept: values.of(fold.where), value: values.of(fold.value) }
}

function inWindow(event: EventEntry, over: Extract<Fold['over'], { rows: 'events' }>): boolean {
  if (event.date === null) return over.period === null
  if (over.window !== null && (event.date < over.window.from || event.date > over.window.to))
    return false
  return over.period === null || dayInPeriod(event.date, over.period)
}

function eventRow(fold: Fold, event: EventEntry, ordinal: Interval): FoldRow {
  const read = (input: RowInput): Interval => {
    if (input.from === 'ordinal') return ordinal
    const value = input.from === 'attribute' ? event.attributes[input.attribute] : undefined
    return value === undefined ? input.domain.range : intervalOf(value, input.domain)
  }
  return { event, unit: undefined, facts: [], exempt: false, ...evaluateRow(fold, read) }
}

const ANY_ORDINAL: Interval = { lo: ONE, hi: null }

/** Which time it is, of what was told before by the order of dates: by what makes things the same, where that is said. */
class Times {
  readonly #by: readonly string[] | undefined
  readonly #told: { readonly key: Key; readonly time: Interval; readonly sure: boolean }[] = []
  #sure = 0
  #possible = 0

  constructor(by: readonly string[] | undefined) {
    this.#by = by
  }

  /** The time of an event that is kept, surely or possibly; the same thing told again is not another time. */
  next(event: EventEntry, kept: Interval): Interval {
    const isKept = exactly(kept)
    const [sure, possible] = [isKept?.num === 1n, isKept?.num !== 0n]
    const key = this.#by && keyOf(event, this.#by)
    const same = key === undefined ? [] : this.#told.filter((one) => maybeSame(one.key, key))
    const clear = key !== undefined && !key.includes(undefined)
    const first = same.find((one) => clear && one.sure && !one.key.includes(undefined))
    if (first !== undefined) return first.time
    const most = this.#possible + (possible ? 1 : 0)
    const own = { lo: int(this.#sure + 1), hi: int(Math.max(most, this.#sure + 1)) }
    const time = same.map((one) => one.time).reduce(hull, own)
    this.#possible = most
    if (sure && (key === undefined || clear)) this.#sure += 1
    if (key !== undefined && possible) this.#told.push({ key, time, sure })
    return time
  }
}

// Times count kept rows only, so rows are read once without and once with them.
function eventRows(fold: Fold, events: readonly EventEntry[]): FoldRow[] {
  if (!fold.rows.inputs.some((i) => i.from === 'ordinal'))
    return events.map((e) => eventRow(fold, e, ANY_ORDINAL))
  const times = new Times(fold.once?.by)
  return events.map((event) =>
    eventRow(fold, event, times.next(event, eventRow(fold, event, ANY_ORDINAL).kept)),
  )
}

function unitRow(fold: Fold, unit: Unit, data: Data): FoldRow {
  const facts = fold.rows.inputs.map((i) =>
    i.from === 'fact' ? data.fact(unit.id, i.fact, i.period) : undefined,
  )
  const read = (input: RowInput): Interval => {
    if (input.from === 'fold') return readFold(input.fold, unit, data).value
    const entry = input.from === 'fact' ? data.fact(unit.id, input.fact, input.period) : undefined
    return entry === undefined ? input.domain.range : intervalOf(entry.value, input.domain)
  }
  const row = evaluateRow(fold, read)
  const exempt = facts.some((f) => f !== undefined && 'na' in f.value)
  return { event: undefined, unit, facts, exempt, ...row, kept: exempt ? point(ZERO) : row.kept }
}

const ANY = new WeakMap<Fold, Interval>()

/** What any row might be worth, whatever unit it is of: found once for a fold. */
function anyRow(fold: Fold): Interval {
  const known = ANY.get(fold) ?? worthOf(fold)
  ANY.set(fold, known)
  return known
}

function worthOf(fold: Fold): Interval {
  const values = readArena(
    fold.rows,
    fold.rows.inputs.map((i) => i.domain.range),
  )
  return fold.how.as === 'count' ? point(ONE) : values.of(fold.value)
}

/** Reads a fold for one unit: its rows, which of them count, and the value. */
export function readFold(fold: Fold, unit: Unit, data: Data): FoldReading {
  const over = fold.over
  const complete = over.rows === 'units' || data.complete(unit.id, over.event)
  const rows =
    over.rows === 'events'
      ? eventRows(
          fold,
          data.events(unit.id, over.event).filter((e) => inWindow(e, over)),
        )
      : data.below(unit.id, over.level).map((below) => unitRow(fold, below, data))
  const any = anyRow(fold)
  const more = complete ? undefined : any
  const counted = (fold.once === null ? rows : once(rows, fold.once, more)).filter(
    (r) => exactly(r.kept)?.num !== 0n,
  )
  const value =
    fold.how.as === 'run' ? runOf(counted, complete) : reduceRows(fold, counted, { any, complete })
  return { rows, counted, complete, any, value }
}
