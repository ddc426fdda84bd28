import { planning } from '@kaohe/contract'
import { danglingKinds } from '@kaohe/domain'
import {
  correctionsOf,
  findScheme,
  insertCycle,
  listAssessees,
  listCycles,
  openCycle,
  unitsToAssess,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { conflict, invalid, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { watchDeadlines } from '../messages/deadlines-job.ts'
import { schemeOf, seenCycle } from './find.ts'
import { programOf } from './programs.ts'
import { shownCycle } from './shown.ts'

/** Cycles: prepared with a published scheme, with whom they assess, then opened. */
export function cycleRoutes(app: Hono, services: Services): void {
  serve(app, services, planning.listCycles, async ({ db, actor, permit }) => {
    permit(actor)
    return { cycles: (await listCycles(db)).map(shownCycle) }
  })

  serve(app, services, planning.readCycle, async (call) => {
    const { db, params } = call
    const cycle = await seenCycle(call, params.cycle)
    const scheme = await schemeOf(db, cycle)
    const types = new Map(
      programOf(scheme).scheme.assessees.map(({ id, name }) => [id, name] as const),
    )
    const assessees = await listAssessees(db, cycle.id)
    return {
      ...shownCycle(cycle),
      scheme: scheme.id,
      schemeTitle: scheme.title,
      assessees: assessees.map((one) => ({
        unit: one.unit,
        name: one.name,
        type: one.type,
        typeName: types.get(one.type) ?? one.type,
        group: one.peer_group,
        excludedBecause: one.excluded_because,
        undecidedBecause: one.undecided_because,
      })),
      corrections: (await correctionsOf(db, cycle.id)).map((one) => ({
        id: one.id,
        unit: one.unit,
        name: one.name,
        kind: one.kind,
        reason: one.reason,
        by: one.person_name,
        at: one.at,
      })),
    }
  })

  serve(app, services, planning.createCycle, async ({ db, actor, body, permit, record }) => {
    permit(actor)
    const scheme = await findScheme(db, body.scheme)
    if (scheme === undefined || scheme.org !== actor.org) throw notFound()
    if (scheme.state !== 'published') throw conflict('方案发布以后才能用来考核')
    if (body.endsOn < body.startsOn)
      throw invalid([{ pointer: '/body/endsOn', message: '结束日期在开始日期之前' }])
    const { title, startsOn: starts_on, endsOn: ends_on } = body
    const cycle = { org: actor.org, scheme: scheme.id, title, starts_on, ends_on }
    const id = await insertCycle(db, cycle)
    await record({ object: `cycle/${id}`, after: cycle })
    return { id }
  })

  serve(app, services, planning.openCycle, async (call) => {
    const { db } = call
    const cycle = await seenCycle(call, call.params.cycle)
    const taking = (await listAssessees(db, cycle.id)).filter(
      (one) => one.excluded_because === null,
    )
    if (taking.length === 0) throw conflict('还没有参加考核的单位', '请先列出考核对象')
    const present = new Set((await unitsToAssess(db, cycle.org)).map(({ kind }) => kind))
    const { scheme } = programOf(await schemeOf(db, cycle))
    const dangling = danglingKinds(cycle.kinds, scheme, present).map(({ message }) => message)
    if (dangling.length > 0)
      throw conflict('有的单位种类对不上了，请重新列考核对象', `${dangling.join('；')}。`)
    const opened = await openCycle(db, cycle.id)
    if (opened === undefined) throw conflict('考核年度已经开始')
    await watchDeadlines(db, cycle.org, call.request)
    await call.record({ object: `cycle/${cycle.id}`, after: { state: 'open' } })
    return shownCycle(opened)
  })
}
