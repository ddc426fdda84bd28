/** `workbook`: 100,000 rows read, validated and kept, against readers that do nothing with what they read. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Form, write } from '../workbook/write.ts'
import { least } from './field.ts'
import type { Options } from './options.ts'
import { figure, table } from './print.ts'

const CHILD = fileURLToPath(new URL('workbook-child.ts', import.meta.url))
const ROWS = 100_000
const MOST_TIMES = 1.5
const MOST_MEGABYTES = 300
const NAMES = ['ours', 'exceljs', 'loop'] as const
const LABELS = { ours: 'ours, validated and kept', exceljs: 'exceljs, streaming', loop: 'fflate + saxes, bare loop' }

type Run = { rows: number; milliseconds: number; megabytes: number }
type Runs = Record<(typeof NAMES)[number], Run[]>

function once(name: string, path: string, cache: string): Run {
  const env = { ...process.env, NODE_COMPILE_CACHE: cache }
  const { stdout, stderr } = spawnSync(process.execPath, [CHILD, name, path], { env, encoding: 'utf8' })
  if (!stdout) throw new Error(stderr)
  return JSON.parse(stdout) as Run
}

/** Turn by turn, so that a slow minute of the machine hits all; the first round only fills the cache of compiled code. */
function runsOf(path: string, cache: string, rounds: number): Runs {
  const runs: Runs = { ours: [], exceljs: [], loop: [] }
  for (let k = -1; k < rounds; k++)
    for (const name of NAMES) {
      const run = once(name, path, cache)
      if (run.rows !== ROWS) throw new Error(`${name} read ${run.rows} rows`)
      if (k >= 0) runs[name].push(run)
    }
  return runs
}

/** Prints one form of the workbook. @returns Whether both goals hold against the streaming reader of exceljs. */
function print(form: Form, bytes: number, runs: Runs): boolean {
  const time = (name: keyof Runs) => least(runs[name].map((r) => r.milliseconds))
  const peak = (name: keyof Runs) => Math.max(...runs[name].map((r) => r.megabytes))
  const ratio = (name: keyof Runs) => time('ours') / time(name)
  const holds = { time: ratio('exceljs') <= MOST_TIMES, memory: peak('ours') <= MOST_MEGABYTES }
  const rows = NAMES.map((n) => [LABELS[n], figure(time(n)), n === 'ours' ? '' : figure(ratio(n)), figure(peak(n))])
  console.log(`${form} texts, ${(bytes / 2 ** 20).toFixed(1)} MB packed`)
  console.log(table([['reader', 'min ms', 'ours over it', 'peak MB'], ...rows]))
  console.log(`time over exceljs at most ${MOST_TIMES}: ${holds.time ? 'must' : 'MISSED'}; memory at most ${MOST_MEGABYTES} MB: ${holds.memory ? 'must' : 'MISSED'}`)
  return holds.time && holds.memory
}

export async function workbook(o: Options): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-workbook-'))
  const path = join(folder, 'a.xlsx')
  const held = (['shared', 'inline'] as const).map((form) => {
    const bytes = write(form, ROWS)
    writeFileSync(path, bytes)
    return print(form, bytes.length, runsOf(path, join(folder, 'cache'), Math.min(o.rounds, 5)))
  })
  rmSync(folder, { recursive: true })
  return held.every(Boolean)
}
