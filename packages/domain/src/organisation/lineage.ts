/** One unit came out of another: merged into it, or split off. A new name or place is no new unit. */
export interface Descent {
  readonly unit: string
  readonly earlier: string
  readonly happenedOn: string
}

/** Lineage as the engine takes it: results of years before `since` are looked for at `from`. */
export interface EngineLineage {
  readonly unit: string
  readonly from: string
  readonly since: number
}

const yearOf = (day: string): number => Number(day.slice(0, 4))

/** What the engine needs so that "two years running" stays decidable over mergers and splits. */
export function lineageForEngine(descents: readonly Descent[]): EngineLineage[] {
  return descents.map((descent) => ({
    unit: descent.unit,
    from: descent.earlier,
    since: yearOf(descent.happenedOn),
  }))
}

/**
 * The units that stood for one on a day: itself when it was there already, and all those that merged into it,
 * or that it was split from, after that day.
 * @param began the first day of each unit; one that is not in it was always there
 */
export function standingFor(
  descents: readonly Descent[],
  began: ReadonlyMap<string, string>,
  unit: string,
  on: string,
  seen: ReadonlySet<string> = new Set(),
): string[] {
  if (seen.has(unit)) return []
  const own = (began.get(unit) ?? '') <= on ? [unit] : []
  const later = descents.filter((one) => one.unit === unit && one.happenedOn > on)
  const earlier = later.flatMap((one) =>
    standingFor(descents, began, one.earlier, on, new Set([...seen, unit])),
  )
  return [...new Set([...own, ...earlier])]
}
