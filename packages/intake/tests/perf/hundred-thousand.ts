/**
 * Reads a workbook of 100,000 rows and compares time and memory with the bare streaming reader of exceljs:
 * `node packages/intake/tests/perf/hundred-thousand.ts`. Prints one line a measure; exits 1 over the limits.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { readFacts } from '../../src/index.ts'
import { EVENT_HEAD, sheet, UNITS } from '../support/base.ts'
import { scheme } from '../support/scheme.ts'
import { workbook } from '../support/xlsx.ts'

const ROWS = 100_000
const LIMITS = { megabytes: 300, times: 1.5 }
const MEBIBYTE = 1_048_576
const LEVELS = ['区级', '市级', '省级']

export function write(path: string): void {
  const rows = Array.from({ length: ROWS }, (_, i) => [
    ['沙井镇团委', 't02', 't03'][i % 3] ?? 't01',
    44_927 + (i % 365),
    LEVELS[i % 3] ?? '',
    1 + (i % 200),
    `第${i}次活动`,
    `照片${i}.jpg`,
    null,
    null,
    `王${i % 90}`,
    i,
    '备注',
    'x',
  ])
  const head = [...EVENT_HEAD, null, null, '填报人', '序号', '备注', '说明']
  writeFileSync(
    path,
    workbook({ sheets: [sheet('单位', UNITS), sheet('志愿服务活动', [head, ...rows])] }),
  )
}

async function bare(path: string): Promise<number> {
  // Loaded here alone, so that it does not count as our memory.
  const { default: ExcelJS } = await import('exceljs')
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([readFileSync(path)]), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
  })
  let cells = 0
  for await (const one of reader) for await (const row of one) cells += row.cellCount
  return cells
}

function ours(path: string): number {
  const { dataset, diagnostics } = readFacts(
    [{ path: 'a.xlsx', bytes: readFileSync(path) }],
    scheme,
  )
  if (dataset === undefined) throw new Error(diagnostics[0]?.message)
  return dataset.events.length
}

async function measure(which: string, path: string): Promise<void> {
  const start = performance.now()
  const count = which === 'bare' ? await bare(path) : ours(path)
  const peak = process.resourceUsage().maxRSS / 1024
  console.log(
    JSON.stringify({
      which,
      count,
      milliseconds: Math.round(performance.now() - start),
      megabytes: Math.round(peak),
    }),
  )
}

interface Measure {
  readonly milliseconds: number
  readonly megabytes: number
}

// Each in a process of its own: memory once taken is not given back.
function inOwnProcess(which: string, path: string): Measure {
  const { stdout, stderr } = spawnSync(process.execPath, [import.meta.filename, which, path], {
    encoding: 'utf8',
  })
  if (stdout === '') throw new Error(stderr)
  process.stdout.write(stdout)
  return JSON.parse(stdout) as Measure
}

function best(which: string, path: string): Measure {
  const all = [1, 2, 3].map(() => inOwnProcess(which, path))
  return all.reduce((a, b) => (a.milliseconds <= b.milliseconds ? a : b))
}

function compareBoth(): void {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-intake-'))
  const path = join(folder, 'a.xlsx')
  write(path)
  console.log(`${ROWS} rows, ${(readFileSync(path).length / MEBIBYTE).toFixed(1)} MB`)
  const [peer, own] = [best('bare', path), best('ours', path)]
  rmSync(folder, { recursive: true })
  const times = own.milliseconds / peer.milliseconds
  console.log(
    `time ${times.toFixed(2)} x the bare streaming reader (at most ${LIMITS.times}), memory ${own.megabytes} MB (at most ${LIMITS.megabytes})`,
  )
  process.exitCode = times <= LIMITS.times && own.megabytes <= LIMITS.megabytes ? 0 : 1
}

const [, , which, path] = process.argv
if (which !== undefined && path !== undefined) await measure(which, path)
else compareBoth()
