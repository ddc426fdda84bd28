/** `kaohe backup FILE [--with-keys]` and `kaohe restore FILE`, also as `npm run backup -- FILE`. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readSettings } from '../settings.ts'
import { backUp, bringBack } from './commands.ts'

const USAGE = '用法：npx kaohe backup 文件 [--with-keys]，或 npx kaohe restore 文件'
const HELP = `${USAGE}
backup   把数据库和文件备份成一个文件，服务不必停；已有的文件不会被覆盖
restore  把备份恢复到空的系统；先核对备份是否完好，坏的不恢复

  --with-keys  密钥也放进备份（第二因素、日志签名）；这样的备份要像密码一样保管

系统在哪里，与服务用同样的设置：KAOHE_DATA_DIR，或 KAOHE_DATABASE_URL。退出码：0 正常，1 没有做成，2 用法不对。`

class Misuse extends Error {}

function given(args: string[]) {
  const withKeys = { type: 'boolean', default: false } as const
  const options = { 'with-keys': withKeys, help: { type: 'boolean', default: false } } as const
  try {
    return parseArgs({ args, allowPositionals: true, options })
  } catch {
    throw new Misuse(USAGE)
  }
}

async function main(args: string[]): Promise<string> {
  const { values, positionals } = given(args)
  if (values.help) return HELP
  const [act, file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new Misuse(USAGE)
  const settings = readSettings(process.env, [])
  const path = resolve(process.env['INIT_CWD'] ?? '.', file)
  if (act === 'backup') return backUp(settings, path, values['with-keys'])
  if (act === 'restore') return bringBack(settings, path)
  throw new Misuse(USAGE)
}

try {
  console.log(await main(process.argv.slice(2)))
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = error instanceof Misuse ? 2 : 1
}
