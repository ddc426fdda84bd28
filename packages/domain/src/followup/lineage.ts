import type { Descent } from '../organisation/lineage.ts'

/** A unit and all those that it came out of, at any remove. */
export function withForebears(
  descents: readonly Descent[],
  unit: string,
  seen: ReadonlySet<string> = new Set(),
): string[] {
  if (seen.has(unit)) return []
  const further = new Set([...seen, unit])
  const before = descents
    .filter((one) => one.unit === unit)
    .flatMap(({ earlier }) => withForebears(descents, earlier, further))
  return [...new Set([unit, ...before])]
}

/** What a ratified result of an earlier year said of a unit. */
export interface Earlier {
  readonly unit: string
  readonly year: number
}

/**
 * The earlier results on which "so many years running" rests for a unit: of itself and of those that it came
 * out of, the latest year first; and the years of which there is none.
 */
export function earlierOf<T extends Earlier>(
  history: readonly T[],
  descents: readonly Descent[],
  unit: string,
  years: readonly number[],
): { readonly found: readonly T[]; readonly missing: readonly number[] } {
  const family = withForebears(descents, unit)
  const found = years.flatMap((year) =>
    history.filter((one) => one.year === year && family.includes(one.unit)),
  )
  return { found, missing: years.filter((year) => !found.some((one) => one.year === year)) }
}

/** The units of a later year that carry on what was begun with an earlier one. */
export function carriedBy(
  descents: readonly Descent[],
  units: readonly string[],
  earlier: string,
): string[] {
  return units.filter((unit) => withForebears(descents, unit).includes(earlier))
}
