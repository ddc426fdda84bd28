import { reporting } from '@kaohe/contract'
import { confirmReport, findUnit, grantException, returnItem, settleReturns } from '@kaohe/storage'
import type { Hono } from 'hono'
import { changedMeanwhile, conflict, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { tellReturned, tellSubmitted } from '../messages/tell.ts'
import { nowIn } from './clock.ts'
import { dueMoment, shownSubmission } from './shown.ts'
import { refuseClosed, type ReportSource, sourceOf } from './source.ts'

const placeOf = ({ unit, cycle }: ReportSource) => ({
  org: unit.id,
  committee: cycle.org,
  cycle: cycle.id,
})

/** Handing in, giving back, and later deadlines. */
export function submissionRoutes(app: Hono, services: Services): void {
  serve(app, services, reporting.confirmReport, async (call) => {
    const { db, params, body, actor, now } = call
    const unit = call.permit(await findUnit(db, params.unit))
    const source = await sourceOf(db, params.cycle, unit)
    call.stands(async () => shownSubmission(await sourceOf(db, params.cycle, unit), now))
    refuseClosed(source)
    const place = { ...placeOf(source), behindDays: source.cycle.behind_days }
    const deadline = dueMoment(source)
    const stored = await confirmReport(db, place, actor.person, deadline, body.version)
    if (stored === undefined) throw changedMeanwhile()
    await settleReturns(db, placeOf(source))
    const [before, after] = [shownSubmission(source, now), shownSubmission(source, now, stored)]
    await tellSubmitted(call, source.cycle, unit)
    await call.record({ object: `report/${params.cycle}/${unit.id}`, org: unit.id, before, after })
    return after
  })

  serve(app, services, reporting.returnItem, async (call) => {
    const { db, params, body, actor, now } = call
    const unit = call.permit(await findUnit(db, params.unit))
    const source = await sourceOf(db, params.cycle, unit)
    refuseClosed(source)
    const given = source.sheet.find((one) => one.item.id === body.item)?.item
    if (given === undefined) throw notFound()
    const { item, reason } = body
    const at = nowIn(source.cycle, now).toISOString()
    const id = await returnItem(db, { ...placeOf(source), item, reason, person: actor.person, at })
    if (id === undefined) throw conflict('这一项已经退回，单位还没有重新提交')
    await tellReturned(call, source.cycle, unit.id, given.name, reason)
    await call.record({ object: `return/${id}`, org: unit.id, after: { item, reason } })
    return { id }
  })

  serve(app, services, reporting.grantException, async (call) => {
    const { db, params, body, actor, now } = call
    const { dueOn, reason } = body
    const unit = call.permit(await findUnit(db, params.unit))
    const source = await sourceOf(db, params.cycle, unit)
    if (source.assessee === null)
      throw conflict('这个单位只提供数据，不能单独延期', '请给用它的数据的考核对象延期')
    await grantException(db, {
      ...placeOf(source),
      due_on: dueOn,
      reason,
      person: actor.person,
      at: nowIn(source.cycle, now).toISOString(),
    })
    const { exception } = source.around
    await call.record({
      object: `exception/${params.cycle}/${unit.id}`,
      org: unit.id,
      ...(exception && { before: exception }),
      after: { dueOn, reason },
    })
    return { dueOn }
  })
}
