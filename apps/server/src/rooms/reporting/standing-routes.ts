import { reporting } from '@kaohe/contract'
import { findUnit } from '@kaohe/storage'
import type { Hono } from 'hono'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { sourceOf } from './source.ts'
import { standingOf } from './standing.ts'

/** Where one unit stands in one cycle, for its own page. */
export function standingRoutes(app: Hono, services: Services): void {
  serve(app, services, reporting.readStanding, async ({ db, params, permit, now }) => {
    const unit = permit(await findUnit(db, params.unit))
    return standingOf(await sourceOf(db, params.cycle, unit), now)
  })
}
