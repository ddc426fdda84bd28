import { type Evaluation, evaluate } from '../../src/evaluate/index.ts'
import type { Dataset, FactEntry } from '../../src/model/index.ts'
import { canonicalJson } from '../../src/proof/index.ts'
import { randomDataset } from '@kaohe/scheme'
import type { Case, Property } from './case.ts'

/** The unit and everything below it keep what they reported; everyone else reports something else. */
function othersChanged({ dataset, scheme, chance }: Case, unit: string): Dataset {
  const fresh = randomDataset(chance('others'), scheme, { units: 4 })
  const own = (id: string) => id === unit || id.startsWith(`${unit}s`)
  const mix = (was: readonly FactEntry[], is: readonly FactEntry[]) => [
    ...was.filter((f) => own(f.unit)),
    ...is.filter((f) => !own(f.unit)),
  ]
  return {
    ...dataset,
    units: [...dataset.units.filter((u) => own(u.id)), ...fresh.units.filter((u) => !own(u.id))],
    facts: mix(dataset.facts, fresh.facts),
    previous: mix(dataset.previous, fresh.previous),
    events: [
      ...dataset.events.filter((e) => own(e.unit)),
      ...fresh.events.filter((e) => !own(e.unit)),
    ],
  }
}

function pointsOf(evaluation: Evaluation, unit: string): string {
  const { items, parts, range } = evaluation.result(unit)
  const written = JSON.stringify({ items, parts, range }, (_, v: unknown) =>
    typeof v === 'bigint' ? `${v}` : v,
  )
  return canonicalJson(JSON.parse(written) as unknown)
}

/** True where a unit is compared with others. */
export function comparesUnits({ program }: Pick<Case, 'program'>): boolean {
  return program.unit.inputs.some((input) => input.from === 'peers')
}

export const others: readonly Property[] = [
  {
    name: 'what other units report changes no points where no rule compares units',
    holds(of) {
      if (comparesUnits(of)) return 0
      const unit = `t${of.chance('unit').below(4)}`
      const after = evaluate(of.program, othersChanged(of, unit))
      const [was, is] = [pointsOf(of.evaluation, unit), pointsOf(after, unit)]
      if (was !== is) throw new Error(`${unit}: ${was} became ${is}`)
      return of.program.items.length
    },
  },
  {
    name: 'ranks follow from the totals, equal totals sharing one',
    holds({ evaluation }) {
      const results = evaluation.results()
      if (results.some((r) => r.total === undefined)) return 0
      for (const mine of results) {
        const better = results.filter((other) => isMore(other.total, mine.total)).length
        if (mine.rank !== better + 1)
          throw new Error(`${mine.unit}: rank ${mine.rank}, and ${better} are better`)
      }
      return results.length
    },
  },
]

type Total = ReturnType<Evaluation['result']>['total']

function isMore(a: Total, b: Total): boolean {
  return a !== undefined && b !== undefined && a.num * b.den > b.num * a.den
}
