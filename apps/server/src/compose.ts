import type { Hono } from 'hono'
import { docsRoutes } from './docs/routes.ts'
import { closeApp, makeApp } from './http/app.ts'
import { refuseDryRuns } from './http/dry-run.ts'
import { pages } from './http/pages.ts'
import { followupRoutes } from './rooms/followup/routes.ts'
import { identityRoutes } from './rooms/identity/routes.ts'
import { jobRoutes } from './rooms/jobs/routes.ts'
import { logRoutes } from './rooms/log/routes.ts'
import { messageRoutes } from './rooms/messages/routes.ts'
import { organisationRoutes } from './rooms/organisation/routes.ts'
import { planningRoutes } from './rooms/planning/routes.ts'
import { reportingRoutes } from './rooms/reporting/routes.ts'
import { resultRoutes } from './rooms/result/routes.ts'
import { reviewRoutes } from './rooms/review/routes.ts'
import type { Services } from './services.ts'
import {
  makeMetrics,
  type Operations,
  refuseWhenShort,
  watchRequests,
  watchRoutes,
} from './watch/index.ts'

const unwatched = ({ db, space }: Services): Operations => ({
  metrics: makeMetrics(db, space),
  isDraining: () => false,
  isClosing: () => false,
  metricsToken: undefined,
})

/** The whole application: the doors, the rooms, what watches it, and the pages of the web. */
export function compose(services: Services): Hono {
  const app = makeApp(services)
  const { watch = unwatched(services) } = services
  watchRequests(app, services, watch)
  watchRoutes(app, services, watch)
  refuseWhenShort(app, services)
  refuseDryRuns(app)
  docsRoutes(app)
  identityRoutes(app, services)
  organisationRoutes(app, services)
  planningRoutes(app, services)
  reportingRoutes(app, services)
  reviewRoutes(app, services)
  resultRoutes(app, services)
  followupRoutes(app, services)
  jobRoutes(app, services)
  messageRoutes(app, services)
  logRoutes(app, services)
  closeApp(app)
  pages(app)
  return app
}
