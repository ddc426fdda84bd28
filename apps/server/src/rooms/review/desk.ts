import { review } from '@kaohe/contract'
import { listAssessees, lyingOn } from '@kaohe/storage'
import type { Hono } from 'hono'
import { notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { deskCautions } from './cautions.ts'
import { itemAcross } from './item.ts'
import { remarkLimit } from './plan.ts'
import { maySee, planIn, type SeenDesks, seenDesks } from './seen.ts'
import { shownDesk, shownField, shownMark, shownOpinion, shownUnit, takingPart } from './shown.ts'

/** A desk whose marks one may read now. @throws notFound */
function openPlan(seen: SeenDesks, party: string) {
  const plan = planIn(seen, party)
  if (!maySee(seen, party)) throw notFound()
  return plan
}

/** How far the departments are, and what lies on a desk. */
export function deskRoutes(app: Hono, services: Services): void {
  serve(app, services, review.listDesks, async (call) => {
    const seen = await seenDesks(call)
    const units = takingPart(await listAssessees(call.db, seen.cycle.id))
    return {
      title: seen.cycle.title,
      desks: seen.plans.map((plan) => shownDesk(seen, plan, units)),
    }
  })

  serve(app, services, review.readDesk, async (call) => {
    const { db, params } = call
    const seen = await seenDesks(call)
    const plan = openPlan(seen, params.party)
    const { scheme } = seen.program
    const all = takingPart(await listAssessees(db, seen.cycle.id))
    const { marks, opinions } = await lyingOn(db, seen.cycle.id, params.party)
    const units = all.map((one) => shownUnit(one, plan, marks, seen.own))
    return {
      title: seen.cycle.title,
      desk: shownDesk(seen, plan, all),
      fields: plan.fields.map((field) => shownField(field, params.party, scheme)),
      units,
      marks: marks.map(shownMark),
      opinions: opinions.map(shownOpinion),
      grades: (scheme.grading?.grades ?? []).map(({ id, name }) => ({ id, name })),
      remark: remarkLimit(plan),
      cautions: deskCautions(plan, units, marks, opinions),
    }
  })

  serve(app, services, review.readDeskItem, async (call) => {
    const { db, params } = call
    const seen = await seenDesks(call)
    const plan = openPlan(seen, params.party)
    const field = plan.fields.find(({ judged }) => judged.id === params.item)
    if (field === undefined) throw notFound()
    return itemAcross(db, seen, field)
  })
}
