import { review } from '@kaohe/contract'
import { refuseReopening, refuseReopeningBy } from '@kaohe/domain'
import { listAssessees, lockDesk, moveDesk, type StoredDesk } from '@kaohe/storage'
import type { Hono } from 'hono'
import { changedMeanwhile, conflict, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { nowIn } from '../reporting/clock.ts'
import { deskAgain } from './again.ts'
import { isMine, planIn, type SeenDesks, seenDesks } from './seen.ts'
import { shownDesk, takingPart } from './shown.ts'

const none = { reopen_by: null, reopen_because: null, reopen_at: null }

const askedOf = ({ state, reopen_by: askedBy }: StoredDesk) => ({ state, askedBy })

async function locked(call: Parameters<typeof seenDesks>[0], party: string) {
  const seen = await seenDesks(call)
  const plan = planIn(seen, party)
  const place = { org: seen.cycle.org, cycle: seen.cycle.id, party }
  return { seen, plan, place, desk: await lockDesk(call.db, place) }
}

function withDesk(seen: SeenDesks, desk: StoredDesk, name: string): SeenDesks {
  const { party, reopen_by: by } = desk
  const reopen_name = by === null ? null : name
  return { ...seen, desks: new Map(seen.desks).set(party, { ...desk, reopen_name }) }
}

/** What was agreed to is opened again by two persons; the organiser or the secretary is one of them. */
export function reopeningRoutes(app: Hono, services: Services): void {
  serve(app, services, review.askReopening, async (call) => {
    const { db, params, body, actor, now } = call
    const { because, version } = body
    const { seen, plan, place, desk } = await locked(call, params.party)
    // A department asks for its own; the office for any.
    if (seen.seat.role === 'department-head' && !isMine(seen, params.party)) throw notFound()
    call.stands(() => deskAgain(call, plan, version))
    if (seen.cycle.state !== 'open') throw conflict('这个考核年度已经结束')
    const withdraws = because === null && desk.reopen_by === actor.person
    const refused = withdraws ? undefined : refuseReopening(askedOf(desk))
    if (refused !== undefined) throw conflict(refused)
    if (because === null && !withdraws) throw conflict('没有可以撤回的申请')
    const at = nowIn(seen.cycle, now).toISOString()
    const asked = { reopen_by: actor.person, reopen_because: because, reopen_at: at }
    const moved = await moveDesk(db, place, version, { ...desk, ...(withdraws ? none : asked) })
    if (moved === undefined) throw changedMeanwhile()
    const object = `cycle/${seen.cycle.id}/desk/${params.party}`
    await call.record({
      object,
      before: { reopen: desk.reopen_because },
      after: { reopen: because },
    })
    const units = takingPart(await listAssessees(db, seen.cycle.id))
    return { desk: shownDesk(withDesk(seen, moved, actor.personName), plan, units) }
  })

  serve(app, services, review.agreeReopening, async (call) => {
    const { db, params, body, actor } = call
    const { seen, plan, place, desk } = await locked(call, params.party)
    call.stands(() => deskAgain(call, plan, body.version))
    const refused = refuseReopeningBy(askedOf(desk), actor.person)
    if (refused !== undefined) throw conflict(refused)
    const because = desk.reopen_because
    const moved = await moveDesk(db, place, body.version, {
      ...desk,
      ...none,
      state: 'returned',
      because,
    })
    if (moved === undefined) throw changedMeanwhile()
    const object = `cycle/${seen.cycle.id}/desk/${params.party}`
    const before = { state: desk.state, askedBy: desk.reopen_by }
    await call.record({ object, before, after: { state: moved.state, because } })
    const units = takingPart(await listAssessees(db, seen.cycle.id))
    return { desk: shownDesk(withDesk(seen, moved, ''), plan, units) }
  })
}
