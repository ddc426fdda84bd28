import { review } from '@kaohe/contract'
import {
  type Acting,
  findAssessee,
  findBriefing,
  findCycle,
  findUnit,
  type StoredUnit,
  writeBriefing,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { changedMeanwhile, conflict, invalid, notFound } from '../../../http/problem.ts'
import { serve } from '../../../http/serve.ts'
import type { Services } from '../../../services.ts'
import { schemeOf } from '../../planning/find.ts'
import { programOf } from '../../planning/programs.ts'
import { clockOf, nowIn } from '../../reporting/clock.ts'
import { attach, attached } from './attached.ts'
import { fieldsFor, type LetterPlan, letterPlans, stepsOf } from './plan.ts'
import { shownBriefing } from './shown.ts'

/** What a unit that takes part tells its leaders of, by the calendar of the scheme. @throws notFound */
async function tasksOf(db: Acting, id: string, unit: StoredUnit) {
  const cycle = await findCycle(db, id)
  const assessee = cycle && (await findAssessee(db, id, unit.id))
  if (cycle === undefined || assessee === undefined || assessee.excluded_because !== null)
    throw notFound()
  const { scheme } = programOf(await schemeOf(db, cycle))
  const leadersOf = (plan: LetterPlan): string[] =>
    plan.parties
      .filter((party) => fieldsFor(plan, party, assessee.type).length > 0)
      .map(({ name }) => name)
  const tasks = letterPlans(scheme).flatMap((plan) => {
    const { briefing: step } = stepsOf(scheme, plan.source)
    const leaders = leadersOf(plan)
    return step === null || leaders.length === 0 ? [] : [{ plan, step, leaders }]
  })
  return { cycle, tasks }
}

/** The place of one of them. @throws notFound; Stop 409 when nothing can be written any more */
async function openTask(db: Acting, params: { cycle: string; source: string }, unit: StoredUnit) {
  const { cycle, tasks } = await tasksOf(db, params.cycle, unit)
  if (!tasks.some(({ plan }) => plan.source.id === params.source)) throw notFound()
  if (cycle.state !== 'open') throw conflict('这个考核年度现在不能填写')
  return cycle
}

/** That a unit told its leader of its work in person, and what it told. */
export function briefingRoutes(app: Hono, services: Services): void {
  serve(app, services, review.readBriefings, async ({ db, params, permit }) => {
    const unit = permit(await findUnit(db, params.unit))
    const { cycle, tasks } = await tasksOf(db, params.cycle, unit)
    // As many questions as the scheme has ways by letter: one or two.
    const briefings = await Promise.all(
      tasks.map(({ plan }) => findBriefing(db, cycle.id, unit.id, plan.source.id)),
    )
    return {
      title: cycle.title,
      tasks: tasks.map(({ plan: { source }, step, leaders }, at) => ({
        source: source.id,
        name: step.name,
        clause: source.clause ?? null,
        due: step.due,
        says: step.says,
        leaders,
        briefing: briefings[at] === undefined ? null : shownBriefing(briefings[at]),
        open: cycle.state === 'open',
      })),
    }
  })

  serve(app, services, review.writeBriefing, async (call) => {
    const { db, params, body, actor, now } = call
    const unit = call.permit(await findUnit(db, params.unit))
    const cycle = await openTask(db, params, unit)
    if (body.heldOn > clockOf(cycle, now).today)
      throw invalid([{ pointer: '/body/heldOn', message: '汇报以后再记录，日期不能晚于今天' }])
    call.stands(async () => {
      const standing = await findBriefing(db, cycle.id, unit.id, params.source)
      return standing && shownBriefing(standing)
    })
    const before = await findBriefing(db, cycle.id, unit.id, params.source)
    const { told, text, heldOn: held_on, version } = body
    const place = { org: unit.id, committee: cycle.org, cycle: cycle.id, source: params.source }
    const stored = await writeBriefing(
      db,
      {
        ...place,
        held_on,
        told,
        text,
        file_sha256: before?.file_sha256 ?? null,
        file_name: before?.file_name ?? null,
        file_type: before?.file_type ?? null,
        file_size: before?.file_size ?? null,
        person: actor.person,
        at: nowIn(cycle, now).toISOString(),
      },
      version,
    )
    if (stored === undefined) throw changedMeanwhile()
    const object = `cycle/${cycle.id}/briefing/${params.source}`
    await call.record({ object, org: unit.id, after: { heldOn: held_on, told } })
    return { briefing: shownBriefing(stored) }
  })

  serve(app, services, review.sendBriefingFile, async (call) => {
    const { db, params, query, actor, now } = call
    const unit = call.permit(await findUnit(db, params.unit))
    const cycle = await openTask(db, params, unit)
    const before = await findBriefing(db, cycle.id, unit.id, params.source)
    if (before === undefined) throw conflict('请先写明哪天、向谁汇报，再附文件')
    const most = review.MOST_BRIEFING_BYTES
    const file = await attach(services.files, query.name, await call.bytes(), most)
    const { version, ...known } = before
    const at = nowIn(cycle, now).toISOString()
    const stored = await writeBriefing(db, { ...known, ...file, person: actor.person, at }, version)
    if (stored === undefined) throw changedMeanwhile()
    const object = `cycle/${cycle.id}/briefing/${params.source}`
    await call.record({ object, org: unit.id, after: { file: file.file_sha256 } })
    return { briefing: shownBriefing(stored) }
  })

  serve(app, services, review.readBriefingFile, async ({ db, params, permit }) => {
    const unit = permit(await findUnit(db, params.unit))
    const briefing = await findBriefing(db, params.cycle, unit.id, params.source)
    if (briefing === undefined) throw notFound()
    return attached(services.files, briefing)
  })
}
