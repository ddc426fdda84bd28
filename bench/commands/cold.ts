/**
 * `cold`: in a new process, from the checked scheme to 1,000 scored units; V8's cache of compiled code off
 * and on, which is how the tool starts. For comparison: functions compiled when their modules are loaded,
 * and a process that has done the same 60 times before.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Run } from './cold-child.ts'
import { least, median } from './field.ts'
import { judge } from './goals.ts'
import { figure, table } from './print.ts'
import type { Options } from './options.ts'

const CHILD = fileURLToPath(new URL('cold-child.ts', import.meta.url))
const PARTS = ['compile', 'plan', 'load (emits code)', 'score']

type Runs = { first: Run; again: Run }

function once(cache: string | undefined, flags: readonly string[] = []): Runs {
  const env = { ...process.env, ...(cache ? { NODE_COMPILE_CACHE: cache } : {}) }
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, CHILD], { env, encoding: 'utf8' })
  if (!stdout) throw new Error(stderr)
  return JSON.parse(stdout) as Runs
}

function row(name: string, runs: readonly Run[], judged: boolean): string[] {
  const all = runs.map((r) => r.all)
  const parts = PARTS.map((_, k) => figure(least(runs.map((r) => r.parts[k]!))))
  const met = judged ? ['5 | 2', judge(least(all), 5, 2)] : []
  return [name, figure(least(all)), figure(median(all)), ...parts, ...met]
}

export async function cold(o: Options): Promise<boolean> {
  const folder = () => mkdtempSync(join(tmpdir(), 'kaohe-cold-'))
  const [lazy, eager] = [folder(), folder()]
  const ways: [string, () => Runs][] = [
    ['ours', () => once(undefined)],
    ['ours, compiled code cached', () => once(lazy)],
    ['ours, all functions compiled and cached', () => once(eager, ['--no-lazy'])],
  ]
  for (const [, way] of ways) way()
  const runs = ways.map((): Runs[] => [])
  for (let k = 0; k < o.rounds * 2; k++) for (const [w, [, way]] of ways.entries()) runs[w]!.push(way())
  for (const made of [lazy, eager]) rmSync(made, { recursive: true })
  const head = ['1,000 units', 'min ms', 'median ms', ...PARTS, 'must | aim', 'met']
  const rows = ways.map(([name], w) => row(name, runs[w]!.map((r) => r.first), w < 2))
  const warm = row('ours, the 61st time in one process', runs[0]!.map((r) => r.again), false)
  console.log(table([head, ...rows, warm]))
  return true
}
