import type { Hono } from 'hono'
import type { Services } from '../../services.ts'
import { belowRoutes } from './below.ts'
import { evidenceRoutes } from './evidence.ts'
import { happeningRoutes } from './happenings.ts'
import { observationFileRoutes } from './observation-files.ts'
import { observationRoutes } from './observations.ts'
import { overviewRoutes } from './overview.ts'
import { paperRoutes } from './papers.ts'
import { reportRoutes } from './report-routes.ts'
import { sharedRoutes } from './shared-routes.ts'
import { standingRoutes } from './standing-routes.ts'
import { submissionRoutes } from './submission.ts'

/** All of the room. */
export function reportingRoutes(app: Hono, services: Services): void {
  reportRoutes(app, services)
  belowRoutes(app, services)
  happeningRoutes(app, services)
  sharedRoutes(app, services)
  standingRoutes(app, services)
  submissionRoutes(app, services)
  evidenceRoutes(app, services)
  overviewRoutes(app, services)
  observationRoutes(app, services)
  observationFileRoutes(app, services)
  paperRoutes(app, services)
}
