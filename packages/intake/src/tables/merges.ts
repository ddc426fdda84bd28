import type { Grid, Merge, Raw, Row } from '../grid/index.ts'

/** The merged blocks below the headings of a sheet, by the cells they cover. */
export class MergeMap {
  readonly #tops = new Map<number, Row>()
  readonly #byRow = new Map<number, Merge[]>()

  constructor({ rows, merges }: Grid, headRow: number) {
    if (merges.length === 0) return
    const tops = new Set(merges.map((m) => m.top))
    for (const row of rows) if (tops.has(row.number)) this.#tops.set(row.number, row)
    for (const merge of merges) {
      if (merge.top <= headRow || (merge.top === merge.bottom && merge.left === merge.right))
        continue
      const bottom = Math.min(merge.bottom, rows.lastNumber)
      for (let row = merge.top; row <= bottom; row += 1) this.#cover(row, merge)
    }
  }

  #cover(row: number, merge: Merge): void {
    const before = this.#byRow.get(row)
    if (before === undefined) this.#byRow.set(row, [merge])
    else before.push(merge)
  }

  at(row: number, column: number): Merge | undefined {
    return this.#byRow.get(row)?.find((m) => m.left <= column && column <= m.right)
  }

  /** What the merged block over a cell holds. */
  fill(row: number, column: number): Raw {
    const merge = this.at(row, column)
    if (merge === undefined) return undefined
    return this.#tops.get(merge.top)?.cell(merge.left)
  }
}
