import { review } from '@kaohe/contract'
import { isWritable } from '@kaohe/domain'
import { listAssessees, lockDesk, marksOn, moveDesk, returnOpinions } from '@kaohe/storage'
import type { Hono } from 'hono'
import { changedMeanwhile, conflict, invalid, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { nowIn } from '../reporting/clock.ts'
import { deskAgain } from './again.ts'
import { isMine, planIn, seenDesks } from './seen.ts'
import { shownDesk, shownUnit, takingPart } from './shown.ts'

/** A desk goes to the vice secretary in charge as a whole, who agrees or gives it back. */
export function decidingRoutes(app: Hono, services: Services): void {
  serve(app, services, review.handDesk, async (call) => {
    const { db, params, body, actor, now } = call
    const seen = await seenDesks(call)
    const plan = planIn(seen, params.party)
    if (!isMine(seen, params.party)) throw notFound()
    call.stands(() => deskAgain(call, plan, body.version))
    const place = { org: seen.cycle.org, cycle: seen.cycle.id, party: params.party }
    const desk = await lockDesk(db, place)
    if (!isWritable(desk.state)) throw conflict('这份评价已经提交')
    const units = takingPart(await listAssessees(db, seen.cycle.id))
    const marks = await marksOn(db, seen.cycle.id, params.party)
    const lacking = units.reduce(
      (sum, one) => sum + shownUnit(one, plan, marks, seen.own).lacking,
      0,
    )
    if (lacking > 0) throw conflict(`还有 ${lacking} 个分没有打`, '全部打完才能提交')
    // A desk on which nobody wrote has no version yet.
    const saw = body.version === 0 ? 1 : body.version
    const at = nowIn(seen.cycle, now).toISOString()
    const moved = await moveDesk(db, place, saw, {
      state: 'handed',
      because: null,
      handed_by: actor.person,
      handed_at: at,
      decided_by: null,
      decided_at: null,
    })
    if (moved === undefined) throw changedMeanwhile()
    await returnOpinions(db, { ...place, person: actor.person, at }, [])
    const object = `cycle/${seen.cycle.id}/desk/${params.party}`
    await call.record({ object, before: { state: desk.state }, after: { state: 'handed' } })
    const desks = new Map(seen.desks).set(params.party, { ...moved, reopen_name: null })
    return { desk: shownDesk({ ...seen, desks }, plan, units) }
  })

  serve(app, services, review.decideDesk, async (call) => {
    const { db, params, body, actor, now } = call
    const { approve, because, units: single, version } = body
    const seen = await seenDesks(call)
    const plan = planIn(seen, params.party)
    call.stands(() => deskAgain(call, plan, version))
    const place = { org: seen.cycle.org, cycle: seen.cycle.id, party: params.party }
    const desk = await lockDesk(db, place)
    if (desk.state !== 'handed') throw conflict('这份评价没有在等您审核')
    if (desk.handed_by === actor.person) throw conflict('提交的人不能自己审核')
    if (approve && single.length > 0)
      throw invalid([{ pointer: '/body/units', message: '同意的，就不再指出要改的单位' }])
    if (!approve && !because && single.length === 0)
      throw invalid([{ pointer: '/body/because', message: '退回请写明理由，或者指出要改的单位' }])
    const units = takingPart(await listAssessees(db, seen.cycle.id))
    const strange = single.findIndex(({ unit }) => !units.some((one) => one.unit === unit))
    if (strange >= 0)
      throw invalid([{ pointer: `/body/units/${strange}`, message: '这个单位不参加本次考核' }])
    const at = nowIn(seen.cycle, now).toISOString()
    const moved = await moveDesk(db, place, version, {
      state: approve ? 'approved' : 'returned',
      because: because || null,
      handed_by: desk.handed_by,
      handed_at: desk.handed_at,
      decided_by: actor.person,
      decided_at: at,
    })
    if (moved === undefined) throw changedMeanwhile()
    await returnOpinions(db, { ...place, person: actor.person, at }, single)
    const object = `cycle/${seen.cycle.id}/desk/${params.party}`
    const after = { state: moved.state, because: moved.because, units: single }
    await call.record({ object, before: { state: desk.state }, after })
    const desks = new Map(seen.desks).set(params.party, { ...moved, reopen_name: null })
    return { desk: shownDesk({ ...seen, desks }, plan, units) }
  })
}
