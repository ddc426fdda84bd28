import type { Program } from '../compile/index.ts'
import { Figures } from './figures.ts'
import { type Layout, layoutOf } from './layout.ts'
import { type Machine, type Setup, loopsOf } from './machine.ts'
import { rankTotals } from './order/lines.ts'
import { plain } from './plain/machine.ts'
import { type Assign, type Plan, planOf } from './plan.ts'
import { LINES, Store } from './store.ts'
import { type Module, memoryOf, vectors } from './wasm/host.ts'
import { codeFor, generated } from './wasm/machine.ts'
import { type Int, operands } from './whole/int.ts'
import type { Scaled } from './whole/scaled.ts'

/** How units are computed: generated code, or plain passes that need no time to begin. */
export type By = 'webassembly' | 'plain'

export interface KernelOptions {
  /** Chosen by the number of units when it is not said. */
  readonly by?: By
}

/** From so many units on, generating code pays. */
const WORTH_IT = 16_384

function columnsRead({ value }: Assign): ReadonlySet<number> {
  const found = new Set<number>()
  const seen = new Set<Int>()
  const walk = (e: Int): void => {
    if (seen.has(e)) return
    seen.add(e)
    if (e.op === 'column') found.add(e.column)
    operands(e).forEach(walk)
  }
  walk(value)
  return found
}

function setupOf(plan: Plan, layout: Layout): Setup {
  const { total: found } = plan
  const total = found?.int.op === 'column' ? found.int.column : undefined
  const ranked = plan.order?.rank !== undefined || plan.order?.ends !== undefined
  const table =
    total === undefined || !ranked ? undefined : { address: LINES, lo: found?.int.lo ?? 0 }
  return { plan, layout, loops: loopsOf(plan.assigns, columnsRead), total, table }
}

/**
 * A program over the columns of many units, in whole numbers: the same points, totals, ranks, grades
 * and ends as the exact evaluator, for what fits. What does not is named in `exact`.
 */
export class Kernel {
  readonly plan: Plan
  readonly layout: Layout
  readonly #setup: Setup
  readonly #options: KernelOptions
  #module: Module | undefined
  #store: Store | undefined
  #machine: Machine | undefined

  constructor(program: Program, options: KernelOptions = {}) {
    this.plan = planOf(program)
    this.layout = layoutOf(this.plan.columns.ranges)
    this.#setup = setupOf(this.plan, this.layout)
    this.#options = options
  }

  /** What the exact evaluator has to compute: `指标/x`, `部分/x`, `总分`, `排名`, `评定`, `结果运用/x`. */
  get exact(): readonly string[] {
    return this.plan.exact
  }

  get store(): Store {
    if (this.#store === undefined) throw new RangeError('no units are loaded')
    return this.#store
  }

  get machine(): Machine {
    if (this.#machine === undefined) throw new RangeError('no units are loaded')
    return this.#machine
  }

  #tableBytes(): number {
    const int = this.plan.total?.int
    return this.#setup.table === undefined || int === undefined ? 0 : (int.hi - int.lo + 1) * 4
  }

  /** Makes room for so many units; what was loaded before is gone. */
  reserve(units: number): void {
    const origin = (LINES + this.#tableBytes() + 4_095) & ~4_095
    const chunks = Math.ceil(units / this.layout.chunk)
    const bytes = origin + chunks * this.layout.chunkBytes
    const on = this.#by(units) === 'webassembly' ? vectors() : undefined
    if (on === undefined) {
      this.#store = new Store(this.layout, units, new ArrayBuffer((bytes + 7) & ~7), origin)
      this.#machine = plain(this.#setup, this.#store)
      return
    }
    this.#module ??= new on.Module(codeFor(this.#setup))
    const memory = memoryOf(on, bytes)
    this.#store = new Store(this.layout, units, memory.buffer, origin)
    this.#machine = generated(on, this.#module, memory)
  }

  #by(units: number): By {
    return this.#options.by ?? (units >= WORTH_IT ? 'webassembly' : 'plain')
  }

  /**
   * Loads units: for each input of the program that the kernel reads its whole numbers at the scale of
   * its range, all within it.
   */
  load(columns: readonly (ArrayLike<number> | undefined)[], units: number): void {
    this.reserve(units)
    for (const [input, { column }] of this.plan.columns.inputs) {
      const values = columns[input]
      if (values !== undefined) this.store.fill(column, values)
    }
  }

  /** Computes everything of all units. */
  score(): void {
    const { store, machine, layout } = this
    const { table } = this
    table?.fill(0)
    for (let c = 0; c < store.chunks; c++) {
      const [base, filled] = [store.base(c), store.filled(c)]
      for (let from = 0; from < filled; from += layout.block) {
        const to = Math.min(filled, from + layout.block)
        machine.score(base, from, to)
        machine.count(base, from, to)
      }
    }
    if (table !== undefined) this.#place(table)
  }

  /** Counts of totals, ranks after scoring; undefined where totals are not ranked here. */
  get table(): Int32Array | undefined {
    const { table } = this.#setup
    return table && new Int32Array(this.store.buffer, table.address, this.#tableBytes() / 4)
  }

  #place(table: Int32Array): void {
    const { store, machine, layout } = this
    const { order, total } = this.plan
    const counts = { table, lo: total?.int.lo ?? 0, units: store.units }
    const lines = rankTotals(counts, order?.ties, order?.cuts ?? [])
    new Int32Array(store.buffer, 0, lines.length).set(lines)
    for (let c = 0; c < store.chunks; c++) {
      const [base, filled] = [store.base(c), store.filled(c)]
      for (let from = 0; from < filled; from += layout.block)
        machine.place(base, from, Math.min(filled, from + layout.block))
    }
  }

  #figures(found: Scaled | undefined, name: string): Figures {
    if (found === undefined) throw new RangeError(`computed exactly: ${name}`)
    return new Figures(found, this.store)
  }

  /** The points of an item. @throws RangeError for those in `exact` */
  points(item: string): Figures {
    return this.#figures(this.plan.items.get(item), item)
  }

  /** The points of a source, a category, or of base, bonus and penalty. @throws RangeError for those in `exact` */
  part(id: string): Figures {
    const at = this.plan.program.parts.findIndex((p) => p.id === id)
    return this.#figures(this.plan.parts[at], id)
  }

  /** @throws RangeError for a total in `exact` */
  total(): Figures {
    return this.#figures(this.plan.total, '总分')
  }

  #column(column: number | undefined, name: string): Int32Array {
    if (column === undefined) throw new RangeError(`computed exactly: ${name}`)
    return this.store.copy(column)
  }

  /** The rank of every unit. */
  ranks(): Int32Array {
    return this.#column(this.plan.order?.rank, '排名')
  }

  /** The grade of every unit, as a position in the scheme's list; its length for none. */
  grades(): Int32Array {
    return this.#column(this.plan.order?.grade, '评定')
  }

  /** Bit k is set where the k-th cut of `plan.order.cuts` takes the unit. */
  ends(): Int32Array {
    return this.#column(this.plan.order?.ends?.column, '结果运用')
  }
}

/**
 * The kernel of a program.
 * @example
 * const kernel = kernelOf(compile(scheme))
 * kernel.load(columns, units)
 * kernel.score()
 */
export function kernelOf(program: Program, options?: KernelOptions): Kernel {
  return new Kernel(program, options)
}
