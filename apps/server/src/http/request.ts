import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'

/** Each request has an identifier, in the log, in the log of acts, and in what a person may quote to us. */
export function requestId(c: Context): string {
  const known = c.get('request') as string | undefined
  if (known !== undefined) return known
  const id = randomUUID()
  c.set('request', id)
  return id
}

/** Where the request came from, as the connection says. */
export function addressOf(c: Context): string {
  const env = c.env as { incoming?: { socket: { remoteAddress?: string } } } | undefined
  return env?.incoming?.socket.remoteAddress ?? ''
}
