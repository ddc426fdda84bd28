import { review } from '@kaohe/contract'
import { briefingsOf, listAssessees } from '@kaohe/storage'
import type { Hono } from 'hono'
import { conflict } from '../../../http/problem.ts'
import { serve } from '../../../http/serve.ts'
import type { Services } from '../../../services.ts'
import { tellBriefingDue } from '../../messages/tell.ts'
import { takingPart } from '../shown.ts'
import { fieldsFor, stepsOf } from './plan.ts'
import { planOf, seenLetters } from './seen.ts'

/**
 * Units are reminded of their briefing. Never of a letter: whether their leader has answered is not theirs to
 * know, nor to press him for.
 */
export function remindingRoutes(app: Hono, services: Services): void {
  serve(app, services, review.remindBriefings, async (call) => {
    const { db, params } = call
    const seen = await seenLetters(call)
    const { cycle, program } = seen
    const plan = planOf(seen, params.source)
    const { briefing } = stepsOf(program.scheme, plan.source)
    if (briefing === null) throw conflict('方案没有要求向分管领导专题汇报')
    const done = (await briefingsOf(db, cycle.id)).filter(({ source }) => source === params.source)
    const told = new Set(done.map(({ org }) => org))
    const late = takingPart(await listAssessees(db, cycle.id)).filter(
      ({ unit, type }) =>
        !told.has(unit) && plan.parties.some((party) => fieldsFor(plan, party, type).length > 0),
    )
    const units = late.map(({ unit }) => unit)
    await tellBriefingDue(call, cycle, units, briefing.name)
    const object = `cycle/${cycle.id}/letters/${params.source}`
    await call.record({ object, after: { reminded: units } })
    return { told: units.length }
  })
}
