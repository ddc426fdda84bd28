import { type Cycle, planning } from '@kaohe/contract'
import { findCycle, findUnit, listAssessees, listCycles, type StoredCycle } from '@kaohe/storage'
import type { Hono } from 'hono'
import { notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'

function shownCycle(cycle: StoredCycle): Cycle {
  const { id, org, title, starts_on: startsOn, ends_on: endsOn, state } = cycle
  return { id, org, title, startsOn, endsOn, state }
}

/** Schemes and cycles. */
export function planningRoutes(app: Hono, services: Services): void {
  serve(app, services, planning.listCycles, async ({ db, actor, permit }) => {
    permit(actor)
    return { cycles: (await listCycles(db)).map(shownCycle) }
  })

  serve(app, services, planning.readCycle, async ({ db, params, permit }) => {
    const cycle = await findCycle(db, params.cycle)
    if (cycle === undefined) throw notFound()
    permit(await findUnit(db, cycle.org))
    const assessees = await listAssessees(db, cycle.id)
    return {
      ...shownCycle(cycle),
      assessees: assessees.map((one) => ({
        unit: one.unit,
        name: one.name,
        type: one.type,
        group: one.peer_group,
        excludedBecause: one.excluded_because,
      })),
    }
  })
}
