import type { FactEntry } from '@kaohe/engine'

/** One unit came out of another. */
export interface Came {
  readonly unit: string
  readonly earlier: string
  readonly happenedOn: string
  /** What was frozen before this was kept does not say it. */
  readonly kind?: 'merged' | 'split'
  readonly name?: string | null
}

/** A unit whose figures of the year before belong to one of today. */
export interface Before {
  readonly unit: string
  /** Null for the unit itself. */
  readonly name: string | null
  readonly how: 'itself' | 'merged' | 'split'
}

/**
 * The units whose figures of the year before belong to a unit of today: itself, and all that merged into it
 * after that year; one that was split off since has only those of the whole.
 * @param endedOn the last day of the year before
 */
export function beforesOf(unit: string, came: readonly Came[], endedOn: string): Before[] {
  const since = came.filter((one) => one.unit === unit && one.happenedOn > endedOn)
  const others = since.map(
    ({ earlier, name = null, kind = 'merged' }): Before => ({
      unit: earlier,
      name: name ?? '原单位',
      how: kind,
    }),
  )
  const isNew = others.some(({ how }) => how === 'split')
  return isNew ? others : [{ unit, name: null, how: 'itself' }, ...others]
}

/**
 * The one unit whose figures are those of the year before; undefined when several merged, or the unit is a part
 * of what was one: no scheme says how figures add up then, so they stay open.
 */
export function aloneBefore(befores: readonly Before[]): string | undefined {
  const [only, ...more] = befores
  return only === undefined || more.length > 0 || only.how === 'split' ? undefined : only.unit
}

/** The period of this year that one of the year before is compared with: `2022-03` with `2023-03`. */
export function yearOn(period: string, years: number): string {
  return period.replace(/^\d{4}(?=$|-)/, (year) => `${Number(year) + years}`)
}

/** The year before: its last day, and how many years before this one it began. */
export interface YearBefore {
  readonly endsOn: string
  readonly years: number
}

/**
 * Figures of the year before as the engine takes them: of units of today, in the periods of this year, and none
 * of a unit into which several merged or that is a part of one.
 * @param facts as they were reported then, of the units of then
 */
export function previousFor(
  units: readonly string[],
  facts: readonly FactEntry[],
  came: readonly Came[],
  { endsOn, years }: YearBefore,
): FactEntry[] {
  const of = Map.groupBy(facts, ({ unit }) => unit)
  const descents = Map.groupBy(came, ({ unit }) => unit)
  return units.flatMap((unit) => {
    const alone = aloneBefore(beforesOf(unit, descents.get(unit) ?? [], endsOn))
    const told = alone === undefined ? [] : (of.get(alone) ?? [])
    return told.map((fact) => {
      const period = fact.period === null ? null : yearOn(fact.period, years)
      return { ...fact, unit, period }
    })
  })
}
