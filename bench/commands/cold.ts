/** `cold`: in a new process, from the checked scheme to 1,000 scored units; V8's cache of compiled code off and on. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { least, median } from './field.ts'
import { judge } from './goals.ts'
import { figure, table } from './print.ts'
import type { Options } from './options.ts'

const CHILD = fileURLToPath(new URL('cold-child.ts', import.meta.url))
const PARTS = ['compile', 'plan', 'load (emits code)', 'score']

type Run = { all: number; parts: number[] }

function once(cache: string | undefined): Run {
  const env = { ...process.env, ...(cache ? { NODE_COMPILE_CACHE: cache } : {}) }
  const { stdout, stderr } = spawnSync(process.execPath, [CHILD], { env, encoding: 'utf8' })
  if (!stdout) throw new Error(stderr)
  return JSON.parse(stdout) as Run
}

function row(name: string, runs: readonly Run[]): string[] {
  const all = runs.map((r) => r.all)
  const parts = PARTS.map((_, k) => figure(least(runs.map((r) => r.parts[k]!))))
  return [name, figure(least(all)), figure(median(all)), ...parts, '5 | 2', judge(least(all), 5, 2)]
}

export async function cold(o: Options): Promise<boolean> {
  const cache = mkdtempSync(join(tmpdir(), 'kaohe-cold-'))
  once(cache)
  const [bare, cached]: [Run[], Run[]] = [[], []]
  for (let k = 0; k < o.rounds * 2; k++) {
    bare.push(once(undefined))
    cached.push(once(cache))
  }
  rmSync(cache, { recursive: true })
  const head = ['1,000 units', 'min ms', 'median ms', ...PARTS, 'must | aim', 'met']
  console.log(table([head, row('ours', bare), row('ours, compiled code cached', cached)]))
  return true
}
