import {
  compare,
  type ConsequenceResult,
  type Evaluation,
  type Rational,
  type UnitResult,
} from '@kaohe/engine'

/** How many units stand otherwise when a scheme is a little different; the most of all the ways that were tried. */
export interface Effect {
  /** With other points. */
  readonly moved: number
  /** With another rank. */
  readonly ranked: number
  /** The most places that one moved. */
  readonly farthest: number
  /** With another grade. */
  readonly regraded: number
  /** With another outcome of some consequence, or with other money of it. */
  readonly consequences: number
}

interface Pair {
  readonly before: UnitResult
  readonly after: UnitResult
}

function pairsOf(before: Evaluation, after: Evaluation): readonly Pair[] {
  const later = new Map(after.results().map((one) => [one.unit, one]))
  return before.results().flatMap((one) => {
    const other = later.get(one.unit)
    return other === undefined ? [] : [{ before: one, after: other }]
  })
}

const sameAmount = (a: Rational | undefined, b: Rational | undefined): boolean =>
  a && b ? compare(a, b) === 0 : a === b

function hasMoved({ before, after }: Pair): boolean {
  const [was, is] = [before.total, after.total]
  if (was !== undefined && is !== undefined) return compare(was, is) !== 0
  const same = (end: 'lo' | 'hi'): boolean => {
    const [a, b] = [before.range?.[end], after.range?.[end]]
    return a && b ? compare(a, b) === 0 : a === b
  }
  return was !== is || !same('lo') || !same('hi')
}

function placesOf({ before, after }: Pair): number {
  if (before.rank === undefined || after.rank === undefined) return 0
  return Math.abs(after.rank - before.rank)
}

const isOther = (a: ConsequenceResult, b: ConsequenceResult | undefined): boolean =>
  a.met !== b?.met || !sameAmount(a.amount, b.amount)

const hasOtherConsequences = ({ before, after }: Pair): boolean =>
  before.consequences.some((one, i) => isOther(one, after.consequences[i]))

/** What comes of trying a scheme in other ways on the same facts. @param others one evaluation for each way */
export function effectOf(before: Evaluation, others: readonly Evaluation[]): Effect {
  const tried = others.map((after) => pairsOf(before, after))
  const most = (count: (pairs: readonly Pair[]) => number) => Math.max(0, ...tried.map(count))
  return {
    moved: most((pairs) => pairs.filter(hasMoved).length),
    ranked: most((pairs) => pairs.filter((pair) => placesOf(pair) > 0).length),
    farthest: most((pairs) => Math.max(0, ...pairs.map(placesOf))),
    regraded: most(
      (pairs) => pairs.filter((pair) => pair.before.grade !== pair.after.grade).length,
    ),
    consequences: most((pairs) => pairs.filter(hasOtherConsequences).length),
  }
}
