import { type Mark, type Opinion, remarkLength, review } from '@kaohe/contract'
import { isWritable } from '@kaohe/domain'
import { readTypedMark } from '@kaohe/intake'
import {
  desksOf,
  findAssessee,
  findMark,
  findOpinion,
  lockDesk,
  writeMark,
  writeOpinion,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import type { Actor } from '../../http/call.ts'
import { changedMeanwhile, conflict, invalid, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import { asSeen } from '../../http/versions.ts'
import type { Services } from '../../services.ts'
import { nowIn } from '../reporting/clock.ts'
import { appliesTo, type DeskPlan, remarkLimit } from './plan.ts'
import { isMine, planIn, type SeenDesks, seenDesks } from './seen.ts'
import { shownMark, shownOpinion } from './shown.ts'

/** A desk that one works at, open for writing. @throws Stop 404 for others, 409 when it was handed in */
async function ownDesk(call: Parameters<typeof seenDesks>[0], party: string) {
  const seen = await seenDesks(call)
  const plan = planIn(seen, party)
  if (!isMine(seen, party)) throw notFound()
  if (seen.cycle.state !== 'open') throw conflict('这个考核年度现在不能评价')
  const place = { org: seen.cycle.org, cycle: seen.cycle.id, party }
  const { state } = await lockDesk(call.db, place)
  if (!isWritable(state))
    throw conflict('这份评价已经提交分管书记', '需要修改的，请分管书记退回后再改')
  return { seen, plan, place }
}

function refuseOwn(seen: SeenDesks, unit: string): void {
  if (seen.own.has(unit)) throw conflict('您在这个单位任职，不能给它评价', '请由本部门其他人评价')
}

function fieldOf(plan: DeskPlan, item: string, type: string) {
  const field = plan.fields.find(({ judged }) => judged.id === item)
  if (field === undefined || !appliesTo(field, type))
    throw invalid([{ pointer: '/body/item', message: '这个单位没有这一项' }])
  return field
}

interface Typed {
  readonly text: string
  readonly reason: string | null
}

/** @throws Stop 422 saying what a mark may be */
function checkedMark(
  { text, reason }: Typed,
  plan: DeskPlan,
  item: string,
  seen: SeenDesks,
): Typed {
  const { judged } = plan.fields.find((one) => one.judged.id === item)!
  const typed = readTypedMark(text, judged, seen.program.scheme)
  if ('blank' in typed) return { text: '', reason: null }
  if ('fault' in typed) throw invalid([{ pointer: '/body/text', message: typed.fault }])
  if (judged.reasoned && !reason)
    throw invalid([{ pointer: '/body/reason', message: '方案要求打分必须写理由' }])
  return { text: text.normalize('NFKC').trim(), reason: reason || null }
}

const written = (actor: Actor, seen: SeenDesks, now: Date) => ({
  person: actor.person,
  at: nowIn(seen.cycle, now).toISOString(),
})

// What the log keeps of them: who and when stand in the entry itself, which unit in its object.
const said = ({ text, reason, version }: Mark) => ({ text, reason, version })
const held = ({ grade, comment, version }: Opinion) => ({ grade, comment, version })

function checkedRemark(comment: string, plan: DeskPlan): string {
  const limit = remarkLimit(plan)
  const length = remarkLength(comment)
  if (limit !== null && length > limit)
    throw invalid([
      { pointer: '/body/comment', message: `评语最多 ${limit} 字，现在 ${length} 字` },
    ])
  return comment.trim()
}

/** Marks and remarks, saved one by one while they are written. */
export function markingRoutes(app: Hono, services: Services): void {
  serve(app, services, review.giveMark, async (call) => {
    const { db, params, body, actor, now } = call
    const { seen, plan, place } = await ownDesk(call, params.party)
    const { unit, item, version } = body
    const assessee = await findAssessee(db, seen.cycle.id, unit)
    if (assessee === undefined || assessee.excluded_because !== null)
      throw invalid([{ pointer: '/body/unit', message: '这个单位不参加本次考核' }])
    refuseOwn(seen, unit)
    fieldOf(plan, item, assessee.type)
    const checked = checkedMark(body, plan, item, seen)
    call.stands(async () => {
      const standing = await findMark(db, mark)
      return standing && shownMark(standing)
    })
    const mark = { ...place, unit, item, ...checked, ...written(actor, seen, now) }
    const found = await findMark(db, mark)
    const before = asSeen(found && shownMark(found), { ...checked, version })
    const stored = await writeMark(db, mark, version)
    if (stored === undefined) throw changedMeanwhile()
    const object = `cycle/${seen.cycle.id}/mark/${params.party}/${item}/${unit}`
    const after = shownMark({ ...stored, by: actor.personName })
    await call.record({ object, ...(before && { before: said(before) }), after: said(after) })
    const { given } = await desksOf(db, seen.cycle.id)
    return { mark: after, given: given.get(params.party) ?? 0 }
  })

  serve(app, services, review.giveOpinion, async (call) => {
    const { db, params, body, actor, now } = call
    const { seen, plan, place } = await ownDesk(call, params.party)
    const { unit, grade, version } = body
    const assessee = await findAssessee(db, seen.cycle.id, unit)
    if (assessee === undefined || assessee.excluded_because !== null)
      throw invalid([{ pointer: '/body/unit', message: '这个单位不参加本次考核' }])
    refuseOwn(seen, unit)
    const grades = seen.program.scheme.grading?.grades ?? []
    if (grade !== null && !grades.some(({ id }) => id === grade))
      throw invalid([{ pointer: '/body/grade', message: '方案里没有这个等次' }])
    const comment = checkedRemark(body.comment, plan)
    const opinion = { ...place, unit, grade, comment, returned_because: null }
    call.stands(async () => {
      const standing = await findOpinion(db, opinion)
      return standing && shownOpinion(standing)
    })
    const found = await findOpinion(db, opinion)
    const before = asSeen(found && shownOpinion(found), { grade, comment, version })
    const stored = await writeOpinion(db, { ...opinion, ...written(actor, seen, now) }, version)
    if (stored === undefined) throw changedMeanwhile()
    const object = `cycle/${seen.cycle.id}/opinion/${params.party}/${unit}`
    const after = shownOpinion(stored)
    await call.record({ object, ...(before && { before: held(before) }), after: held(after) })
    return { opinion: after }
  })
}
