import { createHash, timingSafeEqual } from 'node:crypto'
import { answers } from '@kaohe/storage'
import type { Context, Hono } from 'hono'
import { addressOf, requestId, routeIn } from '../http/request.ts'
import type { Services } from '../services.ts'
import { duringRequest } from './log.ts'
import type { Operations } from './operations.ts'

const LONGEST_WAIT_MS = 2000
const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

function mayAsk(c: Context, token: string | undefined): boolean {
  // What a proxy forwards comes from this machine too, and says that it was forwarded.
  if (token === undefined)
    return LOOPBACK.has(addressOf(c)) && c.req.header('X-Forwarded-For') === undefined
  const given = c.req.header('Authorization') ?? ''
  return timingSafeEqual(digest(given), digest(`Bearer ${token}`))
}

/** Every request is counted, timed and named in the lines that it writes. Stands before the routes. */
export function watchRequests(app: Hono, { log }: Services, operations: Operations): void {
  const { metrics, isClosing } = operations
  app.use(async (c, next) => {
    const begun = performance.now()
    metrics.begun()
    await duringRequest(requestId(c), next).finally(() => metrics.ended())
    if (isClosing()) c.header('Connection', 'close')
    const ms = performance.now() - begun
    const { method } = c.req
    const route = routeIn(c)
    const { status } = c.res
    metrics.answered(method, route, status, ms / 1000)
    log.info({ request: requestId(c), method, route, status, ms: Math.round(ms) }, 'answered')
  })
}

/** For what starts, watches and balances servers: alive, ready, and figures. No one signs in for these. */
export function watchRoutes(app: Hono, { db }: Services, operations: Operations): void {
  app.get('/healthz', (c) => c.text('ok\n'))
  app.get('/readyz', async (c) => {
    if (operations.isDraining()) return c.text('draining\n', 503)
    const ready = await answers(db, LONGEST_WAIT_MS)
    return ready ? c.text('ready\n') : c.text('database away\n', 503)
  })
  app.get('/metrics', async (c) => {
    if (!mayAsk(c, operations.metricsToken)) return c.text('not found\n', 404)
    const { metrics } = operations
    return c.body(await metrics.text(), 200, { 'Content-Type': metrics.contentType })
  })
}
