import { Figures } from './figures.ts'
import type { Plan } from './plan.ts'
import type { Store } from './store.ts'
import type { Scaled } from './whole/scaled.ts'

/** What a scored kernel answers, unit by unit or in whole columns. */
export abstract class Results {
  abstract readonly plan: Plan
  abstract get store(): Store

  /** What the exact evaluator has to compute: `指标/x`, `部分/x`, `总分`, `排名`, `评定`, `结果运用/x`. */
  get exact(): readonly string[] {
    return this.plan.exact
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
