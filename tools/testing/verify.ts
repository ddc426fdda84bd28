import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

export interface VerifyOptions {
  /** 1 is the size that the documents speak of; CI takes a small part of it. */
  readonly scale: number
}

/** What a file in tools/verify/ exports by default. It throws when something does not hold. */
export type Verification = (options: VerifyOptions) => Promise<void> | void

export function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((file) => /^[a-z0-9-]+\.ts$/.test(file))
  return files.map((file) => file.slice(0, -'.ts'.length)).toSorted()
}

export function parseScale(text: string): number {
  const scale = Number(text)
  if (text.trim() === '' || !Number.isFinite(scale) || scale <= 0) {
    throw new Error(`--scale takes a number above zero, not "${text}"`)
  }
  return scale
}

async function load(folder: string, name: string): Promise<Verification> {
  const url = pathToFileURL(join(folder, `${name}.ts`)).href
  const module = (await import(url)) as { default?: unknown }
  if (typeof module.default !== 'function') throw new Error(`${name}.ts exports no function`)
  return module.default as Verification
}

function list(names: readonly string[]): void {
  if (names.length === 0) console.log('There is nothing to verify yet: tools/verify/ is empty.')
  for (const name of names) console.log(name)
}

async function runNamed(folder: string, name: string, scale: string): Promise<void> {
  const names = namesIn(folder)
  if (!names.includes(name)) {
    throw new Error(`no verification "${name}"; there are: ${names.join(', ') || 'none'}`)
  }
  const run = await load(folder, name)
  await run({ scale: parseScale(scale) })
  console.log(`verify ${name}: passed at scale ${scale}`)
}

/** Runs one verification, or lists them all when none is named. Returns the exit code. */
export async function verify(folder: string, args: readonly string[]): Promise<number> {
  try {
    const options = { scale: { type: 'string', default: '1' } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [name] = positionals
    if (name === undefined) list(namesIn(folder))
    else await runNamed(folder, name, values.scale)
    return 0
  } catch (error) {
    console.error(`verify: ${error instanceof Error ? error.message : String(error)}`)
    return 1
  }
}
