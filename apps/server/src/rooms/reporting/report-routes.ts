import { reporting } from '@kaohe/contract'
import { answerContest, findUnit, insertContest, writeEntry } from '@kaohe/storage'
import type { Hono } from 'hono'
import { changedMeanwhile, conflict, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { checkedEntry, shownEntry } from './entry.ts'
import { refuseFilling, refuseOtherPeriods, sourceName } from './fill.ts'
import { changedBy, reportOf } from './report.ts'
import { shownContest } from './shown.ts'
import { declaredFact, sourceOf } from './source.ts'

/** What units report, and what they hold against the data of others. */
export function reportRoutes(app: Hono, services: Services): void {
  serve(app, services, reporting.readReport, async ({ db, params, permit, actor }) => {
    const unit = permit(await findUnit(db, params.unit))
    return reportOf(await sourceOf(db, params.cycle, unit), actor)
  })

  serve(app, services, reporting.writeEntry, async (call) => {
    const { db, params, body, actor, now } = call
    const unit = call.permit(await findUnit(db, params.unit))
    const source = await sourceOf(db, params.cycle, unit)
    const { program, cycle } = source
    const fact = declaredFact(source, params.fact)
    if (fact === undefined) throw notFound()
    const period = body.period ?? ''
    refuseOtherPeriods(source, fact, period)
    refuseFilling(source, actor, fact)
    const before = source.entries.find((one) => one.fact === fact.id && one.period === period)
    const written = await writeEntry(
      db,
      {
        org: unit.id,
        committee: cycle.org,
        cycle: cycle.id,
        fact: fact.id,
        period,
        ...checkedEntry(body, fact, program.scheme),
        source: sourceName(source, actor, fact.supplier),
        person: actor.person,
        at: now.toISOString(),
      },
      body.version,
    )
    if (written === undefined) throw changedMeanwhile()
    const after = shownEntry(written)
    const object = `entry/${cycle.id}/${unit.id}/${fact.id}/${period}`
    await call.record({
      object,
      org: unit.id,
      ...(before && { before: shownEntry(before) }),
      after,
    })
    const entries = [...source.entries.filter((one) => one !== before), written]
    const touched = changedBy({ ...source, entries }, ({ cells }) =>
      cells.some((cell) => cell.fact === fact.id),
    )
    return { entry: after, ...touched }
  })

  serve(app, services, reporting.contestEntry, async (call) => {
    const { db, params, body, actor, now } = call
    const unit = call.permit(await findUnit(db, params.unit))
    const source = await sourceOf(db, params.cycle, unit)
    const fact = declaredFact(source, body.fact)
    if (fact?.supplier === undefined) throw notFound()
    const period = body.period ?? ''
    refuseOtherPeriods(source, fact, period)
    const contest = await insertContest(db, {
      org: unit.id,
      committee: source.cycle.org,
      cycle: source.cycle.id,
      fact: fact.id,
      period,
      reason: body.reason,
      person: actor.person,
      at: now.toISOString(),
    })
    if (contest === undefined) throw conflict('这项数据的异议还在等待答复')
    const after = shownContest(contest)
    await call.record({ object: `contest/${contest.id}`, org: unit.id, after })
    return after
  })

  serve(app, services, reporting.answerContest, async (call) => {
    const { db, params, body, actor, now } = call
    const unit = call.permit(await findUnit(db, params.unit))
    const place = { org: unit.id, id: params.contest }
    const contest = await answerContest(db, place, body.answer, actor.person, now.toISOString())
    if (contest === undefined) throw notFound()
    const after = shownContest(contest)
    await call.record({ object: `contest/${contest.id}`, org: unit.id, after })
    return after
  })
}
