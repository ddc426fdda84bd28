const SHIFT = 12
const SIZE = 1 << SHIFT

/** A list of numbers that grows without being copied. */
export class Counts {
  readonly #pages: Float64Array[] = []
  #length = 0

  get length(): number {
    return this.#length
  }

  push(number: number): void {
    const page = this.#length >>> SHIFT
    if (page === this.#pages.length) this.#pages.push(new Float64Array(SIZE))
    const into = this.#pages[page] as Float64Array
    into[this.#length % SIZE] = number
    this.#length += 1
  }

  at(index: number): number | undefined {
    if (index < 0 || index >= this.#length) return undefined
    return this.#pages[index >>> SHIFT]?.[index % SIZE]
  }
}
