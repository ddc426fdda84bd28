import type { Hono } from 'hono'
import type { Services } from '../../services.ts'
import { detailRoutes } from './details.ts'
import { importRoutes } from './import.ts'
import { mergingRoutes } from './merging.ts'
import { pageRoutes } from './page.ts'
import { successionRoutes } from './succession.ts'
import { treeRoutes } from './tree.ts'

/** Organisations: the tree, each unit's page, what becomes of units, import and export. */
export function organisationRoutes(app: Hono, services: Services): void {
  treeRoutes(app, services)
  pageRoutes(app, services)
  successionRoutes(app, services)
  mergingRoutes(app, services)
  detailRoutes(app, services)
  importRoutes(app, services)
}
