import type { Hono } from 'hono'
import type { Services } from '../../services.ts'
import { bundleRoutes } from './bundle.ts'
import { closenessRoutes } from './closeness.ts'
import { comprehensiveRoutes } from './comprehensive.ts'
import { concludingRoutes } from './concluding.ts'
import { objectingRoutes } from './objecting.ts'
import { paperRoutes } from './papers/routes.ts'
import { publicisedRoutes } from './publicised.ts'
import { publicisingRoutes } from './publicising.ts'
import { readingRoutes } from './reading.ts'
import { releaseRoutes } from './release.ts'
import { suggestionRoutes } from './suggestions.ts'
import { rulingRoutes } from './ruling.ts'

/** The room result: computed, frozen, decided on by a meeting, ratified, released. */
export function resultRoutes(app: Hono, services: Services): void {
  readingRoutes(app, services)
  concludingRoutes(app, services)
  releaseRoutes(app, services)
  objectingRoutes(app, services)
  rulingRoutes(app, services)
  publicisingRoutes(app, services)
  publicisedRoutes(app, services)
  suggestionRoutes(app, services)
  bundleRoutes(app, services)
  closenessRoutes(app, services)
  comprehensiveRoutes(app, services)
  paperRoutes(app, services)
}
