import { type Item, type Rule, type Scheme, type Spot, type shape, vocabulary } from '@kaohe/engine'
import type { Kind } from '@kaohe/engine'
import { type Values, isRule } from './objects.ts'

/** A rule of an item, at any depth. */
export interface RuleSite {
  readonly rule: Rule
  readonly kind: Kind
  readonly params: Values
  readonly item: Item
  /** Where the rule stands, for what is outside its events. */
  readonly spot: Spot
  /** Where expressions over its events (or units below) stand. */
  readonly inner: Spot
  /** The rules around it, the outermost first. */
  readonly around: readonly RuleSite[]
}

/** The modifier that stands beside a rule, by its English name. */
export function modifierOf(rule: Rule, name: string): unknown {
  return rule.modifiers.find(({ modifier }) => modifier === name)?.params
}

function eventOf(kind: Kind, params: Values): string | undefined {
  const field = kind.params.shape === 'object' ? kind.params.fields['event'] : undefined
  const isEvent = field?.of.shape === 'reference' && field.of.to === 'event'
  return isEvent && typeof params['event'] === 'string' ? params['event'] : undefined
}

function innerSpot(kind: Kind, params: Values, spot: Spot): Spot {
  const event = eventOf(kind, params)
  if (event !== undefined) return { ...spot, over: { event } }
  const level = kind.name === 'rollup' ? params['level'] : undefined
  if (typeof level === 'string') return { ...spot, over: { level } }
  return kind.name === 'series' ? { ...spot, inPeriod: true } : spot
}

function rulesIn(of: shape.Shape, value: unknown): readonly Rule[] {
  if (value === undefined || value === null) return []
  if (of.shape === 'rule') return [value as Rule]
  if (of.shape === 'list')
    return (value as readonly unknown[]).flatMap((one) => rulesIn(of.of, one))
  if (of.shape === 'object')
    return Object.entries(of.fields).flatMap(([name, field]) =>
      rulesIn(field.of, (value as Values)[name]),
    )
  return of.shape === 'either' && isRule(value) ? [value] : []
}

function sitesOf(
  rule: Rule,
  item: Item,
  spot: Spot,
  around: readonly RuleSite[],
): readonly RuleSite[] {
  const kind = vocabulary.kinds.get(rule.kind)
  if (kind === undefined) return []
  const params = (rule.params ?? {}) as Values
  const here = { ...spot, path: rule.path }
  const site: RuleSite = {
    rule,
    kind,
    params,
    item,
    spot: here,
    inner: innerSpot(kind, params, here),
    around,
  }
  const below = rulesIn(kind.params, rule.params)
  const next = kind.name === 'series' || kind.name === 'rollup' ? site.inner : here
  return [site, ...below.flatMap((one) => sitesOf(one, item, next, [...around, site]))]
}

/** Every rule of every item, the outer before the inner. */
export function ruleSitesOf(scheme: Scheme): readonly RuleSite[] {
  return scheme.items.flatMap((item) =>
    item.rule === undefined
      ? []
      : sitesOf(
          item.rule,
          item,
          { path: item.rule.path, item, inPeriod: false, over: undefined },
          [],
        ),
  )
}
