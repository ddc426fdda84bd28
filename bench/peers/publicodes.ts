/** publicodes: a rule per fact and per item, parsed once; a unit is a situation. */
import { type Data, unitAt } from '../workload/data.ts'
import { read, type Reading } from '../workload/expr.ts'
import { FACTS } from '../workload/facts.ts'
import { RULES } from '../workload/rules.ts'
import { perUnit } from './finish.ts'
import type { Peer } from './peer.ts'

type Node = string | number | Record<string, unknown>

const mechanisms: Reading<Node> = {
  constant: (v) => v,
  fact: (name) => words(name),
  sum: (parts) => ({ somme: parts }),
  times: (f, of) => (f === 1 ? of : { produit: [f, of] }),
  least: (parts) => ({ 'le minimum de': parts }),
  greatest: (parts) => ({ 'le maximum de': parts }),
  atLeast: (x, at, then, otherwise) => ({
    variations: [{ si: { '>=': [x, at] }, alors: then }, { sinon: otherwise }],
  }),
  // Rounds to the nearest whole, half up; the quotient of two small integers has an exact half or none.
  percent: (a, t, full) => ({
    'le minimum de': [full, { valeur: { '/': [{ produit: [full, a] }, t] }, arrondi: 'oui' }],
  }),
}

/** Names in publicodes are words, not identifiers. */
const words = (name: string): string => name.replaceAll('_', ' ')

export default {
  name: 'publicodes',
  label: 'publicodes, parsed once',
  threads: 1,
  maxUnits: 60,
  async prepare(data: Data) {
    const { default: Engine } = await import('publicodes')
    const facts = FACTS.map((f) => [words(f.name), { 'par défaut': 0 }] as const)
    const rules = RULES.map((r) => [words(r.id), { valeur: read(r.points, mechanisms) }] as const)
    const engine = new Engine(Object.fromEntries([...facts, ...rules]) as never)
    const units = Array.from({ length: data.units }, (_, i) =>
      Object.fromEntries(Object.entries(unitAt(data, i)).map(([k, v]) => [words(k), v])),
    )
    return perUnit(data, (i, t) => {
      engine.setSituation(units[i] as never)
      for (const r of RULES) t[r.id]![i] = Number(engine.evaluate(words(r.id)).nodeValue)
    })
  },
} satisfies Peer
