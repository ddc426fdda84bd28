import type { Hono } from 'hono'
import type { Services } from '../../services.ts'
import { claimRoutes } from './claims.ts'
import { decidingRoutes } from './deciding.ts'
import { deskRoutes } from './desk.ts'
import { letterRoutes } from './letter/routes.ts'
import { meetingRoutes } from './meeting/routes.ts'
import { markingRoutes } from './marking.ts'
import { inspectionRoutes } from './inspection.ts'
import { reopeningRoutes } from './reopening.ts'
import { surveyRoutes } from './surveys.ts'
import { verdictRoutes } from './verdicts.ts'

/** The room review: the desks of departments, and who signs for them. */
export function reviewRoutes(app: Hono, services: Services): void {
  deskRoutes(app, services)
  markingRoutes(app, services)
  decidingRoutes(app, services)
  claimRoutes(app, services)
  verdictRoutes(app, services)
  inspectionRoutes(app, services)
  reopeningRoutes(app, services)
  surveyRoutes(app, services)
  letterRoutes(app, services)
  meetingRoutes(app, services)
}
