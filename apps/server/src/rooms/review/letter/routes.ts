import type { Hono } from 'hono'
import type { Services } from '../../../services.ts'
import { briefingRoutes } from './briefing.ts'
import { holdingRoutes } from './holding.ts'
import { issuingRoutes } from './issuing.ts'
import { collectingRoutes } from './collecting.ts'
import { paperRoutes } from './paper.ts'
import { remindingRoutes } from './reminding.ts'
import { scanRoutes } from './scan.ts'

/** Letters to leaders, from the list of receivers to the end of the collection. */
export function letterRoutes(app: Hono, services: Services): void {
  collectingRoutes(app, services)
  issuingRoutes(app, services)
  holdingRoutes(app, services)
  paperRoutes(app, services)
  scanRoutes(app, services)
  briefingRoutes(app, services)
  remindingRoutes(app, services)
}
