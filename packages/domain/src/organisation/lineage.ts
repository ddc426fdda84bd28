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

// On the first day of a year nothing of that year was the earlier unit's.
function since({ happenedOn }: Descent): number {
  return yearOf(happenedOn)
}

/** What the engine needs so that "two years running" stays decidable over mergers and splits. */
export function lineageForEngine(descents: readonly Descent[]): EngineLineage[] {
  return descents.map((descent) => ({
    unit: descent.unit,
    from: descent.earlier,
    since: since(descent),
  }))
}

/** The units that stood for one on a day: itself, or all those it came out of after that day. */
export function standingFor(
  descents: readonly Descent[],
  unit: string,
  on: string,
  seen: ReadonlySet<string> = new Set(),
): string[] {
  if (seen.has(unit)) return []
  const later = descents.filter((one) => one.unit === unit && one.happenedOn > on)
  if (later.length === 0) return [unit]
  const earlier = later.flatMap((one) =>
    standingFor(descents, one.earlier, on, new Set([...seen, unit])),
  )
  return [...new Set(earlier)]
}
