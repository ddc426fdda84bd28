import type { Grid, Merge, Raw, Row } from '../grid/index.ts'

/** The merged blocks below the headings of a sheet, by the cells they cover. */
export class MergeMap {
  readonly #tops = new Map<number, Row>()
  readonly #byRow = new Map<number, Merge[]>()

  constructor(grid: Grid, headRow: number) {
    const tops = new Set(grid.merges.map((m) => m.top))
    for (const row of grid.rows) if (tops.has(row.number)) this.#tops.set(row.number, row)
    const last = grid.rows.at(-1)?.number ?? 0
    for (const merge of grid.merges) {
      if (merge.top <= headRow || (merge.top === merge.bottom && merge.left === merge.right))
        continue
      for (let row = merge.top; row <= Math.min(merge.bottom, last); row += 1)
        this.#byRow.set(row, [...(this.#byRow.get(row) ?? []), merge])
    }
  }

  at(row: number, column: number): Merge | undefined {
    return this.#byRow.get(row)?.find((m) => m.left <= column && column <= m.right)
  }

  /** What the merged block over a cell holds. */
  fill(row: number, column: number): Raw {
    const merge = this.at(row, column)
    if (merge === undefined) return undefined
    return this.#tops.get(merge.top)?.cells[merge.left]
  }
}
