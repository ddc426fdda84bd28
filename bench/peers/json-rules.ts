/**
 * json-rules-engine: conditions only, no arithmetic in rules. So each threshold is a rule whose event carries the
 * points to add, and what is linear is a dynamic fact of the almanac, as its documentation advises.
 */
import { type Data, unitAt } from '../workload/data.ts'
import { type Expr, read, type Rule } from '../workload/expr.ts'
import { RULES } from '../workload/rules.ts'
import { perUnit } from './finish.ts'
import type { Peer } from './peer.ts'
import { ternaries } from './text.ts'

type Step = { at: number; points: number }

/** A rule that is one ladder of constants over one fact becomes pure conditions. */
function ladder(e: Expr): { fact: string; below: number; steps: Step[] } | undefined {
  if (typeof e !== 'object' || !('bands' in e)) return undefined
  const { bands, below, from } = e
  if (typeof bands !== 'object' || !('fact' in bands) || typeof below !== 'number') return undefined
  if (!from.every(([, v]) => typeof v === 'number')) return undefined
  let last = below
  const steps = from.map(([at, v]) => {
    const points = (v as number) - last
    last = v as number
    return { at, points }
  })
  return { fact: bands.fact, below, steps }
}

const js = ternaries(
  (name) => `u.${name}`,
  'Math.min',
  'Math.max',
  (a, b) => `Math.floor(${a} / ${b})`,
)

export default {
  name: 'json-rules',
  label: 'json-rules-engine, thresholds and dynamic facts',
  threads: 1,
  maxUnits: 1_000,
  async prepare(data: Data) {
    const { Engine } = await import('json-rules-engine')
    const engine = new Engine([], { allowUndefinedFacts: false })
    const threshold = (r: Rule, fact: string, s: Step) =>
      engine.addRule({
        conditions: { all: [{ fact, operator: 'greaterThanInclusive', value: s.at }] },
        event: { type: r.id, params: { points: s.points } },
      })
    const computed = (r: Rule) => {
      const value = new Function('u', `return ${read(r.points, js)}`) as (u: unknown) => number
      engine.addFact(`points_${r.id}`, async (_: unknown, almanac: any) =>
        value(await almanac.factValue('unit')),
      )
      engine.addRule({
        conditions: { all: [{ fact: `points_${r.id}`, operator: 'notEqual', value: 0 }] },
        event: { type: r.id, params: { points: { fact: `points_${r.id}` } } },
      })
    }
    const base = RULES.map((r) => ladder(r.points)?.below ?? 0)
    for (const r of RULES) {
      const steps = ladder(r.points)
      if (steps) for (const s of steps.steps) threshold(r, steps.fact, s)
      else computed(r)
    }
    // Lets an event's parameter name a fact, which is how computed points come back.
    ;(engine as any).replaceFactsInEventParams = true
    const units = Array.from({ length: data.units }, (_, i) => {
      const u = unitAt(data, i)
      return { ...u, unit: u }
    })
    return perUnit(data, async (i, t) => {
      RULES.forEach((r, k) => {
        t[r.id]![i] = base[k]!
      })
      const { events } = await engine.run(units[i])
      for (const e of events) t[e.type]![i]! += e.params!.points
    })
  },
} satisfies Peer
