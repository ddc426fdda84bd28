import { type Direction, directionsIn } from '../../src/bounds/index.ts'
import { type Evaluation, evaluate } from '../../src/evaluate/index.ts'
import type { FactEntry } from '../../src/model/index.ts'
import { add, compare, exactly, int, least } from '../../src/number/index.ts'
import type { Case, Property } from './case.ts'

/** The entry with a greater figure, within what its declaration allows. */
function raised({ scheme }: Case, entry: FactEntry): FactEntry {
  if (!('number' in entry.value)) return entry
  const most = scheme.facts?.find((f) => f.id === entry.fact)?.most?.value
  const number = add(entry.value.number, int(3))
  return { ...entry, value: { number: most === undefined ? number : least(number, most) } }
}

/** Facts on which some item is said to go one way. */
function leaves({ program, scheme }: Case): readonly string[] {
  const ways = directionsIn(program.unit)
  const told = program.items.flatMap(({ points }) => [...ways(points)])
  const oneWay = new Set(told.flatMap(([leaf, way]) => (way === 'either' ? [] : [leaf])))
  return (scheme.facts ?? []).flatMap(({ id }) => (oneWay.has(`fact:${id}`) ? [id] : []))
}

function follows(way: Direction, order: number): boolean {
  return way === 'up' ? order >= 0 : way === 'down' ? order <= 0 : true
}

/** Points of one item of all units, before and after; those known both times are compared. */
function expectWay(of: Case, after: Evaluation, item: Case['program']['items'][number]) {
  return (way: Direction): number =>
    of.evaluation.readings
      .map((reading, i) => {
        const [was, is] = [reading, after.readings[i]].map((r) => r?.values.of(item.points))
        const [a, b] = [was && exactly(was), is && exactly(is)]
        if (a === undefined || b === undefined) return 0
        if (!follows(way, compare(b, a)))
          throw new Error(`${reading.unit.id}: ${item.item.id} does not go ${way}`)
        return compare(a, b) === 0 ? 0 : 1
      })
      .reduce<number>((x, y) => x + y, 0)
}

export const monotone: readonly Property[] = [
  {
    name: 'points go the way with a fact that the analysis says',
    holds(of) {
      const { program, dataset } = of
      const ways = directionsIn(program.unit)
      const all = leaves(of)
      if (all.length === 0) return 0
      const fact = all[of.chance('raise').below(all.length)] as string
      const facts = dataset.facts.map((entry) => (entry.fact === fact ? raised(of, entry) : entry))
      const after = evaluate(program, { ...dataset, facts })
      return program.items
        .map((item) => {
          const way = ways(item.points).get(`fact:${fact}`)
          return way === undefined || way === 'either' ? 0 : expectWay(of, after, item)(way)
        })
        .reduce((a, b) => a + b, 0)
    },
  },
]
