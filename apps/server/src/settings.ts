import { type OutsideSettings, readOutsideSettings } from './outside/index.ts'
import { readWatchSettings, type WatchSettings } from './watch/index.ts'
import { refusedPasswords } from '@kaohe/domain'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ProviderSettings, SessionLimits, TwoFactors } from './rooms/identity/door.ts'

/** How the server was told to run. */
export interface Settings {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly watch: WatchSettings
  readonly databaseUrl: string | undefined
  readonly secure: boolean
  readonly demo: boolean
  /** Where people reach it, when that is not the address it listens on; ends with a slash. */
  readonly publicUrl: string | undefined
  readonly localSetUp: boolean
  readonly proxies: number
  readonly elsewhere: ProviderSettings | undefined
  readonly outside: OutsideSettings
  readonly sessions: SessionLimits
  readonly twoFactors: TwoFactors
  /** For how many days messages are kept. */
  readonly messageDays: number
  /** With less free on the disk of the data folder nothing is written, in megabytes; 0 when nobody looks. */
  readonly leastFreeMb: number
  /** Where the site keeps fonts of its own, for PDFs; null where it has none. */
  readonly fonts: string | null
  /** Common or stolen passwords that the site does not take. */
  readonly refusedPasswords: ReadonlySet<string>
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

function publicUrlOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new Error(
      `KAOHE_PUBLIC_URL 写的是“${text}”，要写完整的网址，如 https://kaohe.example.cn/`,
    )
  return text.endsWith('/') ? text : `${text}/`
}

// TLS is a proxy's work: an address with https has one in front.
function proxiesOf(text: string | undefined, publicUrl: string | undefined): number {
  const proxies = Number(text ?? (publicUrl?.startsWith('https:') ? 1 : 0))
  if (Number.isInteger(proxies) && proxies >= 0 && proxies <= 10) return proxies
  throw new Error(`KAOHE_PROXIES 写的是“${text}”，要写前面有几层自己的代理，0 到 10`)
}

function providerOf(
  env: NodeJS.ProcessEnv,
  publicUrl: string | undefined,
): ProviderSettings | undefined {
  const issuer = env['KAOHE_OIDC_ISSUER']
  if (issuer === undefined) return undefined
  const [client, secret] = [env['KAOHE_OIDC_CLIENT'], env['KAOHE_OIDC_SECRET']]
  if (client === undefined || secret === undefined || publicUrl === undefined)
    throw new Error(
      '写了 KAOHE_OIDC_ISSUER，还要写 KAOHE_OIDC_CLIENT、KAOHE_OIDC_SECRET 和 KAOHE_PUBLIC_URL',
    )
  const name = env['KAOHE_OIDC_NAME'] ?? '统一身份'
  return { issuer, client, secret, name, redirect: `${publicUrl}api/elsewhere/callback` }
}

const LONGEST_SESSION_HOURS = 720

// A year of work and a month.
const MESSAGE_DAYS = 400
const LONGEST_MESSAGE_DAYS = 3660
// The database lets nothing younger be removed.
const SHORTEST_MESSAGE_DAYS = 90

// What the database's journal and one large import take before the next look.
const LEAST_FREE_MB = 200
const TERABYTE_MB = 1_000_000

function wholeOf(
  env: NodeJS.ProcessEnv,
  name: string,
  otherwise: number,
  most: number,
  least = 1,
): number {
  const number = Number(env[name] ?? otherwise)
  if (Number.isInteger(number) && number >= least && number <= most) return number
  throw new Error(`${name} 写的是“${env[name]}”，要写 ${least} 到 ${most} 的整数`)
}

function sessionsOf(env: NodeJS.ProcessEnv): SessionLimits {
  const hours = wholeOf(env, 'KAOHE_SESSION_HOURS', 12, LONGEST_SESSION_HOURS)
  const most = LONGEST_SESSION_HOURS * 60
  return { hours, idleMinutes: wholeOf(env, 'KAOHE_SESSION_IDLE_MINUTES', 120, most) }
}

function fontsOf(folder: string | undefined): string | null {
  if (folder === undefined) return null
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return folder
  throw new Error(`KAOHE_FONTS 写的是“${folder}”，要写放字体的文件夹`)
}

function twoFactorsOf(text = 'administrators'): TwoFactors {
  if (text === 'administrators' || text === 'all') return text
  throw new Error(
    `KAOHE_TWO_FACTORS 写的是“${text}”，要写 administrators（只有三员）或 all（所有人）`,
  )
}

// A list of a million passwords; it lies in memory.
const MOST_OF_LIST = 64_000_000

function passwordsOf(path: string | undefined): ReadonlySet<string> {
  if (path === undefined) return new Set()
  const size = statSync(path, { throwIfNoEntry: false })?.size
  if (size === undefined || size > MOST_OF_LIST)
    throw new Error(
      `KAOHE_PASSWORDS 写的是“${path}”，要写一个文本文件，每行一个不许用的密码，最大 64 MB`,
    )
  return refusedPasswords(readFileSync(path, 'utf8'))
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']

/** Reads the environment and the arguments. @throws Error saying which setting is wrong, and what it may be */
export function readSettings(env: NodeJS.ProcessEnv, args: readonly string[]): Settings {
  const host = env['HOST'] ?? '127.0.0.1'
  const publicUrl = publicUrlOf(env['KAOHE_PUBLIC_URL'])
  return {
    port: portOf(env['PORT']),
    host,
    dataDir: env['KAOHE_DATA_DIR'] ?? defaultData(),
    watch: readWatchSettings(env),
    databaseUrl: env['KAOHE_DATABASE_URL'],
    secure: publicUrl?.startsWith('https:') ?? false,
    demo: args.includes('--demo'),
    publicUrl,
    // Behind a proxy everyone seems to be at this machine.
    localSetUp: LOOPBACK.includes(host) && publicUrl === undefined,
    proxies: proxiesOf(env['KAOHE_PROXIES'], publicUrl),
    elsewhere: providerOf(env, publicUrl),
    outside: readOutsideSettings(env),
    sessions: sessionsOf(env),
    twoFactors: twoFactorsOf(env['KAOHE_TWO_FACTORS']),
    messageDays: wholeOf(
      env,
      'KAOHE_MESSAGE_DAYS',
      MESSAGE_DAYS,
      LONGEST_MESSAGE_DAYS,
      SHORTEST_MESSAGE_DAYS,
    ),
    leastFreeMb: wholeOf(env, 'KAOHE_LEAST_FREE_MB', LEAST_FREE_MB, TERABYTE_MB, 0),
    fonts: fontsOf(env['KAOHE_FONTS']),
    refusedPasswords: passwordsOf(env['KAOHE_PASSWORDS']),
  }
}
