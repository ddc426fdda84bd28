import type { Rational, UnitResult } from '@kaohe/engine'
import { letters } from '../book/index.ts'
import { ranked, type Results } from '../exports/results.ts'

/** Columns before the points: identifier, name, kind, group. */
export const LEAD = 4
export const HEAD_ROWS = 2

/** Where things stand on the sheet of points. */
export interface PointsLayout {
  readonly units: readonly UnitResult[]
  readonly items: readonly {
    readonly id: string
    readonly name: string
    readonly full?: Rational | undefined
    readonly clause?: string | undefined
  }[]
  readonly parts: readonly {
    readonly id: string
    readonly name: string
    readonly weight?: Rational | undefined
  }[]
  readonly totalColumn: string
  readonly rankColumn: string
}

export function layoutOf(results: Results): PointsLayout {
  const { scheme } = results
  const scored = scheme.items.filter((i) =>
    results.units.some((u) => u.items.some((r) => r.id === i.id && r.status !== 'target-only')),
  )
  const groups = [...(scheme.categories ?? []), ...(scheme.sources ?? [])]
  const parts = groups.filter((g) => results.units.some((u) => u.parts.some((p) => p.id === g.id)))
  const total = LEAD + scored.length + parts.length
  return {
    units: ranked(results),
    items: scored,
    parts,
    totalColumn: letters(total),
    rankColumn: letters(total + 1),
  }
}

/** The row (from 1) of a unit, by its position. */
export const rowOf = (position: number): number => HEAD_ROWS + 1 + position
