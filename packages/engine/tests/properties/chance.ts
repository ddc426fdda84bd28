import type { Chance } from '@kaohe/scheme'

export type { Chance }

/** True once in `n` times. */
export function onceIn(chance: Chance, n: number): boolean {
  return chance.below(n) === 0
}

/** The same things in another order. */
export function shuffled<T>(of: readonly T[], chance: Chance): T[] {
  const all = [...of]
  for (let i = all.length - 1; i > 0; i -= 1) {
    const j = chance.below(i + 1)
    ;[all[i], all[j]] = [all[j] as T, all[i] as T]
  }
  return all
}
