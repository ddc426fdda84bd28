import type { Hono } from 'hono'
import type { Services } from '../../../services.ts'
import { ballotingRoutes } from './balloting.ts'
import { chairingRoutes } from './chairing.ts'
import { judgingRoutes } from './judging.ts'
import { liveMeetings } from './live.ts'
import { paperRoutes } from './paper.ts'
import { preparingRoutes } from './preparing.ts'
import { problemRoutes } from './problems.ts'

/** The debrief: prepared and chaired by the office, scored by judges who come by link. */
export function meetingRoutes(app: Hono, services: Services): void {
  const live = liveMeetings(services)
  preparingRoutes(app, services)
  judgingRoutes(app, services)
  chairingRoutes(app, services, live)
  paperRoutes(app, services)
  ballotingRoutes(app, services, live)
  problemRoutes(app, services)
}
