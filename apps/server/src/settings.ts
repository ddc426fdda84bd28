import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** How the server was told to run. */
export interface Settings {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly secure: boolean
  readonly demo: boolean
}

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url))
// PostgreSQL does not run as root, and the account it runs as cannot enter a checkout below /root.
const ROOTS_DATA = '/var/lib/kaohe'

function defaultData(): string {
  return process.getuid?.() === 0 ? ROOTS_DATA : join(PROJECT, 'data')
}

function portOf(text: string | undefined): number {
  const port = Number(text ?? 3000)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new Error(`PORT 写的是“${text}”，要写 0 到 65535 的整数`)
}

/** Reads the environment and the arguments. @throws Error saying which setting is wrong, and what it may be */
export function readSettings(env: NodeJS.ProcessEnv, args: readonly string[]): Settings {
  return {
    port: portOf(env['PORT']),
    host: env['HOST'] ?? '127.0.0.1',
    dataDir: env['KAOHE_DATA_DIR'] ?? defaultData(),
    databaseUrl: env['KAOHE_DATABASE_URL'],
    secure: env['KAOHE_PUBLIC_URL']?.startsWith('https:') ?? false,
    demo: args.includes('--demo'),
  }
}
