import type { Dataset, Expr, FactDeclaration, Item, Scheme, Unit } from '@kaohe/engine'
import { periodsOf, visitRule } from '../layout/index.ts'
import { Applicability } from './applies.ts'

export interface TemplateOptions {
  /** The units to be listed; without them the sheet 单位 is left to be filled in. */
  readonly units?: readonly Unit[]
  /** Facts to be filled in already. */
  readonly filled?: Dataset
  /** How many periods to offer for facts whose number of periods the notice leaves open. */
  readonly episodes?: number
}

const EPISODES = 12

/** What the sheets of one template share. */
export interface Context {
  readonly scheme: Scheme
  readonly units: readonly Unit[]
  readonly filled: Dataset | undefined
  readonly uses: ReadonlyMap<string, readonly Item[]>
  readonly applicability: Applicability
  periods(fact: FactDeclaration): readonly (string | null)[]
}

function namesIn(item: Item): Set<string> {
  const names = new Set<string>()
  visitRule(item, {
    expr: (e: Expr) => {
      if (e.expr === 'fact') names.add(e.fact)
      if (e.expr === 'fold' && e.over.of !== 'each')
        names.add(e.over.of === 'fact' ? e.over.fact : e.over.event)
    },
    rule: (r) => {
      const event = (r.params as { event?: unknown } | undefined)?.event
      if (typeof event === 'string') names.add(event)
    },
  })
  return names
}

function usesOf(scheme: Scheme): Map<string, Item[]> {
  const uses = new Map<string, Item[]>()
  for (const item of scheme.items)
    for (const name of namesIn(item)) uses.set(name, [...(uses.get(name) ?? []), item])
  return uses
}

function observedPeriods(fact: FactDeclaration, filled: Dataset | undefined): string[] {
  const seen = (filled?.facts ?? [])
    .filter((f) => f.fact === fact.id && f.period !== null)
    .map((f) => f.period as string)
  return [...new Set(seen)].toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
}

/** Gathers what all sheets of a template need. */
export function contextOf(scheme: Scheme, options: TemplateOptions): Context {
  const episodes = Array.from({ length: options.episodes ?? EPISODES }, (_, i) => `${i + 1}`)
  const periods = (fact: FactDeclaration): readonly (string | null)[] => {
    const declared = periodsOf(fact, scheme)
    if (declared !== null) return declared
    const offered = fact.period === 'episode' ? episodes : []
    const seen = observedPeriods(fact, options.filled)
    return seen.length > offered.length ? seen : offered
  }
  return {
    scheme,
    units: options.units ?? options.filled?.units ?? [],
    filled: options.filled,
    uses: usesOf(scheme),
    applicability: new Applicability(scheme),
    periods,
  }
}

/**
 * The units that report a fact or an event arising at a level; undefined is the assessed units
 * themselves. One that is not assessed and of no level may be of any, as it is when it is counted.
 */
export function unitsAt(context: Context, level: string | undefined): readonly Unit[] {
  const levelOf = (unit: Unit): string | undefined =>
    unit.level ?? context.scheme.assessees.find((a) => a.id === unit.type)?.level
  const below = (unit: Unit): boolean => unit.type === null && unit.level === undefined
  return context.units.filter((unit) =>
    level === undefined ? unit.type !== null : levelOf(unit) === level || below(unit),
  )
}
