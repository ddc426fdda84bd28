/** `npm run backup -- FILE [--with-keys]` and `npm run restore -- FILE`. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readSettings } from '../settings.ts'
import { backUp, bringBack } from './commands.ts'

const USAGE = '用法：npm run backup -- 文件 [--with-keys]，或 npm run restore -- 文件'

async function main(args: string[]): Promise<string> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'with-keys': { type: 'boolean', default: false } },
  })
  const [act, file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new Error(USAGE)
  const settings = readSettings(process.env, [])
  const path = resolve(process.env['INIT_CWD'] ?? '.', file)
  if (act === 'backup') return backUp(settings, path, values['with-keys'])
  if (act === 'restore') return bringBack(settings, path)
  throw new Error(USAGE)
}

try {
  console.log(await main(process.argv.slice(2)))
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
