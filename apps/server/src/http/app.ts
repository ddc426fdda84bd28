import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import type { Services } from '../services.ts'
import { isDatabaseAway } from './away.ts'
import { badRequest, databaseAway, forbiddenOrigin, notFound, Stop } from './problem.ts'
import { requestId } from './request.ts'

const MOST_BYTES = 2_000_000

// Another site's page may not act with this one's cookie, whatever the browser makes of SameSite.
function isForeign(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== host
}

/** The application without routes: headers, request identifiers, and every error as a problem document. */
export function makeApp({ log }: Services): Hono {
  const app = new Hono()
  // Set after what is below: a file of evidence opened by itself runs nothing and loads nothing.
  app.use('/api/evidence/*', async (c, next) => {
    await next()
    c.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
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
    }),
  )
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: MOST_BYTES,
      onError: () => {
        throw badRequest('内容太大')
      },
    }),
  )
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
    if (error instanceof Stop)
      return c.json({ ...error.problem, request }, error.problem.status as 400, PROBLEM)
    if (isDatabaseAway(error)) {
      log.error({ request, err: error }, 'database away')
      c.header('Retry-After', '2')
      return c.json({ ...databaseAway(c.req.method !== 'GET').problem, request }, 503, PROBLEM)
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
