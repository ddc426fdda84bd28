import type { Hono } from 'hono'
import type { Services } from '../../services.ts'
import { carriedRoutes } from './carried.ts'
import { decidingRoutes } from './deciding.ts'
import { hingingRoutes } from './hinging.ts'
import { readingRoutes } from './reading.ts'
import { rectifyingRoutes } from './rectifying.ts'
import { trackingRoutes } from './tracking.ts'

/** The room followup: what follows from a result, decided by people and tracked to its end. */
export function followupRoutes(app: Hono, services: Services): void {
  readingRoutes(app, services)
  hingingRoutes(app, services)
  decidingRoutes(app, services)
  rectifyingRoutes(app, services)
  trackingRoutes(app, services)
  carriedRoutes(app, services)
}
