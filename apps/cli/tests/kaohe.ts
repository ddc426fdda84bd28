import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Interrupt, NEVER } from '../src/interrupt.ts'
import { main } from '../src/main.ts'

/** The project's root, where commands are run from. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
export const GUIYANG = join(ROOT, 'schemes/guiyang-2021')

export interface Ran {
  readonly exit: number
  readonly out: string
  readonly err: string
}

/** Runs a command inside this process. */
export function kaohe(...args: readonly string[]): Promise<Ran> {
  return ranWith(NEVER, ...args)
}

/** The same, interrupted as said. */
export async function ranWith(interrupt: Interrupt, ...args: readonly string[]): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []]
  const write = (to: string[]) => (text: string | Uint8Array) =>
    to.push(typeof text === 'string' ? text : Buffer.from(text).toString('latin1'))
  const streams = { out: { write: write(out) }, err: { write: write(err) } }
  const exit = await main(args, streams, interrupt)
  return { exit, out: out.join(''), err: err.join('') }
}

/** Runs a line as a shell would, in a process of its own. */
export function shell(line: string, cwd = ROOT) {
  const door = join(ROOT, 'apps/cli/bin/kaohe.mjs')
  const whole = line.replaceAll('npx kaohe', `"${process.execPath}" "${door}"`)
  return spawnSync('bash', ['-o', 'pipefail', '-c', whole], { cwd, encoding: 'utf8' })
}

/** A folder for one test, gone after it. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-'))
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
