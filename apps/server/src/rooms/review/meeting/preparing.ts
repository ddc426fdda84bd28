import { createHash, randomBytes } from 'node:crypto'
import { review } from '@kaohe/contract'
import { drawOrder } from '@kaohe/domain'
import {
  type Acting,
  changeMeeting,
  insertMeeting,
  listAssessees,
  meetingsOf,
  placeSpeakers,
  speakersOf,
  type StoredMeeting,
  writeSummary,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { conflict, invalid, notFound } from '../../../http/problem.ts'
import { serve } from '../../../http/serve.ts'
import type { Services } from '../../../services.ts'
import { schemeOf, seenCycle } from '../../planning/find.ts'
import { programOf } from '../../planning/programs.ts'
import { nowIn } from '../../reporting/clock.ts'
import { takingPart } from '../shown.ts'
import { bar } from './barring.ts'
import { ballotKinds, type PlannedBallots } from './kinds.ts'
import { groundsOf, heldMeeting, seenMeeting } from './seen.ts'
import { shownJudges, shownMeeting, shownSpeakers } from './shown.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Units that speak: those who take part and to whom an indicator of the ballots applies. */
async function candidatesFor(
  db: Acting,
  { id }: { readonly id: string },
  { scheme }: ReturnType<typeof programOf>,
  { ids }: PlannedBallots,
): Promise<{ unit: string; name: string }[]> {
  const items = scheme.items.filter((one) => ids.includes(one.id))
  const all = takingPart(await listAssessees(db, id))
  return all
    .filter(({ type }) => items.some(({ assessees }) => assessees?.includes(type) ?? true))
    .map(({ unit, name }) => ({ unit, name }))
}

function refuseBegun({ state }: StoredMeeting): void {
  if (state !== 'preparing') throw conflict('会议已经开始，议程不能再改')
}

/** What is settled before the meeting: the day, who speaks, and in which order. */
export function preparingRoutes(app: Hono, services: Services): void {
  serve(app, services, review.listMeetings, async (call) => {
    const { db, params } = call
    const cycle = await seenCycle(call, params.cycle)
    const { scheme } = programOf(await schemeOf(db, cycle))
    const kinds = ballotKinds(scheme).map(({ event, name, items, groups }) => ({
      event,
      name,
      items,
      groups,
    }))
    const meetings = (await meetingsOf(db, cycle.id)).map(shownMeeting)
    return { title: cycle.title, kinds, meetings }
  })

  serve(app, services, review.convene, async (call) => {
    const { db, params, body, actor, now } = call
    const cycle = await seenCycle(call, params.cycle)
    const program = programOf(await schemeOf(db, cycle))
    const kind = ballotKinds(program.scheme).find(({ event }) => event === body.event)
    if (kind === undefined)
      throw invalid([{ pointer: '/body/event', message: '方案没有这种评议票' }])
    if (cycle.state !== 'open') throw conflict('这个考核年度现在不能评价')
    const { fields, groups, groupField: group_field } = kind
    const told = { name: body.name, held_on: body.heldOn, place: body.place }
    const meeting = await insertMeeting(db, {
      org: cycle.org,
      cycle: cycle.id,
      event: kind.event,
      fields,
      groups,
      group_field,
      ...told,
      person: actor.person,
      at: nowIn(cycle, now).toISOString(),
    })
    const place = { org: meeting.org, meeting: meeting.id }
    await placeSpeakers(db, place, await candidatesFor(db, cycle, program, kind))
    await call.record({ object: `meeting/${meeting.id}`, after: { ...told, event: kind.event } })
    return shownMeeting(meeting)
  })

  serve(app, services, review.readMeeting, async (call) => {
    const { db } = call
    const meeting = await seenMeeting(call)
    const { cycle, program, kind } = await groundsOf(db, meeting)
    const units = await candidatesFor(db, cycle, program, kind)
    return {
      title: cycle.title,
      meeting: shownMeeting(meeting),
      fields: meeting.fields,
      groups: meeting.groups,
      speakers: await shownSpeakers(db, meeting.id),
      judges: await shownJudges(db, meeting.id),
      units: units.map(({ unit: id, name }) => ({ id, name })),
    }
  })

  serve(app, services, review.amendMeeting, async (call) => {
    const { db, body } = call
    const meeting = await heldMeeting(call)
    if (meeting.state === 'closed') throw conflict('会议已经结束')
    const { name, heldOn: held_on, place } = body
    const changed = await changeMeeting(db, meeting, { name, held_on, place })
    const before = { name: meeting.name, held_on: meeting.held_on, place: meeting.place }
    const object = `meeting/${meeting.id}`
    await call.record({ object, before, after: { name, held_on, place } })
    return shownMeeting(changed)
  })

  serve(app, services, review.drawAgenda, async (call) => {
    const { db, body } = call
    const meeting = await heldMeeting(call)
    refuseBegun(meeting)
    if (meeting.seed !== null)
      throw conflict('已经抽过签，次序定了', '确实要调整的，可以改次序并写明理由')
    const speakers = await speakersOf(db, meeting.id)
    const seed = body.seed ?? randomBytes(16).toString('hex')
    const order = drawOrder(speakers, seed, sha256)
    await placeSpeakers(db, { org: meeting.org, meeting: meeting.id }, order.map(placed))
    const changed = await changeMeeting(db, meeting, { seed })
    const object = `meeting/${meeting.id}/order`
    await call.record({ object, after: { seed, order: order.map(({ name }) => name) } })
    return { meeting: shownMeeting(changed), speakers: await shownSpeakers(db, meeting.id) }
  })

  serve(app, services, review.orderAgenda, async (call) => {
    const { db, body } = call
    const meeting = await heldMeeting(call)
    refuseBegun(meeting)
    const { units, because } = body
    if (new Set(units).size < units.length)
      throw invalid([{ pointer: '/body/units', message: '一个单位只能在议程里出现一次' }])
    if (meeting.seed !== null && !because)
      throw invalid([{ pointer: '/body/because', message: '抽签以后改次序，请写明理由' }])
    const { cycle, program, kind } = await groundsOf(db, meeting)
    const names = new Map(
      (await candidatesFor(db, cycle, program, kind)).map(({ unit, name }) => [unit, name]),
    )
    const strange = units.findIndex((unit) => !names.has(unit))
    if (strange >= 0)
      throw invalid([{ pointer: `/body/units/${strange}`, message: '这个单位不参加述职评议' }])
    const order = units.map((unit) => ({ unit, name: names.get(unit)! }))
    await placeSpeakers(db, { org: meeting.org, meeting: meeting.id }, order)
    await bar(db, meeting)
    const changed = await changeMeeting(db, meeting, { order_because: because || null })
    const after = { order: order.map(({ name }) => name), because }
    await call.record({ object: `meeting/${meeting.id}/order`, after })
    return { meeting: shownMeeting(changed), speakers: await shownSpeakers(db, meeting.id) }
  })

  serve(app, services, review.writeSummary, async (call) => {
    const { db, params, body } = call
    const meeting = await heldMeeting(call)
    if (meeting.state === 'closed') throw conflict('会议已经结束')
    const speaker = (await speakersOf(db, meeting.id)).find(({ id }) => id === params.speaker)
    if (speaker === undefined) throw notFound()
    await writeSummary(db, speaker, body.text || null)
    await changeMeeting(db, meeting)
    const object = `meeting/${meeting.id}/speaker/${speaker.id}/summary`
    await call.record({ object, after: { length: body.text.length } })
    return {}
  })
}

const placed = ({ unit, name }: { readonly unit: string; readonly name: string }) => ({
  unit,
  name,
})
