/** JsonLogic compiled to functions: one logic whose answer is the array of all 35 points, so that a unit costs one call. */
import { type Data, unitAt } from '../workload/data.ts'
import { read, type Reading } from '../workload/expr.ts'
import { RULES } from '../workload/rules.ts'
import { perUnit } from './finish.ts'
import type { Peer } from './peer.ts'

type Logic = number | { [operator: string]: unknown }

/** JsonLogic has no rounding: a whole division is `(n - n % d) / d`. */
const divided = (n: Logic, d: Logic): Logic => ({ '/': [{ '-': [n, { '%': [n, d] }] }, d] })

const logic: Reading<Logic> = {
  constant: (v) => v,
  fact: (name) => ({ var: name }),
  sum: (parts) => ({ '+': parts }),
  times: (f, of) => (f === 1 ? of : { '*': [f, of] }),
  least: (parts) => ({ min: parts }),
  greatest: (parts) => ({ max: parts }),
  atLeast: (x, at, then, otherwise) => ({ if: [{ '>=': [x, at] }, then, otherwise] }),
  percent: (a, t, full) => ({
    min: [full, divided({ '+': [{ '*': [2 * full, a] }, t] }, { '*': [2, t] })],
  }),
}

export default {
  name: 'jsonlogic',
  label: 'JsonLogic compiled (json-logic-engine)',
  threads: 1,
  maxUnits: 100_000,
  async prepare(data: Data) {
    const { LogicEngine } = await import('json-logic-engine')
    const run = new LogicEngine().build(RULES.map((r) => read(r.points, logic))) as (
      unit: unknown,
    ) => number[]
    const units = Array.from({ length: data.units }, (_, i) => unitAt(data, i))
    return perUnit(data, (i, t) => {
      const points = run(units[i])
      for (let k = 0; k < RULES.length; k++) t[RULES[k]!.id]![i] = points[k]!
    })
  },
} satisfies Peer
