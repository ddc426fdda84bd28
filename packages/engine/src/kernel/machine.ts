import type { Layout } from './layout.ts'
import type { Assign, Plan } from './plan.ts'
import type { Table } from './wasm/count.ts'

/** What runs a plan over the rows of a chunk: by generated WebAssembly, or pass by pass. */
export interface Machine {
  /** Points, parts, totals, grades of rows [from, to) of the chunk at `base`. */
  score(base: number, from: number, to: number): void
  /** Counts their totals in the table. */
  count(base: number, from: number, to: number): void
  /** Ranks by the table, and ends by the lines. */
  place(base: number, from: number, to: number): void
}

/** Everything a machine is built from. */
export interface Setup {
  readonly plan: Plan
  readonly layout: Layout
  /** Assignments that share a loop, in order. */
  readonly loops: readonly (readonly Assign[])[]
  readonly total: number | undefined
  readonly table: Table | undefined
}

/** So many rules share a loop at most: fewer pay for the loop too often, many more run out of registers. */
const TOGETHER = 8

/**
 * Assignments of one width share a loop, as they follow one another; what reads a column stored in the
 * loop at hand begins a new one.
 */
export function loopsOf(assigns: readonly Assign[], reads: (a: Assign) => ReadonlySet<number>) {
  const loops: Assign[][] = []
  for (const assign of assigns) {
    const open = loops.at(-1)
    const sources = reads(assign)
    const joins =
      open !== undefined &&
      open.length < TOGETHER &&
      open[0]?.value.bits === assign.value.bits &&
      !open.some(({ to }) => sources.has(to))
    if (joins) open.push(assign)
    else loops.push([assign])
  }
  return loops
}
