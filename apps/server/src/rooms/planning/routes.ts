import type { Hono } from 'hono'
import type { Services } from '../../services.ts'
import { assesseeRoutes } from './assessee-routes.ts'
import { cycleRoutes } from './cycle-routes.ts'
import { departmentRoutes } from './department-routes.ts'
import { draftingRoutes } from './drafting.ts'
import { noticeRoutes } from './notice-routes.ts'
import { planFileRoutes } from './plan-file-routes.ts'
import { planRoutes } from './plan-routes.ts'
import { proposalRoutes } from './proposal-routes.ts'
import { publicationRoutes } from './publication-routes.ts'
import { schemeRoutes } from './scheme-routes.ts'

/** Schemes, cycles, and the year as it is planned. */
export function planningRoutes(app: Hono, services: Services): void {
  schemeRoutes(app, services)
  publicationRoutes(app, services)
  cycleRoutes(app, services)
  assesseeRoutes(app, services)
  departmentRoutes(app, services)
  proposalRoutes(app, services)
  draftingRoutes(app, services)
  noticeRoutes(app, services)
  planRoutes(app, services)
  planFileRoutes(app, services)
}
