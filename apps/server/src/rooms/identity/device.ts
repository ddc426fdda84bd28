import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Services } from '../../services.ts'

const NAME = 'kaohe_device'
const PURPOSE = 'device'
const YEAR_S = 31_536_000

/**
 * Did this browser sign in to the login before? Then it need not wait for what others behind the same
 * address tried. The cookie holds the login's hash, sealed; it opens nothing.
 */
export function isKnownDevice(c: Context, { door }: Services, login: Buffer): boolean {
  const cookie = getCookie(c, NAME)
  if (cookie === undefined) return false
  return door.secrets.open(Buffer.from(cookie, 'base64url'), PURPOSE)?.equals(login) ?? false
}

export function rememberDevice(c: Context, { door, secure }: Services, login: Buffer): void {
  const value = door.secrets.seal(login, PURPOSE).toString('base64url')
  const path = '/api/session'
  setCookie(c, NAME, value, { httpOnly: true, sameSite: 'Strict', path, secure, maxAge: YEAR_S })
}
