/** `cold`: from a new process, prepare (compile included) and score 1,000 units once. */
import { OURS } from '../ours.ts'
import { PEERS } from '../peers/index.ts'
import { least, median, start } from './field.ts'
import { figure, table } from './print.ts'
import type { Options } from './options.ts'

const UNITS = 1_000
const CONTROLS = ['kernel', 'duckdb-histogram', 'jsonlogic', 'zen']

export async function cold(o: Options): Promise<boolean> {
  const rows: string[][] = [['peer', 'min ms', 'median ms', 'must | aim']]
  for (const p of PEERS.filter((x) => OURS.includes(x) || CONTROLS.includes(x.name))) {
    const times: number[] = []
    for (let k = 0; k < o.rounds * 2; k++) {
      const r = await start(p, UNITS)
      if ('why' in r) break
      times.push(r.prepareMs + (await r.ask({ do: 'run' })).ms!)
      await r.ask({ do: 'stop' })
    }
    const goal = OURS.includes(p) ? '5 | 2' : ''
    if (times.length) rows.push([p.label, figure(least(times)), figure(median(times)), goal])
  }
  console.log(table(rows))
  if (OURS.length === 0) console.log('ours: not wired in yet')
  return true
}
