import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addCounts, again, type Count, countTests, failedFiles, type Run } from './count.ts'

function exitCodeOf(args: readonly string[]): Promise<number> {
  const child = spawn('vitest', ['run', '--passWithNoTests', ...args], { stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

const readReport = (path: string): Run['report'] =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Run['report']) : undefined

/** Runs vitest on the terminal; the report it writes besides. */
async function run(args: readonly string[]): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-test-'))
  const report = join(folder, 'report.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const exitCode = await exitCodeOf([...reporters, ...args])
    return { report: readReport(report), exitCode }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * Browsers and servers of a busy machine answer in orders that nobody foresaw: a walk that fails is walked once more
 * from its beginning, with a product of its own, and is named at the end, so that the cause is looked for.
 */
async function walk(filters: readonly string[]): Promise<Count> {
  const first = await run(['--project=walks', ...filters])
  const failed = failedFiles(first)
  if (failed.length === 0) return countTests(first)
  console.log(`walked once more, for what failed above:\n${failed.join('\n')}`)
  const second = await run(['--project=walks', ...failed])
  console.log(`walked twice, to be looked into:\n${failed.join('\n')}`)
  return again(first, second)
}

/** All tests, the walks when the others are done. One that finds no test has failed. */
export async function runTests(filters: readonly string[]): Promise<Count> {
  const rest = countTests(await run(['--project=!walks', ...filters]))
  const count = addCounts(rest, await walk(filters))
  return count.passed + count.failed === 0 ? { passed: 0, failed: 1 } : count
}
