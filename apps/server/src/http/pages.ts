import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'

const BUILT = fileURLToPath(new URL('../../../web/dist', import.meta.url))

/** The web application as it was built. Any address that is no file is one of its pages. */
export function pages(app: Hono): void {
  if (!existsSync(BUILT)) return
  app.use('/assets/*', async (c, next) => {
    await next()
    // Names hold the hash of the content.
    c.header('Cache-Control', 'public, max-age=31536000, immutable')
  })
  app.use('*', serveStatic({ root: BUILT, precompressed: true }))
  app.get('*', serveStatic({ root: BUILT, path: 'index.html' }))
}
