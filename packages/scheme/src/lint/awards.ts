import { type Expr, type NodeId, type Rational, examplesOf, valueIn } from '@kaohe/engine'
import type { RowInput } from '@kaohe/engine'
import type { RuleSite } from './rules.ts'
import { type Site, attempt } from './site.ts'

/** A rule that gives points for events of a kind. */
export interface Award {
  readonly site: RuleSite
  readonly event: string
  readonly where: Expr | undefined
}

const GIVING = new Set(['each', 'levels'])

/** Every rule that gives (and does not take) points for single events. */
export function awardsOf(site: Site): readonly Award[] {
  return site.rules.flatMap((rule) => {
    const { event, where, gain } = rule.params
    const gives = GIVING.has(rule.kind.name) && gain !== undefined && typeof event === 'string'
    return gives ? [{ site: rule, event, where: where as Expr | undefined }] : []
  })
}

/** Of 就高 and 就低 only one rule counts, whatever else holds. */
export function onlyOneCounts(a: Award, b: Award): boolean {
  const outer = a.site.around.filter((rule) => b.site.around.includes(rule))
  return outer.some(({ kind }) => kind.name === 'best' || kind.name === 'worst')
}

/** One event, with the values that matter. */
export interface Case {
  readonly values: readonly { readonly input: RowInput; readonly value: Rational }[]
  /** The awards that it earns. */
  readonly earns: readonly Award[]
}

const ALWAYS: Expr = { expr: 'binary', op: 'equals', left: one(), right: one() }

function one(): Expr {
  return { expr: 'number', quantity: { value: { num: 1n, den: 1n }, unit: undefined } }
}

function pairsUp(earned: readonly Award[]): boolean {
  return earned.some((a, i) => earned.slice(i + 1).some((b) => !onlyOneCounts(a, b)))
}

/** An event that earns as many of the awards as one can, if one can earn more than one. */
export function earningMost(site: Site, awards: readonly Award[]): Case | undefined {
  const spot = awards[0]?.site.inner
  if (spot === undefined) return undefined
  return attempt(() => {
    const { nodes, inputs, ids } = site.bench.exprs(
      awards.map(({ where }) => where ?? ALWAYS),
      spot,
    )
    let best: Case | undefined
    for (const row of examplesOf(nodes, inputs as readonly RowInput[])) {
      const value = valueIn(nodes, row)
      const earns = awards.filter((_, i) => value(ids[i] as NodeId)?.num === 1n)
      if (earns.length <= (best?.earns.length ?? 1) || !pairsUp(earns)) continue
      best = {
        earns,
        values: row.map((given, i) => ({ input: inputs[i] as RowInput, value: given })),
      }
    }
    return best
  })
}
