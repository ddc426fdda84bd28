import type { Adjusted } from '../model/index.ts'
import { ADJUSTED, type Decided } from './decision.ts'
import type { Outcome } from './standing.ts'

/** The grade of a unit before a meeting adjusted it, as a position in the list. */
export interface Computed {
  readonly unit: string
  /** Undefined where it is still open. */
  readonly settled: number | undefined
  /** It takes part, surely, and is of a kind that is graded. */
  readonly graded: boolean
  /** A veto or downgrade surely holds that goes by the grade. */
  readonly vetoed: boolean
}

/** What a meeting made of a grade. */
export interface Adjustment {
  /** The position of the new grade. */
  readonly to: number
  readonly adjusted: Adjusted
  readonly reason: string
}

/**
 * The grade that the body which ratifies put in place of the computed one. It changes this unit's grade and
 * nobody else's: no place becomes free and none is taken, for quotas went by the points. What a veto lowered is
 * not raised again: vetoes stand over what meetings decide.
 */
export function adjustmentIn(
  { unit, settled, graded, vetoed }: Computed,
  decided: Decided,
  { grading }: Outcome,
): Adjustment | undefined {
  const decision = decided.of(ADJUSTED, unit)
  if (decision === undefined || grading === undefined || !graded) return undefined
  const to = grading.grades.findIndex(({ id }) => id === decision.value)
  if (vetoed && to < (settled ?? grading.grades.length)) return undefined
  const from = settled === undefined ? undefined : grading.grades[settled]
  const before = from === undefined ? '' : `由${from.name}`
  const reason = `${decided.say(decision)}${before}调整为${grading.grades[to]?.name}`
  return { to, adjusted: { from: from?.id ?? null, to: grading.grades[to]!.id }, reason }
}
