import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Count, countTests, type VitestReport } from './count.ts'

function exitCodeOf(args: readonly string[]): Promise<number> {
  const child = spawn('vitest', ['run', ...args], { stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

function readReport(path: string): VitestReport | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as VitestReport) : undefined
}

/** Runs vitest on the terminal, and counts from the report that it writes besides. */
export async function runVitest(filters: readonly string[]): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-test-'))
  const report = join(folder, 'report.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const exitCode = await exitCodeOf([...reporters, ...filters])
    return countTests(readReport(report), exitCode)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
