/** CEL (@marcbachmann/cel-js, the faster of the two implementations on npm): one parsed expression, a list of all 35 points. */
import { type Data, unitAt } from '../workload/data.ts'
import { read, type Reading } from '../workload/expr.ts'
import { FACT_NAMES } from '../workload/facts.ts'
import { RULES } from '../workload/rules.ts'
import { perUnit } from './finish.ts'
import type { Peer } from './peer.ts'
import { ternaries } from './text.ts'

/** CEL has no smallest or largest of two: written as conditions. */
const chosen = (operator: string) => (parts: string[]) =>
  parts.reduce((a, b) => `(${a} ${operator} ${b} ? ${a} : ${b})`)

const text: Reading<string> = {
  ...ternaries(
    (name) => name,
    '',
    '',
    (a, b) => `(${a} / ${b})`,
  ),
  least: chosen('<'),
  greatest: chosen('>'),
  // At the target or over it the points are full; below, the quotient is under the cap by itself.
  percent: (a, t, full) => `(${a} >= ${t} ? ${full} : (${2 * full} * ${a} + ${t}) / (2 * ${t}))`,
}

/** Integers are 64 bits wide in CEL, which this implementation takes as bigint. */
const unit = (data: Data, i: number) =>
  Object.fromEntries(Object.entries(unitAt(data, i)).map(([k, v]) => [k, BigInt(v)]))

export default {
  name: 'cel',
  label: 'CEL (@marcbachmann/cel-js), parsed once',
  threads: 1,
  maxUnits: 10_000,
  async prepare(data: Data) {
    const { Environment } = await import('@marcbachmann/cel-js')
    const env = new Environment()
    for (const name of FACT_NAMES) env.registerVariable(name, 'int')
    const run = env.parse(`[${RULES.map((r) => read(r.points, text)).join(', ')}]`) as (
      u: unknown,
    ) => bigint[]
    const units = Array.from({ length: data.units }, (_, i) => unit(data, i))
    return perUnit(data, (i, t) => {
      const points = run(units[i])
      for (let k = 0; k < RULES.length; k++) t[RULES[k]!.id]![i] = Number(points[k]!)
    })
  },
} satisfies Peer
