import { slowDown } from './problem.ts'

const WINDOW_MS = 60_000

/** So many asks a minute from one address, for what anyone may ask; each process counts by itself. */
export class Bound {
  readonly #most: number
  readonly #counts = new Map<string, number>()
  #since = Number.NEGATIVE_INFINITY

  constructor(most: number) {
    this.#most = most
  }

  /** Counts one ask. @throws Stop 429 when it is one too many */
  take(address: string, now: Date): void {
    const at = now.getTime()
    // All begin anew together, so that what is kept never outgrows a minute.
    if (at - this.#since >= WINDOW_MS) {
      this.#counts.clear()
      this.#since = at
    }
    const count = (this.#counts.get(address) ?? 0) + 1
    this.#counts.set(address, count)
    if (count > this.#most) throw slowDown(Math.ceil((this.#since + WINDOW_MS - at) / 1000))
  }
}
