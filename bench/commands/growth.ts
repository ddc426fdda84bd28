/** `growth`: time per unit-period from 10^3 to 10^6 units, for ours, the kernel, C and DuckDB; and from 35 to 700 rules, for ours. */
import { PEERS } from '../peers/index.ts'
import { OURS } from '../ours.ts'
import { growthInRules } from './growth-rules.ts'
import { perUnit, race, type Runner, start } from './field.ts'
import { nanoseconds, table } from './print.ts'
import type { Options } from './options.ts'

const SIZES = [1_000, 10_000, 100_000, 1_000_000]
const CONTROLS = ['c', 'kernel', 'polars', 'duckdb-histogram']

export async function growth(o: Options): Promise<boolean> {
  const peers = PEERS.filter((p) => !o.only || o.only.includes(p.name)).filter(
    (p) => OURS.includes(p) || CONTROLS.includes(p.name),
  )
  const sizes = SIZES.filter((n) => n <= o.units)
  const rows: string[][] = [['peer', ...sizes.map(String), 'largest over best']]
  for (const p of peers) {
    const runners = (await Promise.all(sizes.map((n) => start(p, n)))).filter(
      (x): x is Runner => 'times' in x,
    )
    await race(runners, o.rounds)
    const times = runners.map((r) => perUnit(r))
    rows.push([p.label, ...times.map(nanoseconds), (times.at(-1)! / Math.min(...times)).toFixed(2)])
  }
  console.log(table(rows))
  growthInRules(o)
  return true
}
