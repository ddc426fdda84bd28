import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { matchedRoutes } from 'hono/route'

/** Each request has an identifier, in the log, in the log of acts, and in what a person may quote to us. */
export function requestId(c: Context): string {
  const known = c.get('request') as string | undefined
  if (known !== undefined) return known
  const id = randomUUID()
  c.set('request', id)
  return id
}

/** The route that answers, without what was named in the address: what stands before and behind answers all methods. */
export function routeIn(c: Context): string {
  return matchedRoutes(c).find(({ method }) => method !== 'ALL')?.path ?? 'none'
}

/** Notes on which post the request acts, for what is written down of it. */
export function actsOn(c: Context, post: string): void {
  c.set('post', post)
}

/** The post on which the request acted; undefined for who is not signed in, or has none. */
export function postOf(c: Context): string | undefined {
  return c.get('post') as string | undefined
}

/** Where the request came from, as the connection says. */
export function addressOf(c: Context): string {
  const env = c.env as { incoming?: { socket: { remoteAddress?: string } } } | undefined
  return env?.incoming?.socket.remoteAddress ?? ''
}
