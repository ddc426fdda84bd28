import type { Plan } from '../plan.ts'
import { type Int, operands } from '../whole/int.ts'
import { Key, isFew } from './key.ts'
import { type Read, type Row, readOf } from './read.ts'

/** Columns of a row. */
export type Columns = ReadonlySet<number>

interface Source {
  readonly lo: number
  readonly hi: number
  /** What it is computed from, where it is not given. */
  readonly made?: Int
}

interface Computed {
  readonly to: number
  readonly read: Read
}

/** The value of an expression, and the columns that it is read of. */
export interface Reading {
  readonly read: Read
  readonly rests: Columns
}

/** Tables of numbers are made for columns of so few values. */
const SHORT = 64

/** Expressions from this size on are read once for a row, not for every sentence that speaks of them. */
const WIDE = 12

function sizeOf(e: Int): number {
  return operands(e).reduce((size, inner) => size + sizeOf(inner), 1)
}

/**
 * What a teller reads of a unit: the columns of the kernel, and behind them columns of its own, for
 * values of many facts that many sentences speak of, or that take few values.
 */
export class Sources {
  readonly #all: Source[]
  /** Expressions that have a column of their own, and those that are read step by step. */
  readonly #own = new Map<Int, Reading & { readonly column: number }>()
  readonly #step = new Map<Int, Reading>()
  readonly #computed: Computed[] = []
  /** The columns that the columns of its own are computed from. */
  readonly under = new Set<number>()

  constructor({ columns, assigns }: Plan) {
    this.#all = [...columns.ranges]
    for (const { to, value } of assigns) this.#all[to] = { ...this.#at(to), made: value }
  }

  get size(): number {
    return this.#all.length
  }

  #at(column: number): Source {
    return this.#all[column] as Source
  }

  /** A number for all that can stand in some columns; undefined where that is too much to remember. */
  keyOf(columns: Columns): Key | undefined {
    const telling = [...columns].filter((column) => !this.#follows(column, columns))
    return Key.of(telling.map((column) => ({ ...this.#at(column), column })))
  }

  // Whether a column is computed from some others alone, so that it adds nothing to them.
  #follows(column: number, from: Columns): boolean {
    const { made } = this.#at(column)
    if (made === undefined) return false
    return made.op === 'column'
      ? this.#settled(made, from)
      : operands(made).every((x) => this.#settled(x, from))
  }

  #settled(e: Int, from: Columns): boolean {
    if (e.op === 'column') return from.has(e.column) || this.#follows(e.column, from)
    const own = this.#own.get(e)
    if (own !== undefined && from.has(own.column)) return true
    return e.op !== 'line' && operands(e).every((x) => this.#settled(x, from))
  }

  /** The value of an expression, as it is read of a row. */
  of(e: Int): Reading {
    const { read, rests } = this.#reading(e)
    const worth = isFew(e) || sizeOf(e) >= WIDE
    if (this.#own.has(e) || !worth || e.op === 'column' || this.keyOf(rests) !== undefined)
      return { read, rests }
    const column = this.#all.push({ lo: e.lo, hi: e.hi, made: e }) - 1
    this.#computed.push({ to: column, read })
    for (const under of rests) this.under.add(under)
    const own = { read: (row: Row) => row[column] as number, rests: new Set([column]), column }
    this.#own.set(e, own)
    return own
  }

  #reading(e: Int): Reading {
    const own = this.#own.get(e)
    if (own !== undefined) return own
    const known = this.#step.get(e)
    if (known !== undefined) return known
    const made = this.#stepwise(e)
    this.#step.set(e, made)
    return made
  }

  #stepwise(e: Int): Reading {
    const inner = operands(e).map((x) => this.#reading(x).rests)
    const rests = inner.reduce(
      (all, some) => all.union(some),
      new Set(e.op === 'column' ? [e.column] : []),
    )
    const read = readOf(e, (x) => this.#reading(x).read)
    const [column] = rests
    const short = rests.size === 1 && column !== undefined && this.#tabled(column, read)
    return { read: short || read, rests }
  }

  // What rests on one column of few values is looked up in a table instead of being read step by step.
  #tabled(column: number, read: Read): Read | undefined {
    const { lo, hi } = this.#at(column)
    if (hi - lo >= SHORT) return undefined
    const values = (): Int32Array => {
      const row = new Int32Array(column + 1)
      return Int32Array.from({ length: hi - lo + 1 }, (_, k) => {
        row[column] = lo + k
        return read(row)
      })
    }
    let table: Int32Array | undefined
    return (row) => {
      table ??= values()
      return table[(row[column] as number) - lo] as number
    }
  }

  /** Fills the columns of its own from those of the kernel. */
  compute(row: Row): void {
    for (const { to, read } of this.#computed) row[to] = read(row)
  }
}
