import { ofThisYear, type Stood } from '@kaohe/domain'
import { type Consequence, evaluate, type Met, type UnitResult } from '@kaohe/engine'
import { datasetOf } from '../result/whole.ts'
import type { SeenSnapshot } from '../result/seen.ts'

/** How all units stood this year, by consequence: without what it asks of the years before. */
export function standingOf(seen: SeenSnapshot): (consequence: string) => Stood[] {
  const { program, evaluation, content, resolutions } = seen
  const scheme = ofThisYear(program.scheme)
  const asksYears = (program.scheme.consequences ?? []).some(({ who }) => who?.years !== undefined)
  // Computed once more only where the years before matter.
  const thisYear = asksYears
    ? evaluate({ ...program, scheme }, datasetOf(content, program, resolutions))
    : evaluation
  const results = thisYear.results().filter(({ eligible }) => eligible !== 'no')
  return (consequence) =>
    results.map((one) => ({
      unit: one.unit,
      name: one.name,
      total: one.total,
      rank: one.rank,
      met: metIn(one, consequence),
    }))
}

export function metIn(result: UnitResult, consequence: string): Met {
  return result.consequences.find(({ id }) => id === consequence)?.met ?? 'no'
}

/** Those with whom a unit is compared for a consequence. */
export function peersOf(
  { who }: Consequence,
  { program, evaluation }: SeenSnapshot,
): (unit: string, all: readonly Stood[]) => Stood[] {
  const peers = who?.peers ?? program.scheme.ranking?.peers ?? 'all'
  const results = new Map(evaluation.results().map((one) => [one.unit, one]))
  const keyOf = (unit: string): string => {
    const one = results.get(unit)
    return peers === 'all' || one === undefined ? '' : one[peers]
  }
  return (unit, all) => all.filter((one) => keyOf(one.unit) === keyOf(unit))
}
