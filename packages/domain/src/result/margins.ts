import { compare, type Rational, subtract, type UnitResult } from '@kaohe/engine'

/** How far a unit is from another: by so many points, never less than none. */
export interface Margin {
  readonly unit: string
  readonly name: string
  readonly by: Rational
  /** The grade that the other one has, where it is another. */
  readonly grade: string | undefined
}

/** What is close to a unit, in its own group, where all points concerned are known exactly. */
export interface Margins {
  /** The nearest before it, and behind it; of those level with it, any. */
  readonly ahead: Margin | undefined
  readonly behind: Margin | undefined
  /** The nearest of those before it that has another grade, and of those behind it. */
  readonly better: Margin | undefined
  readonly worse: Margin | undefined
}

interface Known {
  readonly result: UnitResult
  readonly total: Rational
}

function known(results: readonly UnitResult[], group: string): readonly Known[] {
  return results.flatMap((result) => {
    const { total } = result
    return total === undefined || result.group !== group ? [] : [{ result, total }]
  })
}

function nearest(
  me: Known,
  others: readonly Known[],
  apart: (other: Known) => Rational,
): Margin | undefined {
  const [first] = others
    .map((other) => ({ other, by: apart(other) }))
    .filter(({ by }) => by.num >= 0n)
    .toSorted((a, b) => compare(a.by, b.by) || (a.other.result.unit < b.other.result.unit ? -1 : 1))
  if (first === undefined) return undefined
  const { unit, name, grade } = first.other.result
  return { unit, name, by: first.by, grade: grade === me.result.grade ? undefined : grade }
}

/** How little would be enough for a unit to stand otherwise. Without known points of its own, nothing is close. */
export function marginsOf(results: readonly UnitResult[], unit: string): Margins {
  const mine = results.find((one) => one.unit === unit)
  const group = known(results, mine?.group ?? '')
  const me = group.find(({ result }) => result.unit === unit)
  if (me === undefined)
    return { ahead: undefined, behind: undefined, better: undefined, worse: undefined }
  const others = group.filter((one) => one !== me)
  const otherwise = others.filter(({ result: { grade } }) => grade !== me.result.grade)
  const above = (other: Known): Rational => subtract(other.total, me.total)
  const below = (other: Known): Rational => subtract(me.total, other.total)
  return {
    ahead: nearest(me, others, above),
    behind: nearest(me, others, below),
    better: nearest(me, otherwise, above),
    worse: nearest(me, otherwise, below),
  }
}
