import { planning } from '@kaohe/contract'
import {
  acknowledge,
  findAssessee,
  findNotice,
  findUnit,
  insertQuestion,
  noticesOf,
  questionsOf,
  receiptsOf,
  rulingsOf,
  sendNotice,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { tellNotice, tellRuling } from '../messages/tell.ts'
import { seenCycle } from './find.ts'
import { rule } from './ruling.ts'

/** Notices and their receipts, questions about clauses and what a meeting ruled. */
export function noticeRoutes(app: Hono, services: Services): void {
  serve(app, services, planning.listNotices, async (call) => {
    const { db } = call
    const cycle = await seenCycle(call, call.params.cycle)
    const receipts = Map.groupBy(await receiptsOf(db, cycle.id), ({ notice }) => notice)
    const notices = (await noticesOf(db, cycle.id)).map((one) => ({
      id: one.id,
      title: one.title,
      text: one.text,
      sentAt: one.sent_at,
      receipts: (receipts.get(one.id) ?? []).map((receipt) => ({
        unit: receipt.unit,
        name: receipt.name,
        acknowledgedAt: receipt.acknowledged_at,
        acknowledgedBy: receipt.acknowledged_by,
      })),
    }))
    return { notices }
  })

  serve(app, services, planning.sendNotice, async (call) => {
    const { db, actor, body, now } = call
    const cycle = await seenCycle(call, call.params.cycle)
    const sent = await sendNotice(db, {
      org: cycle.org,
      cycle: cycle.id,
      ...body,
      sent_at: now.toISOString(),
      sent_by: actor.person,
    })
    const after = { cycle: cycle.id, units: sent.units, ...body }
    await tellNotice(call, cycle, body.title)
    await call.record({ object: `notice/${sent.id}`, after })
    return sent
  })

  serve(app, services, planning.acknowledgeNotice, async (call) => {
    const { db, actor, now, params } = call
    const unit = call.permit(await findUnit(db, actor.org))
    const notice = await findNotice(db, params.notice)
    if (notice === undefined) throw notFound()
    const done = await acknowledge(db, notice.id, unit.id, actor.personName, now.toISOString())
    if (done === undefined) throw notFound()
    const object = `notice/${notice.id}/receipt/${unit.id}`
    await call.record({ object, org: unit.id, after: { at: done.at, again: !done.fresh } })
    return { acknowledgedAt: done.at }
  })

  serve(app, services, planning.listQuestions, async (call) => {
    const { db } = call
    const cycle = await seenCycle(call, call.params.cycle)
    const rulings = await rulingsOf(db, cycle.id)
    const answered = new Set(rulings.map(({ question }) => question))
    const questions = await questionsOf(db, cycle.id)
    return {
      questions: questions.map((one) => ({
        id: one.id,
        unitName: one.unit_name,
        clause: one.clause,
        item: one.item,
        text: one.text,
        askedAt: one.asked_at,
        answered: answered.has(one.id),
      })),
      rulings: rulings.map((one) => ({
        id: one.id,
        question: one.question,
        clause: one.clause,
        asked: one.asked,
        answer: one.answer,
        body: one.body,
        decidedOn: one.decided_on,
        reading: one.reading,
        draft: one.draft,
        inForce: one.in_force,
      })),
    }
  })

  serve(app, services, planning.askQuestion, async (call) => {
    const { db, actor, body, now, params } = call
    const unit = call.permit(await findUnit(db, actor.org))
    const assessee = await findAssessee(db, params.cycle, unit.id)
    if (assessee === undefined) throw notFound()
    const question = {
      org: assessee.org,
      cycle: assessee.cycle,
      unit: unit.id,
      ...body,
      asked_at: now.toISOString(),
    }
    const id = await insertQuestion(db, question)
    await call.record({ object: `question/${id}`, org: unit.id, after: body })
    return { id }
  })

  serve(app, services, planning.recordRuling, async (call) => {
    const cycle = await seenCycle(call, call.params.cycle)
    const { unit, ...made } = await rule(call.db, cycle, call.body, call.now.toISOString())
    if (unit !== null) await tellRuling(call, cycle, unit, call.body.clause)
    await call.record({ object: `ruling/${made.id}`, after: { draft: made.draft, ...call.body } })
    return made
  })
}
