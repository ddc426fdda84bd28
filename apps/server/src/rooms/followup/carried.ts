import { followup } from '@kaohe/contract'
import { carriedBy, type Descent } from '@kaohe/domain'
import { descentsOf, followupSteps, listAssessees, unfinishedBefore } from '@kaohe/storage'
import type { Hono } from 'hono'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { seenCycle } from '../planning/find.ts'

/** What was not made good of years before, by the units that carry it on: for desks and for those who go and look. */
export function carriedRoutes(app: Hono, services: Services): void {
  serve(app, services, followup.readCarriedOver, async (call) => {
    const { db } = call
    const cycle = await seenCycle(call, call.params.cycle)
    const stored = await unfinishedBefore(db, cycle.org, cycle.starts_on)
    const assessees = await listAssessees(db, cycle.id)
    const units = assessees.map(({ unit }) => unit)
    const names = new Map(assessees.map(({ unit, name }) => [unit, name]))
    const descents = (await descentsOf(db, units)).map(
      (one): Descent => ({ unit: one.org, earlier: one.earlier, happenedOn: one.happened_on }),
    )
    const steps = await followupSteps(
      db,
      stored.map(({ id }) => id),
    )
    return {
      measures: stored.map((one) => ({
        id: one.id,
        title: one.title,
        unitName: one.unit_name,
        carriedBy: carriedBy(descents, units, one.unit).map((id) => ({
          id,
          name: names.get(id) ?? '',
        })),
        name: one.name,
        clause: one.clause,
        dueOn: one.due_on,
        state: one.state === 'done' ? ('done' as const) : ('open' as const),
        last: steps.get(one.id)?.at(-1)?.text ?? null,
      })),
    }
  })
}
