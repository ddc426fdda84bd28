import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Services } from '../services.ts'

const NAME = 'kaohe_session'
const BYTES = 32

/** Only the hash of a token is ever stored. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

export function newToken(): string {
  return randomBytes(BYTES).toString('base64url')
}

/**
 * The prefix of the names of our cookies. Where people arrive by HTTPS it is `__Host-`: a browser takes such a cookie
 * from this host alone, by HTTPS alone (it is marked Secure by that), so that no neighbour below the same domain can
 * lay one of its own here.
 */
export const prefixOf = ({ secure }: Services): { readonly prefix?: 'host' } =>
  secure ? { prefix: 'host' } : {}

/** What the browser sent under the name of one of our cookies. */
export function cookieOf(c: Context, services: Services, name: string): string | undefined {
  const { prefix } = prefixOf(services)
  return prefix === undefined ? getCookie(c, name) : getCookie(c, name, prefix)
}

/** The hash of the session's token, if the browser sent one. */
export function sessionToken(c: Context, services: Services): Buffer | undefined {
  const token = cookieOf(c, services, NAME)
  return token === undefined ? undefined : hashOf(token)
}

/** The hash of the token that a program brings. */
export function bearerToken(c: Context): Buffer | undefined {
  const [scheme, token] = (c.req.header('Authorization') ?? '').split(' ', 2)
  return scheme === 'Bearer' && token ? hashOf(token) : undefined
}

/**
 * The hash of the token of a private link. It travels in the fragment of an address, which no server, preview or
 * history of a proxy sees, and from there in this header, which is never written down.
 */
export function linkToken(c: Context): Buffer | undefined {
  const token = c.req.header('Kaohe-Link')
  return token === undefined || token === '' ? undefined : hashOf(token)
}

/**
 * A secret that only the link itself yields, in hexadecimal: of the token, not of the hash of it that is stored.
 * What is kept under it nobody finds who does not hold the link.
 */
export function linkSecret(c: Context): string {
  return createHmac('sha256', c.req.header('Kaohe-Link') ?? '')
    .update('kaohe box')
    .digest('hex')
}

/** Readable by no script, sent by no other site. */
export function giveToken(c: Context, services: Services, token: string): void {
  const prefix = prefixOf(services)
  setCookie(c, NAME, token, { httpOnly: true, sameSite: 'Strict', path: '/', ...prefix })
}

export function takeToken(c: Context, services: Services): void {
  deleteCookie(c, NAME, { path: '/', ...prefixOf(services) })
}
