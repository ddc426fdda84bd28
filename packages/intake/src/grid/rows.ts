import { type Plain, plainOf, type Raw, type RichCell } from './cell.ts'
import { Cells } from './cells.ts'
import { Counts } from './counts.ts'

/** One row of a grid; looked at, not kept. */
export class Row {
  /** As the file counts them, from 1. */
  readonly number: number
  readonly hidden: boolean
  readonly #cells: Cells
  readonly #from: number
  readonly #to: number

  constructor(number: number, hidden: boolean, cells: Cells, from: number, to: number) {
    this.number = number
    this.hidden = hidden
    this.#cells = cells
    this.#from = from
    this.#to = to
  }

  /** The cell of a column counted from 0. */
  cell(column: number): Raw {
    let low = this.#from
    let high = this.#to
    // Mostly no column is skipped, and the cell stands where it would then stand.
    const straight = low + column
    if (straight < high && this.#cells.columnAt(straight) === column)
      return this.#cells.at(straight)
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if (this.#cells.columnAt(middle) < column) low = middle + 1
      else high = middle
    }
    return low < this.#to && this.#cells.columnAt(low) === column ? this.#cells.at(low) : undefined
  }

  /** The columns in which something stands, in their order, with what stands there. */
  *entries(): Generator<readonly [number, Raw]> {
    for (let at = this.#from; at < this.#to; at += 1)
      yield [this.#cells.columnAt(at), this.#cells.at(at)]
  }

  /** The last column in which something stands. */
  get last(): number {
    return this.#cells.columnAt(this.#to - 1)
  }

  /** The first column with a value; 0 when there is none. */
  get first(): number {
    for (let at = this.#from; at < this.#to; at += 1)
      if (plainOf(this.#cells.at(at)) !== undefined) return this.#cells.columnAt(at)
    return 0
  }
}

/** The rows of a grid in which anything stands, packed. Rows are added from top to bottom. */
export class Rows implements Iterable<Row> {
  readonly #cells = new Cells()
  readonly #numbers = new Counts()
  readonly #starts = new Counts()
  readonly #hidden = new Set<number>()
  #begun = 0

  get length(): number {
    return this.#numbers.length
  }

  /** Adds a cell to the row that is being written; columns come from left to right. */
  put(column: number, raw: Plain | RichCell): void {
    this.#cells.push(column, raw)
  }

  /** Ends the row that is being written; one without cells is not kept. */
  end(number: number, hidden: boolean): void {
    if (this.#cells.length === this.#begun) return
    if (hidden) this.#hidden.add(this.length)
    this.#numbers.push(number)
    this.#starts.push(this.#begun)
    this.#begun = this.#cells.length
  }

  at(index: number): Row | undefined {
    const number = this.#numbers.at(index)
    const from = this.#starts.at(index)
    if (number === undefined || from === undefined) return undefined
    const to = this.#starts.at(index + 1) ?? this.#begun
    return new Row(number, this.#hidden.has(index), this.#cells, from, to)
  }

  /** Number of the last row; 0 when there is none. */
  get lastNumber(): number {
    return this.#numbers.at(this.length - 1) ?? 0
  }

  /** The first rows, at most so many. */
  head(count: number): readonly Row[] {
    return Array.from({ length: Math.min(count, this.length) }, (_, i) => this.at(i) as Row)
  }

  *[Symbol.iterator](): Generator<Row> {
    for (let i = 0; i < this.length; i += 1) yield this.at(i) as Row
  }
}
