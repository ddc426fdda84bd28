import type { Program } from '../compile/index.ts'
import { type Layout, layoutOf } from './layout.ts'
import { Live } from './live/live.ts'
import { type Machine, type Setup, setupOf } from './machine.ts'
import { rankTotals } from './order/lines.ts'
import { plain } from './plain/machine.ts'
import { type Plan, planOf } from './plan.ts'
import { Results } from './results.ts'
import { LINES, Store } from './store.ts'
import { type Module, memoryOf, vectors } from './wasm/host.ts'
import { codeFor, generated } from './wasm/machine.ts'

/** How units are computed: generated code, or plain passes that need no time to begin. */
export type By = 'webassembly' | 'plain'

export interface KernelOptions {
  /** Chosen by the number of units when it is not said. */
  readonly by?: By
}

/** From so many units on, generating code pays, in a process that has run none of this before. */
const WORTH_IT = 512

/** With so many times more possible totals than units, the totals there are get sorted. */
const FEW = 8

/**
 * A program over the columns of many units, in whole numbers: the same points, totals, ranks, grades
 * and ends as the exact evaluator, for what fits. What does not is named in `exact`.
 */
export class Kernel extends Results {
  readonly plan: Plan
  readonly layout: Layout
  readonly setup: Setup
  readonly #options: KernelOptions
  #module: Module | undefined
  #store: Store | undefined
  #machine: Machine | undefined
  #live: Live | undefined

  constructor(program: Program, options: KernelOptions = {}) {
    super()
    this.plan = planOf(program)
    this.layout = layoutOf(this.plan.columns.ranges)
    this.setup = setupOf(this.plan, this.layout)
    this.#options = options
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
    return this.setup.table === undefined || int === undefined ? 0 : (int.hi - int.lo + 1) * 4
  }

  /** Makes room for so many units; what was loaded before is gone. */
  reserve(units: number): void {
    const origin = (LINES + this.#tableBytes() + 4_095) & ~4_095
    const bytes = origin + Math.ceil(units / this.layout.chunk) * this.layout.chunkBytes
    this.#live = undefined
    const by = this.#options.by ?? (units >= WORTH_IT ? 'webassembly' : 'plain')
    const on = by === 'webassembly' ? vectors() : undefined
    if (on === undefined) {
      this.#store = new Store(this.layout, units, new ArrayBuffer((bytes + 7) & ~7), origin)
      this.#machine = plain(this.setup, this.#store)
      return
    }
    this.#module ??= new on.Module(codeFor(this.setup))
    const memory = memoryOf(on, bytes)
    this.#store = new Store(this.layout, units, memory.buffer, origin)
    this.#machine = generated(on, this.#module, memory)
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

  #blocks(run: (base: number, from: number, to: number) => void): void {
    const { store, layout } = this
    for (let c = 0; c < store.chunks; c++) {
      const [base, filled] = [store.base(c), store.filled(c)]
      for (let from = 0; from < filled; from += layout.block)
        run(base, from, Math.min(filled, from + layout.block))
    }
  }

  /** Computes everything of all units. */
  score(): void {
    const { machine, table } = this
    this.#live = undefined
    table?.fill(0)
    this.#blocks((base, from, to) => {
      machine.score(base, from, to)
      machine.count(base, from, to)
    })
    if (table === undefined) return
    const { order, total } = this.plan
    const few = this.store.units * FEW < table.length
    const totals = few ? this.total().copy().toSorted() : undefined
    const counts = { table, lo: total?.int.lo ?? 0, units: this.store.units, totals }
    const lines = rankTotals(counts, order?.ties, order?.cuts ?? [])
    new Int32Array(this.store.buffer, 0, lines.length).set(lines)
    this.#blocks((base, from, to) => machine.place(base, from, to))
  }

  /** Counts of totals while scoring, ranks after it; undefined where totals are not ranked here. */
  get table(): Int32Array | undefined {
    const { table } = this.setup
    return table && new Int32Array(this.store.buffer, table.address, this.#tableBytes() / 4)
  }

  /** Scored units of which single figures change. */
  get live(): Live {
    this.#live ??= new Live(this)
    return this.#live
  }

  /**
   * One figure of one scored unit changes: its points, parts, total and grade are right again, and
   * `live` answers its rank. False, with nothing changed, where the figure does not fit its range.
   */
  change(unit: number, input: number, value: number): boolean {
    return this.live.change(unit, input, value)
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
