import type { Context } from 'hono'
import type { Secrets } from '../../keys/secrets.ts'
import { addressOf } from '../../http/request.ts'

/** Where else one may sign in, as the environment says (OpenID Connect). */
export interface ProviderSettings {
  readonly issuer: string
  readonly client: string
  readonly secret: string
  readonly name: string
  /** Where the provider sends people back to. */
  readonly redirect: string
}

/** How long a session lasts, from its beginning and without a request. */
export interface SessionLimits {
  readonly hours: number
  readonly idleMinutes: number
}

export type TwoFactors = 'administrators' | 'all'

/** How the doors stand. */
export interface Door {
  readonly secrets: Secrets
  /** Whoever sits at this machine may set an empty installation up; else the code of the terminal may. */
  readonly localSetUp: boolean
  /** Proxies of ours between people and the server: so many addresses of X-Forwarded-For are believed. */
  readonly proxies: number
  readonly elsewhere: ProviderSettings | undefined
  readonly sessions: SessionLimits
  /** Who shows a second factor: the three administrators, or everybody. */
  readonly twoFactors: TwoFactors
  /** Common or stolen passwords that the site does not take. */
  readonly refusedPasswords: ReadonlySet<string>
}

/** Where a request comes from, behind so many proxies of ours. */
export function clientAddress(c: Context, { proxies }: Door): string {
  if (proxies === 0) return addressOf(c)
  const told = (c.req.header('X-Forwarded-For') ?? '').split(',').map((one) => one.trim())
  return told.at(-proxies) ?? addressOf(c)
}

const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]']
const LOCAL_ADDRESSES = ['', '127.0.0.1', '::1', '::ffff:127.0.0.1']

/**
 * Does someone at this machine ask, by one of its own names? (Another site can make a name of its own lead
 * here, but not call itself localhost.)
 */
export function isLocal(c: Context): boolean {
  const host = c.req.header('Host') ?? new URL(c.req.url).host
  const name = host.replace(/:\d+$/, '')
  return LOCAL_NAMES.includes(name) && LOCAL_ADDRESSES.includes(addressOf(c))
}
