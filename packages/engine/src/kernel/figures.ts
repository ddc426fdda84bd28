import { type Rational, ratio } from '../number/index.ts'
import type { Store } from './store.ts'
import type { Scaled } from './whole/scaled.ts'

/** A result of all units: whole numbers, each standing for itself over `scale`. */
export class Figures {
  readonly scale: number
  readonly #int: Scaled['int']
  readonly #store: Store

  constructor({ int, scale }: Scaled, store: Store) {
    this.scale = scale
    this.#int = int
    this.#store = store
  }

  /** The whole number of one unit. */
  whole(unit: number): number {
    const int = this.#int
    if (int.op === 'column') return this.#store.read(int.column, unit)
    return int.op === 'constant' ? int.value : Number.NaN
  }

  /** The exact value of one unit. */
  of(unit: number): Rational {
    return ratio(BigInt(this.whole(unit)), BigInt(this.scale))
  }

  /** The whole numbers of all units. */
  copy(): Int32Array {
    const int = this.#int
    if (int.op === 'column') return this.#store.copy(int.column)
    return new Int32Array(this.#store.units).fill(int.lo)
  }
}
