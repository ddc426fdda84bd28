/** `memory`: growth of the process per unit, facts and all outputs, after one run. Peers with a process of their own are left out. */
import { PEERS } from '../peers/index.ts'
import { OURS } from '../ours.ts'
import { start } from './field.ts'
import { judge } from './goals.ts'
import { figure, table } from './print.ts'
import type { Options } from './options.ts'

const ELSEWHERE = ['c', 'c2', 'postgres']

export async function memory(o: Options): Promise<boolean> {
  const rows: string[][] = [['peer', 'units', 'bytes a unit', 'must | aim', 'met']]
  for (const p of PEERS.filter((x) => !o.only || o.only.includes(x.name)).filter((x) => !ELSEWHERE.includes(x.name))) {
    const r = await start(p, o.units)
    if ('why' in r) continue
    const { rss } = await r.ask({ do: 'run' })
    await r.ask({ do: 'stop' })
    const bytes = (rss! - r.rss) / r.units + (p.sharesFacts ? r.factBytes : 0)
    rows.push([p.label, `${r.units}`, figure(bytes), ...(OURS.includes(p) ? ['140 | 110', judge(bytes, 140, 110)] : [])])
  }
  console.log(table(rows))
  return true
}
