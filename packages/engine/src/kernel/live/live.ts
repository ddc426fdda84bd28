import type { Layout } from '../layout.ts'
import { type Machine, type Setup, loopsAfter } from '../machine.ts'
import { isWithin, placesIn } from '../order/lines.ts'
import type { Plan } from '../plan.ts'
import type { Store } from '../store.ts'
import { Tally } from './tally.ts'

/** A kernel that was loaded and scored. */
interface Scored {
  readonly plan: Plan
  readonly setup: Setup
  readonly layout: Layout
  readonly store: Store
  readonly machine: Machine
}

/** A change runs one vector of the widest kind. */
const ROWS = 16

/**
 * Keeps scored units right while single figures change, without scoring all again. Points, parts,
 * totals and grades stand in their columns; ranks and ends of all units move when one does, so they
 * are answered here, from counts of the totals, and the columns of `ranks` and `ends` stay as scored.
 */
export class Live {
  readonly #on: Scored
  readonly #loops = new Map<number, readonly number[]>()
  readonly #total: number
  readonly #counts: Int32Array
  readonly #lo: number
  readonly #above: Tally
  readonly #distinct: Tally | undefined

  /** @throws RangeError where totals are not ranked by the kernel */
  constructor(on: Scored) {
    const { total, table } = on.setup
    const int = on.plan.total?.int
    if (total === undefined || table === undefined || int === undefined)
      throw new RangeError('computed exactly: 排名')
    this.#on = on
    this.#total = total
    this.#lo = int.lo
    this.#counts = new Int32Array(int.hi - int.lo + 1)
    for (let u = 0; u < on.store.units; u++) this.#count(on.store.read(total, u), 1)
    this.#above = new Tally(this.#counts, int.lo)
    const present = on.plan.order?.ties === 'dense' ? this.#counts.map((n) => Math.min(n, 1)) : null
    this.#distinct = present === null ? undefined : new Tally(present, int.lo)
  }

  #count(total: number, by: number): number {
    const slot = total - this.#lo
    const now = (this.#counts[slot] as number) + by
    this.#counts[slot] = now
    return now
  }

  #loopsOf(column: number): readonly number[] {
    const known = this.#loops.get(column)
    if (known !== undefined) return known
    const loops = loopsAfter(this.#on.setup, column)
    this.#loops.set(column, loops)
    return loops
  }

  /** Sets one figure of a unit; false where it does not fit, or the kernel does not read it. */
  change(unit: number, input: number, value: number): boolean {
    const { plan, store, machine } = this.#on
    const found = plan.columns.inputs.get(input)
    if (found === undefined || value < found.range.lo || value > found.range.hi) return false
    const before = store.read(this.#total, unit)
    store.write(found.column, unit, value)
    const { base, row } = store.locate(unit)
    const from = row & -ROWS
    machine.only(this.#loopsOf(found.column), base, from, from + ROWS)
    const after = store.read(this.#total, unit)
    if (after !== before) this.#move(before, after)
    return true
  }

  #move(before: number, after: number): void {
    this.#above.add(before, -1)
    this.#above.add(after, 1)
    if (this.#count(before, -1) === 0) this.#distinct?.add(before, -1)
    if (this.#count(after, 1) === 1) this.#distinct?.add(after, 1)
  }

  /** The rank of a unit as things stand. */
  rank(unit: number): number {
    return 1 + (this.#distinct ?? this.#above).above(this.#on.store.read(this.#total, unit))
  }

  /** Whether the k-th cut of `plan.order.cuts` takes a unit as things stand. */
  within(k: number, unit: number): boolean {
    const { plan, store } = this.#on
    const found = plan.order?.cuts[k]
    if (found === undefined) throw new RangeError(`no cut ${k}`)
    const total = store.read(this.#total, unit)
    const level = this.#counts[total - this.#lo] as number
    const above = this.#above.above(total)
    const ahead = found.end === 'top' ? above : store.units - above - level
    return isWithin(found.cut, placesIn(found.cut, store.units), ahead, level)
  }
}
