import type { Problem } from '@kaohe/contract'
import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import type { Services } from '../services.ts'
import { isBrokenOff, isDatabaseAway, isStorageFull, Undone } from './away.ts'
import {
  badRequest,
  changedMeanwhile,
  databaseAway,
  forbiddenOrigin,
  notFound,
  Stop,
  storageFull,
} from './problem.ts'
import { postOf, requestId, routeIn } from './request.ts'

const MOST_BYTES = 2_000_000
const MOST_BYTES_OF_FILE = 32_000_000

const tooLarge = (): never => {
  throw badRequest('内容太大')
}

// A length that was said is enforced by the parser; only what comes without one is counted on its way, for that
// gives up the quick way of reading.
function limit(maxSize: number): MiddlewareHandler {
  const counted = bodyLimit({ maxSize, onError: tooLarge })
  return async (c, next) => {
    const length = c.req.header('Content-Length')
    if (length === undefined || c.req.header('Transfer-Encoding') !== undefined)
      return counted(c, next)
    return Number(length) > maxSize ? tooLarge() : next()
  }
}

const usual = limit(MOST_BYTES)
const ofFiles = limit(MOST_BYTES_OF_FILE)

// Workbooks of all units of a province come in one piece.
const takesFiles = (path: string): boolean => /^\/api\/units-import(\/|$)/.test(path)

// Another site's page may not act with this one's cookie, whatever the browser makes of SameSite.
function isForeign(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== host
}

// Who said by a header what he saw is told by the status that belongs to it (RFC 9110, 15.5.13).
function asAsked(problem: Problem, ifMatch: string | undefined): Problem {
  const isChanged =
    problem.versions !== undefined || problem.type === changedMeanwhile().problem.type
  return ifMatch !== undefined && isChanged ? { ...problem, status: 412 } : problem
}

// What is no request of ours, what somebody may not do, what is not there for him, what comes too often: somebody
// may be trying doors. Who is to sign in first is none of these.
const REFUSED: readonly number[] = [400, 403, 404, 429]

const RUNS_NOTHING = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; sandbox"

/** The application without routes: headers, request identifiers, and every error as a problem document. */
export function makeApp({ log }: Services): Hono {
  const app = new Hono()
  // Set after what is below: a file of evidence opened by itself runs nothing and loads nothing.
  app.use('/api/evidence/*', async (c, next) => {
    await next()
    c.header('Content-Security-Policy', `${RUNS_NOTHING}; frame-ancestors 'none'`)
  })
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        // Ant Design writes its styles as it goes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
      referrerPolicy: 'no-referrer',
      // A year; a browser heeds it where it came by HTTPS.
      strictTransportSecurity: 'max-age=31536000; includeSubDomains',
    }),
  )
  app.use('/api/*', (c, next) => (takesFiles(c.req.path) ? ofFiles : usual)(c, next))
  app.use('/api/*', async (c, next) => {
    c.header('X-Request-Id', requestId(c))
    c.header('Cache-Control', 'no-store')
    const { method } = c.req
    if (method !== 'GET' && isForeign(c.req.header('Origin'), c.req.header('Host')))
      throw forbiddenOrigin()
    await next()
  })
  app.onError((error, c) => {
    const request = requestId(c)
    if (error instanceof Stop) {
      const problem = asAsked(error.problem, c.req.header('If-Match'))
      const { status, type } = problem
      const asked = { request, method: c.req.method, route: routeIn(c), post: postOf(c) }
      if (REFUSED.includes(status)) log.warn({ ...asked, status, type }, 'refused')
      return c.json({ ...problem, request }, problem.status as 400, PROBLEM)
    }
    if (isBrokenOff(error)) {
      log.info({ request }, 'broken off')
      return c.json({ ...badRequest('内容没有送完').problem, request }, 400, PROBLEM)
    }
    if (isStorageFull(error)) {
      log.error({ request, err: error }, 'no space left')
      return c.json({ ...storageFull().problem, request }, 507, PROBLEM)
    }
    if (isDatabaseAway(error)) {
      log.error({ request, err: error }, 'database away')
      c.header('Retry-After', '2')
      const isKnown = c.req.method === 'GET' || error instanceof Undone
      return c.json({ ...databaseAway(isKnown).problem, request }, 503, PROBLEM)
    }
    log.error({ request, err: error }, 'unexpected')
    const title = '系统出了问题，没有改动任何内容'
    const detail = `请稍后重试；若仍不行，请把编号 ${request} 告诉管理员`
    return c.json(
      { type: 'urn:kaohe:problem:fault', title, status: 500, detail, request },
      500,
      PROBLEM,
    )
  })
  return app
}

/** Behind all routes: what is not there. */
export function closeApp(app: Hono): void {
  app.all('/api/*', () => {
    throw notFound()
  })
}

const PROBLEM = { 'Content-Type': 'application/problem+json; charset=utf-8' }
