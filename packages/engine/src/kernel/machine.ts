import type { Layout } from './layout.ts'
import type { Assign, Plan } from './plan.ts'
import { LINES } from './store.ts'
import type { Table } from './wasm/count.ts'
import { type Int, visit } from './whole/int.ts'

/** What runs a plan over the rows of a chunk: by generated WebAssembly, or pass by pass. */
export interface Machine {
  /** Points, parts, totals, grades of rows [from, to) of the chunk at `base`. */
  score(base: number, from: number, to: number): void
  /** The same by some of the loops only, in their order. */
  only(loops: readonly number[], base: number, from: number, to: number): void
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

/** The columns that an assignment reads. */
export function columnsRead({ value }: Assign): ReadonlySet<number> {
  const found = new Set<number>()
  const seen = new Set<Int>()
  const walk = (e: Int): void => {
    if (seen.has(e)) return
    seen.add(e)
    if (e.op === 'column') found.add(e.column)
    visit(e, walk)
  }
  walk(value)
  return found
}

// Assignments of one width share a loop, as they follow one another; what reads a column stored in the
// loop at hand begins a new one.
function loopsOf(assigns: readonly Assign[]): readonly (readonly Assign[])[] {
  const loops: Assign[][] = []
  let stored = new Set<number>()
  for (const assign of assigns) {
    const open = loops.at(-1)
    const alike = open?.[0]?.value.bits === assign.value.bits && open.length < TOGETHER
    if (open !== undefined && alike && stored.isDisjointFrom(columnsRead(assign))) open.push(assign)
    else {
      loops.push([assign])
      stored = new Set()
    }
    stored.add(assign.to)
  }
  return loops
}

export function setupOf(plan: Plan, layout: Layout): Setup {
  const { total: found, order } = plan
  const total = found?.int.op === 'column' ? found.int.column : undefined
  const ranked = order?.rank !== undefined || order?.ends !== undefined
  const table = ranked && found !== undefined ? { address: LINES, lo: found.int.lo } : undefined
  return { plan, layout, loops: loopsOf(plan.assigns), total, table }
}

/** The loops that have to run again when a column changes, in their order. */
export function loopsAfter({ loops }: Setup, column: number): readonly number[] {
  const changed = new Set([column])
  return loops.flatMap((loop, k) => {
    const touched = loop.filter((a) => !changed.isDisjointFrom(columnsRead(a)))
    for (const { to } of touched) changed.add(to)
    return touched.length > 0 ? [k] : []
  })
}
