/** A source of chance, given from outside: the next whole number from 0 up to, not including, `n`. */
export interface Chance {
  below(n: number): number
}

/**
 * A repeatable source of chance (mulberry32): the same seed gives the same numbers everywhere.
 * @example
 * chanceFrom(1).below(6) === chanceFrom(1).below(6) // true
 */
export function chanceFrom(seed: number): Chance {
  let state = seed | 0
  return {
    below(n) {
      state = (state + 0x6d2b79f5) | 0
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
      return ((mixed ^ (mixed >>> 14)) >>> 0) % n
    },
  }
}

export function pick<T>(chance: Chance, from: readonly T[]): T {
  if (from.length === 0) throw new Error('nothing to pick from')
  return from[chance.below(from.length)] as T
}

/** True once in `n` times. */
export function onceIn(chance: Chance, n: number): boolean {
  return chance.below(n) === 0
}

/** A list of between `least` and `most` things. */
export function several<T>(
  chance: Chance,
  least: number,
  most: number,
  make: (i: number) => T,
): T[] {
  return Array.from({ length: least + chance.below(most - least + 1) }, (_, i) => make(i))
}
