import { compare, equal, type Met, negate, type Rational, subtract } from '@kaohe/engine'

/** A unit as a consequence looked at it this year. */
export interface Stood {
  readonly unit: string
  readonly name: string
  readonly total: Rational | undefined
  readonly rank: number | undefined
  readonly met: Met
}

/** How near the nearest unit is for which it came out otherwise. */
export interface Nearest {
  readonly points: Rational
  readonly ranks: number | undefined
  readonly name: string
}

/**
 * Firm: it stays though the total moves by a step. Close: a step would change it. Tied: a unit with the same
 * total was treated otherwise. All: nobody was treated otherwise. Open: something is not known.
 */
export type Robustness = 'firm' | 'close' | 'tied' | 'all' | 'open'

export const distance = (a: Rational, b: Rational): Rational => {
  const apart = subtract(a, b)
  return apart.num < 0n ? negate(apart) : apart
}

/** The nearest unit that was treated otherwise; undefined where there is none, or a total is not known. */
export function nearestOf(own: Stood, others: readonly Stood[]): Nearest | undefined {
  const { total, rank } = own
  if (total === undefined || own.met === 'undecided') return undefined
  const otherwise = others.flatMap((one) => {
    if (one.unit === own.unit || one.met === own.met || one.met === 'undecided') return []
    if (one.total === undefined) return []
    const ranks =
      rank === undefined || one.rank === undefined ? undefined : Math.abs(rank - one.rank)
    return [{ points: distance(total, one.total), ranks, name: one.name }]
  })
  return otherwise.toSorted(
    (a, b) => compare(a.points, b.points) || (a.ranks ?? 0) - (b.ranks ?? 0),
  )[0]
}

/** One unit of a result with the line that it must reach, where the scheme writes one. */
interface Checked {
  readonly own: Stood
  readonly others: readonly Stood[]
  /** How far it is from a line of points that the scheme writes; undefined where it writes none. */
  readonly line: Rational | undefined
  readonly step: Rational
}

/** Whether a consequence would still be met if the total moved by the smallest step, or ties went otherwise. */
export function robustnessOf({ own, others, line, step }: Checked): Robustness {
  if ([own, ...others].some(({ met }) => met === 'undecided')) return 'open'
  // Whoever reaches everybody does so whatever the totals are.
  if (line === undefined && others.every(({ met }) => met === own.met)) return 'all'
  if (own.total === undefined) return 'open'
  const beside = nearestOf(own, others)
  const nearest = [beside?.points, line].filter((one) => one !== undefined)
  const isTied = others.some(
    (one) => one.met !== own.met && one.total !== undefined && equal(one.total, own.total!),
  )
  if (isTied) return 'tied'
  if (nearest.length === 0) return 'all'
  return nearest.some((one) => compare(one, step) <= 0) ? 'close' : 'firm'
}
