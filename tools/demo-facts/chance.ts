/** Repeatable chance for demonstration data: the same seed draws the same numbers everywhere. */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** A whole number below 2^32 (mulberry32). */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return (t ^ (t >>> 14)) >>> 0
  }

  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number {
    return from + (this.#next() % (to - from + 1))
  }

  /** True so many times in a hundred. */
  likely(percent: number): boolean {
    return this.whole(1, 100) <= percent
  }

  pick<T>(of: readonly T[]): T {
    return of[this.whole(0, of.length - 1)]!
  }
}

/** A rate with one decimal, as a dataset writes it: 715 is `71.5%`. */
export function rate(tenths: number): string {
  const within = Math.min(1000, Math.max(0, tenths))
  return `${Math.floor(within / 10)}${within % 10 === 0 ? '' : `.${within % 10}`}%`
}
