import type { Row } from './read.ts'

/** What takes so few different values is put into words once for each. */
const FEW = 1 << 13

interface Span {
  readonly lo: number
  readonly hi: number
}

/** Whether all values can be remembered by themselves. */
export const isFew = ({ lo, hi }: Span): boolean => hi - lo < FEW

/** A number for each of the things that can stand in some columns, from 0 to below `size`. */
export class Key {
  readonly columns: Int32Array
  readonly size: number
  readonly #steps: Int32Array
  readonly #origin: number

  private constructor(columns: Int32Array, steps: Int32Array, origin: number, size: number) {
    this.columns = columns
    this.#steps = steps
    this.#origin = origin
    this.size = size
  }

  /** Undefined where there are too many to be remembered. */
  static of(parts: readonly (Span & { readonly column: number })[]): Key | undefined {
    const steps: number[] = []
    let [size, origin] = [1, 0]
    for (const { lo, hi } of parts) {
      steps.push(size)
      origin -= lo * size
      size *= hi - lo + 1
      if (size > FEW) return undefined
    }
    const columns = Int32Array.from(parts, (p) => p.column)
    return new Key(columns, Int32Array.from(steps), origin, size)
  }

  at(row: Row): number {
    const [columns, steps] = [this.columns, this.#steps]
    let at = this.#origin
    for (let k = 0; k < columns.length; k++)
      at += (row[columns[k] as number] as number) * (steps[k] as number)
    return at
  }
}
