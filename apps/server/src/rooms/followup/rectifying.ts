import { followup, type Measure, type Released } from '@kaohe/contract'
import { refuseStep } from '@kaohe/domain'
import { formatRational, parseRational, type Rational, subtract } from '@kaohe/engine'
import {
  type Acting,
  changeMeasure,
  findMeasure,
  findUnit,
  insertFollowupStep,
  insertMeasure,
  rectificationsOf,
  releasedTo,
  type StoredMeasure,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import type { Placed } from '../../http/call.ts'
import { changedMeanwhile, conflict, invalid } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { watchDeadlines } from '../messages/deadlines-job.ts'
import { tellRectification, tellRectified } from '../messages/tell-result.ts'
import { attachingRoutes } from '../reporting/attaching.ts'
import { nowIn } from '../reporting/clock.ts'
import { nameIn } from '../result/names.ts'
import { seenSnapshot } from '../result/seen.ts'
import { MEASURE, shownAgain, shownMeasures } from './shown.ts'

interface Asked {
  readonly db: Acting
  readonly permit: <T extends Placed>(object: T | undefined) => T
}

async function ownRectification({ db, permit }: Asked, id: string): Promise<StoredMeasure> {
  const found = await findMeasure(db, id)
  permit(found && (await findUnit(db, found.unit)))
  return found!
}

const zero = ({ num }: Rational): boolean => num <= 0n

function lostIn(points: string | null, full: string | null): Rational | undefined {
  const [got, whole] = [points, full].map((one) => (one === null ? undefined : parseRational(one)))
  return got === undefined || whole === undefined ? undefined : subtract(whole, got)
}

/** Points lost as they were released to the unit itself: of others it is told nothing. */
async function withReleased(db: Acting, org: string, all: readonly Measure[]): Promise<Measure[]> {
  const releases = await releasedTo(db, org)
  return all.map((one) => {
    const released = releases.find(({ cycle }) => cycle === one.cycle)?.shown as
      | Released
      | undefined
    const item =
      one.origin === 'item' ? released?.items?.find(({ id }) => id === one.source) : undefined
    const lost = item && lostIn(item.points, item.full)
    return { ...one, facts: null, pointsLost: lost === undefined ? null : formatRational(lost) }
  })
}

/** Points lost that a unit makes good: made of an item with one click, reported on by the unit. */
export function rectifyingRoutes(app: Hono, services: Services): void {
  serve(app, services, followup.rectifyItem, async (call) => {
    const { db, params, body, actor, now } = call
    const { snapshot, cycle, program, evaluation } = await seenSnapshot(call)
    if (snapshot.ratified_at === null) throw conflict('结果还没有审定，不能列为整改')
    const result = evaluation.results().find(({ unit }) => unit === params.assessee)
    const item = result?.items.find(({ id }) => id === body.item)
    const { points, full } = item ?? {}
    if (points === undefined || full === undefined)
      throw invalid([{ pointer: '/body/item', message: '这一项没有可以比较的得分和满分' }])
    const lost = subtract(full, points)
    if (zero(lost)) throw conflict('这一项没有失分')
    const name = nameIn(program.scheme.items, body.item)
    const id = await insertMeasure(db, {
      org: snapshot.org,
      cycle: cycle.id,
      snapshot: snapshot.id,
      unit: params.assessee,
      origin: 'item',
      source: body.item,
      kind: 'rectify',
      name,
      clause: item?.clause ?? null,
      state: 'open',
      reason: '失分项整改',
      body: null,
      number: null,
      decided_on: null,
      decided_by: actor.person,
      decided_at: nowIn(cycle, now).toISOString(),
      owner: null,
      due_on: body.dueOn,
      copies: [],
      places: null,
      persons: null,
      amount: null,
      facts: [`得 ${formatRational(points)} 分，满分 ${formatRational(full)} 分`],
      points_lost: formatRational(lost),
    })
    if (id === undefined) throw conflict('这一项已经列为整改')
    await tellRectification(call, cycle, [params.assessee], name)
    if (body.dueOn !== null) await watchDeadlines(db, snapshot.org, call.request)
    const after = { unit: params.assessee, item: body.item, dueOn: body.dueOn }
    await call.record({ object: `measure/${id}`, after })
    return shownAgain(db, id, now)
  })

  serve(app, services, followup.readRectifications, async ({ db, actor, permit, now }) => {
    permit(actor)
    const stored = await rectificationsOf(db, actor.org)
    const shown = await shownMeasures(db, stored, { now, standing: undefined })
    return { measures: await withReleased(db, actor.org, shown) }
  })

  serve(app, services, followup.reportRectification, async (call) => {
    const { db, params, body, actor, now } = call
    const found = await ownRectification(call, params.measure)
    call.stands(
      async () => (await withReleased(db, actor.org, [await shownAgain(db, found.id, now)]))[0],
    )
    const refused = refuseStep(found)
    if (refused !== undefined) throw conflict(refused)
    if (found.state === 'done') throw conflict('已经报告完成，等待复查')
    const at = nowIn(found, now).toISOString()
    const step = { org: found.org, measure: found.id, kind: 'progress' as const }
    const state = body.done ? ('done' as const) : found.state
    if (!(await changeMeasure(db, { id: found.id, version: body.version }, { state })))
      throw changedMeanwhile()
    const said = { side: 'unit' as const, text: body.text, person: actor.person, at }
    await insertFollowupStep(db, { ...step, ...said })
    if (body.done) await tellRectified(call, found)
    await call.record({ object: `measure/${found.id}`, org: actor.org, after: { state } })
    const [shown] = await withReleased(db, actor.org, [await shownAgain(db, found.id, now)])
    return shown!
  })

  const sending = {
    start: followup.startRectificationUpload,
    read: followup.readRectificationUpload,
    send: followup.sendRectificationPart,
    finish: followup.finishRectificationUpload,
  }
  attachingRoutes(app, services, sending, async (call) => {
    const found = await ownRectification(call, call.params.object)
    const refused = refuseStep(found)
    if (refused !== undefined) throw conflict(refused)
    return { org: found.unit, cycle: found.cycle, item: `${MEASURE}/${found.id}` }
  })
}
