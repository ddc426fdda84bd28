import { type Released, result } from '@kaohe/contract'
import { figuresOf, refuseRuling } from '@kaohe/domain'
import {
  type Acting,
  changeObjection,
  findCycle,
  findObjection,
  findUnit,
  objectionsIn,
  snapshotsOf,
  standingRelease,
  type StoredCycle,
  type StoredObjection,
  worksAt,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import type { Actor, Placed } from '../../http/call.ts'
import { changedMeanwhile, conflict } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Standing } from '../../http/versions.ts'
import type { Services } from '../../services.ts'
import { tellObjection } from '../messages/tell-result.ts'
import { seenCycle } from '../planning/find.ts'
import { nowIn, todayOf } from '../reporting/clock.ts'
import { shownAgain, shownObjections } from './objection-shown.ts'

interface Asked {
  readonly db: Acting
  readonly params: { readonly object: string }
  readonly actor: Actor
  readonly now: Date
  readonly permit: <T extends Placed>(object: T | undefined) => T
  stands(read: Standing): void
}

/** An objection before those who may judge it. @throws Stop 409 for someone of the unit itself */
async function judged(call: Asked): Promise<{ found: StoredObjection; cycle: StoredCycle }> {
  const { db, actor, now } = call
  const found = await findObjection(db, call.params.object)
  call.permit(found && (await findUnit(db, found.committee)))
  const { org, cycle } = found!
  if (await worksAt(db, actor.person, org, todayOf(now)))
    throw conflict('您在这个单位任职，应当回避', '请由别人答复或裁定')
  call.stands(() => shownAgain(db, found!.id))
  return { found: found!, cycle: (await findCycle(db, cycle))! }
}

/** Whether a snapshot replaces another, at once or over several corrections. */
async function replaces(db: Acting, cycle: string, later: string, earlier: string) {
  const before = new Map((await snapshotsOf(db, cycle)).map((one) => [one.id, one.replaces]))
  let at = before.get(later) ?? null
  while (at !== null && at !== earlier) at = before.get(at) ?? null
  return at === earlier
}

async function correctionOf(db: Acting, { cycle, org, snapshot, figure }: StoredObjection) {
  const release = await standingRelease(db, cycle, org)
  if (release === undefined || !(await replaces(db, cycle, release.snapshot, snapshot)))
    throw conflict(
      '更正后的结果还没有反馈给这个单位',
      '请先更正数据或评价，另外冻结、审定并反馈，再记下落实',
    )
  const found = figuresOf(release.shown as Released).find((one) => one.figure === figure)
  if (found === undefined) throw conflict('新的反馈里没有这个数', '请把申诉的这一项一起反馈')
  return { carried: release.snapshot, became: found.says }
}

/** What the committee does about objections: replies, rules, and says which correction carried them through. */
export function rulingRoutes(app: Hono, services: Services): void {
  serve(app, services, result.readObjections, async (call) => {
    const cycle = await seenCycle(call, call.params.cycle)
    const objections = await shownObjections(call.db, await objectionsIn(call.db, cycle.id))
    return { title: cycle.title, objections }
  })

  serve(app, services, result.replyObjection, async (call) => {
    const { db, body, actor, now } = call
    const { found, cycle } = await judged(call)
    const { id, state } = found
    if (state !== 'filed' && state !== 'replied') throw conflict('已经裁定或撤回，不用再答复')
    const replied_at = nowIn(cycle, now).toISOString()
    const said = { reply: body.text, replied_by: actor.person, replied_at }
    const change = { state: 'replied' as const, ...said }
    if (!(await changeObjection(db, { id, version: body.version }, change)))
      throw changedMeanwhile()
    await tellObjection(call, found, 'replied')
    await call.record({ object: `objection/${id}`, before: { state }, after: { replied_at } })
    return shownAgain(db, id)
  })

  serve(app, services, result.ruleObjection, async (call) => {
    const { db, body, actor, now } = call
    const { found, cycle } = await judged(call)
    const refused = refuseRuling(found, actor.person)
    if (refused !== undefined) throw conflict(refused)
    const { ruling, reason, body: meeting, on, number, version } = body
    const ruled = { ruling, ruling_reason: reason, ruling_body: meeting, ruled_on: on }
    const change = {
      state: 'ruled' as const,
      ...ruled,
      ruling_number: number || null,
      ruled_by: actor.person,
      ruled_at: nowIn(cycle, now).toISOString(),
    }
    if (!(await changeObjection(db, { id: found.id, version }, change))) throw changedMeanwhile()
    await tellObjection(call, found, 'ruled')
    const after = { ruling, reason, body: meeting, on, number }
    await call.record({ object: `objection/${found.id}`, after })
    return shownAgain(db, found.id)
  })

  serve(app, services, result.carryObjection, async (call) => {
    const { db, body, now } = call
    const { found, cycle } = await judged(call)
    const { id, ruling } = found
    if (ruling !== 'upheld' && ruling !== 'partly')
      throw conflict('裁定申诉成立或部分成立的，才有更正要落实')
    if (found.carried !== null) throw conflict('已经记下由哪一次更正落实')
    const { carried, became } = await correctionOf(db, found)
    const carried_on = todayOf(nowIn(cycle, now))
    const change = { carried, became, carried_on }
    if (!(await changeObjection(db, { id, version: body.version }, change)))
      throw changedMeanwhile()
    await tellObjection(call, found, 'carried')
    const before = { was: found.was }
    await call.record({ object: `objection/${id}`, before, after: { carried, became } })
    return shownAgain(db, id)
  })
}
