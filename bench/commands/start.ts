/** `start`: the tool's own `--version` above a bare start of the same Node, turn by turn. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { least, median } from './field.ts'
import { figure, table } from './print.ts'
import type { Options } from './options.ts'

const TOOL = fileURLToPath(new URL('../../apps/cli/bin/kaohe.mjs', import.meta.url))

function once(args: readonly string[]): number {
  const from = performance.now()
  spawnSync(process.execPath, args)
  return performance.now() - from
}

export async function startUp(o: Options): Promise<boolean> {
  const tool = existsSync(TOOL)
  const bare: number[] = [],
    own: number[] = []
  for (let k = 0; k < o.rounds * 3; k++) {
    bare.push(once(['-e', '0']))
    if (tool) own.push(once([TOOL, '--version']))
  }
  const row = (name: string, xs: readonly number[]) => [name, figure(least(xs)), figure(median(xs))]
  console.log(
    table([
      ['start', 'min ms', 'median ms'],
      row('bare Node', bare),
      ...(tool ? [row('kaohe --version', own)] : []),
    ]),
  )
  console.log(
    tool
      ? `above bare: ${figure(median(own) - median(bare))} ms (must 40, aim 15)`
      : 'the tool: not there yet',
  )
  return true
}
