import type { Program } from '../compile/index.ts'
import type { NodeId } from '../core/index.ts'
import { type OrderPlan, planOrder } from './order/plan.ts'
import { type Range, rangeOf } from './ranges.ts'
import * as i from './whole/int.ts'
import type { Int } from './whole/int.ts'
import { Lowering } from './whole/lower.ts'
import type { Scaled } from './whole/scaled.ts'

/** A column is computed from others. */
export interface Assign {
  readonly to: number
  readonly value: Int
}

/** Columns while they are being laid out: of inputs as they are asked for, of results as they are found. */
export class Columns {
  readonly ranges: { readonly lo: number; readonly hi: number }[] = []
  readonly inputs = new Map<number, { readonly column: number; readonly range: Range }>()
  readonly #program: Program
  #closed = false

  constructor(program: Program) {
    this.#program = program
  }

  add(lo: number, hi: number): Int {
    return i.column(this.ranges.push({ lo, hi }) - 1, lo, hi)
  }

  input(input: number): Scaled | undefined {
    const known = this.inputs.get(input)
    if (known !== undefined) {
      const { column, range } = known
      return { int: i.column(column, range.lo, range.hi), scale: range.scale }
    }
    const declared = this.#program.unit.inputs[input]
    const range = declared && !this.#closed ? rangeOf(declared) : undefined
    if (range === undefined) return undefined
    this.inputs.set(input, { column: this.ranges.length, range })
    return { int: this.add(range.lo, range.hi), scale: range.scale }
  }

  /** From now on no more columns are given out. */
  close(): void {
    this.#closed = true
  }
}

/** What the kernel computes of a program, and what it leaves to the exact rationals. */
export interface Plan {
  readonly program: Program
  readonly columns: Columns
  readonly lowering: Lowering
  /** In order; a later one may read what an earlier one stores. */
  readonly assigns: readonly Assign[]
  readonly items: ReadonlyMap<string, Scaled>
  readonly parts: readonly (Scaled | undefined)[]
  readonly total: Scaled | undefined
  readonly order: OrderPlan | undefined
  /** What does not fit: `指标/x`, `部分/x`, `总分`, `排名`, `评定`, `结果运用/x`. */
  readonly exact: readonly string[]
}

/** Collects what is to be stored; a result that is an input, a constant or known already needs no column. */
class Outputs {
  readonly assigns: Assign[] = []
  readonly exact: string[] = []
  readonly #lowering: Lowering
  readonly #columns: Columns

  constructor(lowering: Lowering, columns: Columns) {
    this.#lowering = lowering
    this.#columns = columns
  }

  store(name: string, id: NodeId): Scaled | undefined {
    const value = this.#lowering.lower(id)
    if (value === undefined || value.by !== undefined) {
      this.exact.push(name)
      return undefined
    }
    if (value.int.op === 'column' || value.int.op === 'constant') return value
    const stored = { int: this.put(value.int), scale: value.scale }
    this.#lowering.stored(id, stored)
    return stored
  }

  put(value: Int): Int {
    const made = this.#columns.add(value.lo, value.hi)
    if (made.op === 'column') this.assigns.push({ to: made.column, value })
    return made
  }
}

/** Plans the columns of a program: items first, then the parts, the total and the order, each reading what is stored. */
export function planOf(program: Program): Plan {
  const columns = new Columns(program)
  const lowering = new Lowering(program.unit, (input) => columns.input(input))
  const outputs = new Outputs(lowering, columns)
  const items = new Map<string, Scaled>()
  for (const { item, points, applies } of program.items) {
    const found = outputs.store(`指标/${item.id}`, points)
    if (found !== undefined) items.set(item.id, found)
    lowering.lower(applies)
  }
  const parts = program.parts.map((p) => outputs.store(`部分/${p.id}`, p.points))
  for (const { applies } of program.parts) lowering.lower(applies)
  if (program.deducted !== undefined) lowering.lower(program.deducted)
  const total = outputs.store('总分', program.total)
  const order = total && planOrder(program, total, outputs, columns)
  if (total === undefined) outputs.exact.push('排名', '评定', '结果运用')
  columns.close()
  const { assigns, exact } = outputs
  return { program, columns, lowering, assigns, items, parts, total, order, exact }
}
