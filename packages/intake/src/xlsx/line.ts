import type { Raw, Rows } from '../grid/index.ts'

type Cell = NonNullable<Raw>

/** The row that is being read. Cells that come out of order are put in order; of two in one place the later counts. */
export class Line {
  // Longer than the row: what is behind its end is left from rows before, and written over.
  readonly #columns: number[] = []
  readonly #cells: Cell[] = []
  #length = 0
  #ordered = true

  get length(): number {
    return this.#length
  }

  put(column: number, cell: Cell): void {
    if (this.#length > 0 && column <= (this.#columns[this.#length - 1] as number))
      this.#ordered = false
    this.#columns[this.#length] = column
    this.#cells[this.#length] = cell
    this.#length += 1
  }

  /** Moves what was read to the rows and begins anew. */
  end(rows: Rows, number: number, hidden: boolean): void {
    if (this.#ordered) for (let i = 0; i < this.#length; i += 1) this.#move(i, rows)
    else this.#moveSorted(rows)
    rows.end(number, hidden)
    this.#length = 0
    this.#ordered = true
  }

  #move(index: number, rows: Rows): void {
    rows.put(this.#columns[index] as number, this.#cells[index] as Cell)
  }

  #moveSorted(rows: Rows): void {
    const columns = this.#columns.slice(0, this.#length)
    const latest = new Map(columns.map((column, index) => [column, index]))
    for (const [, index] of [...latest].toSorted(([a], [b]) => a - b)) this.#move(index, rows)
  }
}
