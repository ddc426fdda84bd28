import { openApi } from '@kaohe/contract'
import type { Hono } from 'hono'
import { type Described, docsPage } from './page.ts'

/** The description of the API, for programs and for people. Anyone may read it: it names nobody. */
export function docsRoutes(app: Hono): void {
  let known: object | undefined
  const described = (): object => (known ??= openApi())
  app.get('/api/openapi.json', (c) => c.json(described()))
  app.get('/api/docs', (c) => c.html(docsPage(described() as Described)))
}
