/** mathjs: 35 expressions compiled once and evaluated against a scope. */
import { type Data, unitAt } from '../workload/data.ts'
import { read } from '../workload/expr.ts'
import { RULES } from '../workload/rules.ts'
import { perUnit } from './finish.ts'
import type { Peer } from './peer.ts'
import { ternaries } from './text.ts'

const text = ternaries(
  (name) => name,
  'min',
  'max',
  (a, b) => `floor(${a} / ${b})`,
)

export default {
  name: 'mathjs',
  label: 'mathjs, compiled',
  threads: 1,
  maxUnits: 5_000,
  async prepare(data: Data) {
    const { compile } = await import('mathjs')
    const rules = RULES.map((r) => compile(read(r.points, text)))
    const units = Array.from(
      { length: data.units },
      (_, i) => new Map(Object.entries(unitAt(data, i))),
    )
    return perUnit(data, (i, t) => {
      for (let k = 0; k < RULES.length; k++) t[RULES[k]!.id]![i] = rules[k]!.evaluate(units[i]!)
    })
  },
} satisfies Peer
