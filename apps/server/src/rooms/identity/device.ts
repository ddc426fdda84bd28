import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { cookieOf, prefixOf } from '../../http/token.ts'
import type { Services } from '../../services.ts'

const NAME = 'kaohe_device'
const PURPOSE = 'device'
const YEAR_S = 31_536_000

/**
 * Did this browser sign in to the login before? Then it need not wait for what others behind the same
 * address tried. The cookie holds the login's hash, sealed; it opens nothing.
 */
export function isKnownDevice(c: Context, services: Services, login: Buffer): boolean {
  const cookie = cookieOf(c, services, NAME)
  if (cookie === undefined) return false
  return (
    services.door.secrets.open(Buffer.from(cookie, 'base64url'), PURPOSE)?.equals(login) ?? false
  )
}

export function rememberDevice(c: Context, services: Services, login: Buffer): void {
  const value = services.door.secrets.seal(login, PURPOSE).toString('base64url')
  const options = {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/api/session',
    maxAge: YEAR_S,
    ...prefixOf(services),
  } as const
  setCookie(c, NAME, value, options)
}
