import { followup } from '@kaohe/contract'
import { deciderOf } from '@kaohe/domain'
import { type Acting, insertMeasure, measuresIn, standingSnapshot, worksAt } from '@kaohe/storage'
import type { Consequence } from '@kaohe/engine'
import type { Hono } from 'hono'
import type { Answer } from '@kaohe/contract'
import { conflict, invalid, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { watchDeadlines } from '../messages/deadlines-job.ts'
import { tellRectification } from '../messages/tell-result.ts'
import { seenCycle } from '../planning/find.ts'
import { nowIn, todayOf } from '../reporting/clock.ts'
import { seenSnapshot } from '../result/seen.ts'
import { proposalsOf } from './proposing.ts'

type Proposal = Answer<typeof followup.readFollowup>['proposals'][number]
type Unit = Proposal['units'][number]

const BODY = { organiser: '组织部', ratifier: '审定机构' } as const

/** The units named, each where the consequence may reach it. @throws Stop 422 or 409 */
function chosen(
  { units }: Proposal,
  { assessees, adopt }: { readonly assessees: readonly string[]; readonly adopt: boolean },
): Unit[] {
  return assessees.map((unit, i) => {
    const found = units.find((one) => one.unit === unit)
    const pointer = `/body/assessees/${i}`
    if (found === undefined)
      throw invalid([{ pointer, message: '这个单位不在这条结果运用的范围内' }])
    if (found.measure !== null) throw conflict(`${found.name}已经决定过`)
    if (adopt && found.refused !== null) throw conflict(`${found.name}：${found.refused}`)
    return found
  })
}

async function refuseOwn(db: Acting, person: string, units: readonly Unit[], on: string) {
  // A handful; each is a question of its own to row security.
  for (const { unit, name } of units)
    if (await worksAt(db, person, unit, on)) throw conflict(`您在${name}任职，应当回避`)
}

const sayRobust = ({ robust }: Unit): string[] => {
  const { beside, points, ranks } = robust
  if (beside === null || points === null) return []
  return [
    `与结论不同的最近单位是${beside}，相差 ${points} 分${ranks === null ? '' : `、${ranks} 名`}`,
  ]
}

/** What people decide about the consequences that the scheme proposes. */
export function decidingRoutes(app: Hono, services: Services): void {
  serve(app, services, followup.decideConsequence, async (call) => {
    const { db, params, body, actor, now, permit } = call
    const cycle = await seenCycle(call, params.cycle)
    const snapshot = await standingSnapshot(db, cycle.id)
    if (snapshot === undefined) throw conflict('结果还没有审定，不能决定结果运用')
    const seen = await seenSnapshot({ db, permit, params: { snapshot: snapshot.id } })
    const { consequences = [] } = seen.program.scheme
    const written: Consequence | undefined = consequences.find(
      ({ id }) => id === params.consequence,
    )
    if (written === undefined) throw notFound()
    const decider = deciderOf(written)
    if (actor.role !== decider) throw conflict(`方案规定这件事由${BODY[decider]}决定`)
    if (decider === 'ratifier' && (!body.body || body.on === null))
      throw invalid([{ pointer: '/body/body', message: '请写哪个会议、哪一天决定' }])
    const all = await proposalsOf(db, seen, await measuresIn(db, cycle.id))
    const proposal = all.find(({ id }) => id === written.id)!
    const units = chosen(proposal, body)
    await refuseOwn(db, actor.person, units, todayOf(now))
    const decided = {
      reason: body.reason,
      body: body.body || null,
      number: body.number || null,
      decided_on: body.on,
      decided_by: actor.person,
      decided_at: nowIn(cycle, now).toISOString(),
    }
    for (const one of units)
      await insertMeasure(db, {
        org: cycle.org,
        cycle: cycle.id,
        snapshot: snapshot.id,
        unit: one.unit,
        origin: 'consequence',
        source: written.id,
        kind: written.measure,
        name: written.name,
        clause: written.clause ?? null,
        state: body.adopt ? 'open' : 'declined',
        ...decided,
        owner: null,
        due_on: body.adopt ? body.dueOn : null,
        copies: [...(written.copies ?? [])],
        places: proposal.places,
        persons: null,
        amount: one.amount,
        facts: [...one.reasons, ...sayRobust(one)],
        points_lost: null,
      })
    if (body.adopt && written.measure === 'rectify')
      await tellRectification(
        call,
        cycle,
        units.map(({ unit }) => unit),
        written.name,
      )
    if (body.dueOn !== null) await watchDeadlines(db, cycle.org, call.request)
    const { adopt, reason, assessees } = body
    const after = { adopt, reason, assessees, body: body.body, number: body.number, on: body.on }
    await call.record({ object: `cycle/${cycle.id}/consequence/${written.id}`, after })
    return { decided: units.length }
  })
}
