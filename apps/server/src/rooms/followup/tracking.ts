import { followup } from '@kaohe/contract'
import { refuseClosing, refuseStep } from '@kaohe/domain'
import {
  type Acting,
  changeMeasure,
  findMeasure,
  findUnit,
  insertFollowupStep,
  staffOf,
  type StoredMeasure,
  worksAt,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import type { Actor, Placed } from '../../http/call.ts'
import { changedMeanwhile, conflict, invalid, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { watchDeadlines } from '../messages/deadlines-job.ts'
import { attachingRoutes } from '../reporting/attaching.ts'
import { nowIn, todayOf } from '../reporting/clock.ts'
import { STAFF } from './reading.ts'
import { MEASURE, shownAgain } from './shown.ts'

interface Asked {
  readonly db: Acting
  readonly actor: Actor
  readonly permit: <T extends Placed>(object: T | undefined) => T
}

async function seenMeasure({ db, permit }: Asked, id: string): Promise<StoredMeasure> {
  const found = await findMeasure(db, id)
  permit(found && (await findUnit(db, found.org)))
  return found!
}

/** One that this person has to do with: the organiser with all, others with what they own. */
async function ownMeasure(call: Asked, id: string): Promise<StoredMeasure> {
  const found = await seenMeasure(call, id)
  const { role, person } = call.actor
  if (role !== 'organiser' && found.owner !== person) throw notFound()
  return found
}

function refuseClosed(found: StoredMeasure): void {
  const refused = refuseStep(found)
  if (refused !== undefined) throw conflict(refused)
}

async function refuseStranger(db: Acting, org: string, owner: string | null, on: string) {
  if (owner === null) return
  const staff = await staffOf(db, org, STAFF, on)
  if (!staff.some(({ id }) => id === owner))
    throw invalid([{ pointer: '/body/owner', message: '请选本机关在岗的人' }])
}

/** From who does it and until when, to the look that closes it. */
export function trackingRoutes(app: Hono, services: Services): void {
  serve(app, services, followup.assignMeasure, async (call) => {
    const { db, params, body, now } = call
    const found = await seenMeasure(call, params.measure)
    call.stands(() => shownAgain(db, found.id, now))
    refuseClosed(found)
    await refuseStranger(db, found.org, body.owner, todayOf(now))
    const { owner, dueOn: due_on, copies, places, persons, version } = body
    const change = { owner, due_on, copies, places: places || null, persons: persons || null }
    if (!(await changeMeasure(db, { id: found.id, version }, change))) throw changedMeanwhile()
    if (due_on !== null) await watchDeadlines(db, found.org, call.request)
    await call.record({ object: `measure/${found.id}`, after: change })
    return shownAgain(db, found.id, now)
  })

  serve(app, services, followup.writeStep, async (call) => {
    const { db, params, body, actor, now } = call
    const found = await ownMeasure(call, params.measure)
    call.stands(() => shownAgain(db, found.id, now))
    refuseClosed(found)
    const state = body.done ? ('done' as const) : found.state
    const place = { id: found.id, version: body.version }
    if (!(await changeMeasure(db, place, { state }))) throw changedMeanwhile()
    const at = nowIn(found, now).toISOString()
    const step = { org: found.org, measure: found.id, kind: body.kind, side: 'office' as const }
    await insertFollowupStep(db, { ...step, text: body.text, person: actor.person, at })
    await call.record({ object: `measure/${found.id}`, after: { kind: body.kind, state } })
    return shownAgain(db, found.id, now)
  })

  serve(app, services, followup.closeMeasure, async (call) => {
    const { db, params, body, actor, now } = call
    const found = await seenMeasure(call, params.measure)
    if (await worksAt(db, actor.person, found.unit, todayOf(now)))
      throw conflict('您在这个单位任职，应当回避')
    // More may close it than may read all of it.
    call.stands(async () => {
      const standing = await findMeasure(db, found.id)
      return standing && { state: standing.state, version: standing.version }
    })
    const refused = refuseClosing(found, actor.person)
    if (refused !== undefined) throw conflict(refused)
    const at = nowIn(found, now).toISOString()
    const step = { org: found.org, measure: found.id, kind: 'recheck' as const }
    // Said before it is closed: what is closed may be out of sight of who closed it.
    await insertFollowupStep(db, {
      ...step,
      side: 'office',
      text: body.text,
      person: actor.person,
      at,
    })
    const closed = { closing: body.text, closed_by: actor.person, closed_at: at }
    const state = body.passed ? ('closed' as const) : ('open' as const)
    const change = body.passed ? { state, ...closed } : { state }
    if (!(await changeMeasure(db, { id: found.id, version: body.version }, change)))
      throw changedMeanwhile()
    await call.record({ object: `measure/${found.id}`, after: { state } })
    return { state }
  })

  const sending = {
    start: followup.startMeasureUpload,
    read: followup.readMeasureUpload,
    send: followup.sendMeasurePart,
    finish: followup.finishMeasureUpload,
  }
  attachingRoutes(app, services, sending, async (call) => {
    const found = await ownMeasure(call, call.params.object)
    refuseClosed(found)
    return { org: found.org, cycle: found.cycle, item: `${MEASURE}/${found.id}` }
  })
}
