import type { Chance } from '@kaohe/scheme'
import type { Dataset, FactEntry, Item, Scheme, Unit } from '../../src/index.ts'
import { int, ratio } from '../../src/index.ts'

/** A scheme and its facts. */
export interface World {
  readonly scheme: Scheme
  readonly dataset: Dataset
}

type Change = (world: World, chance: Chance) => World

const onceIn = (chance: Chance, n: number) => chance.below(n) === 0

function pick<T>(chance: Chance, of: readonly T[]): T {
  return of[chance.below(of.length)] as T
}

const POLICIES = ['rescale', 'full', 'zero'] as const

/** What becomes of items that do not apply, the same for all: else it is left open in their category. */
const policy: Change = ({ scheme, dataset }, chance) => {
  const notApplicable = pick(chance, POLICIES)
  const changed = scheme.items.map((item): Item => {
    return { ...item, full: item.full ?? int(10), notApplicable }
  })
  return { scheme: { ...scheme, items: changed }, dataset }
}

/** Items for one type of unit only, in some days of the year only. */
const items: Change = ({ scheme, dataset }, chance) => {
  const changed = scheme.items.map((item): Item => {
    const assessees = onceIn(chance, 3) ? [pick(chance, scheme.assessees).id] : undefined
    const window = onceIn(chance, 4) ? { from: '2023-03-01', to: '2023-09-30' } : undefined
    return { ...item, assessees, window }
  })
  return { scheme: { ...scheme, items: changed }, dataset }
}

/** Facts that do not apply to a unit, in this year and the last. */
const notApplying: Change = ({ scheme, dataset }, chance) => {
  const some = (of: readonly FactEntry[]) =>
    of.map((entry) =>
      onceIn(chance, 7) && !entry.fact.startsWith('mark:')
        ? { ...entry, value: { na: true } as const }
        : entry,
    )
  const facts = scheme.facts?.map((fact) => ({ ...fact, mayNotApply: true }))
  return {
    scheme: { ...scheme, facts },
    dataset: { ...dataset, facts: some(dataset.facts), previous: some(dataset.previous) },
  }
}

/** Events without a date, events of which not all are reported, units without a group. */
const events: Change = ({ scheme, dataset }, chance) => {
  const units = dataset.units.map(({ group, ...unit }): Unit => {
    return group === undefined || onceIn(chance, 4) ? unit : { ...unit, group }
  })
  const dated = dataset.events.map((event) =>
    onceIn(chance, 8) ? { ...event, date: null } : event,
  )
  const [first] = dataset.units
  const [kind] = dataset.reported
  const pending =
    first === undefined || kind === undefined || !onceIn(chance, 2)
      ? []
      : [{ unit: first.id, event: kind }]
  return { scheme, dataset: { ...dataset, units, events: dated, pending } }
}

const DISTRICT = { id: 'district', name: '区县', above: undefined }

/** Some facts arise in the district above, for all its towns. */
const shared: Change = ({ scheme, dataset }, chance) => {
  const chosen = new Set(
    (scheme.facts ?? [])
      .filter((f) => f.period === undefined && f.level === undefined && onceIn(chance, 4))
      .map((f) => f.id),
  )
  const facts = scheme.facts?.map((fact) =>
    chosen.has(fact.id) ? { ...fact, level: 'district', spread: true } : fact,
  )
  const levels = scheme.levels?.map((l) => (l.id === 'town' ? { ...l, above: 'district' } : l))
  const towns = new Map(dataset.units.filter((u) => u.level === 'town').map((u) => [u.id, u]))
  const [first] = towns.keys()
  const moved = (of: readonly FactEntry[]) =>
    of.flatMap((entry) => {
      if (!chosen.has(entry.fact)) return [entry]
      return entry.unit === first ? [{ ...entry, unit: 'd0' }] : []
    })
  const district: Unit = { id: 'd0', name: '某区', type: null, level: 'district', attributes: {} }
  return {
    scheme: { ...scheme, facts, levels: [DISTRICT, ...(levels ?? [])] },
    dataset: {
      ...dataset,
      units: [
        district,
        ...dataset.units.map((u) => (towns.has(u.id) ? { ...u, parent: 'd0' } : u)),
      ],
      facts: moved(dataset.facts),
      previous: moved(dataset.previous),
    },
  }
}

/** Two sources with their weights, of which one does not evaluate every type of unit. */
const sources: Change = ({ scheme, dataset }, chance) => {
  const source = (id: string, percent: bigint, assessees: readonly string[] | undefined) => ({
    id,
    name: id,
    weight: ratio(percent, 100n),
    means: 'desk' as const,
    evaluators: undefined,
    assessees,
    absent: pick(chance, POLICIES),
    combine: pick(chance, ['sum', 'average', 'best', 'worst'] as const),
    remark: undefined,
    clause: undefined,
  })
  const only = onceIn(chance, 2) ? ['township'] : undefined
  const placed = scheme.items.map((item, i): Item => {
    if (item.category !== undefined) return item
    return { ...item, source: i % 2 === 0 ? 'desk' : 'poll' }
  })
  const both = [source('desk', 70n, undefined), source('poll', 30n, only)]
  return { scheme: { ...scheme, items: placed, sources: both }, dataset }
}

const CHANGES: readonly Change[] = [items, notApplying, events, shared, sources]

/** A random world with what random schemes leave out; each change now and then. */
export function varied(world: World, chance: Chance): World {
  const settled = policy(world, chance)
  return CHANGES.reduce((now, change) => (onceIn(chance, 2) ? change(now, chance) : now), settled)
}
