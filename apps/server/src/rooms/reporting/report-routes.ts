import { reporting } from '@kaohe/contract'
import { answerContest, findEntry, findUnit, insertContest, writeEntry } from '@kaohe/storage'
import type { Hono } from 'hono'
import { changedBetween, conflict, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import { asSeen } from '../../http/versions.ts'
import type { Services } from '../../services.ts'
import { nowIn } from './clock.ts'
import { checkedEntry, type SentEntry, shownEntry } from './entry.ts'
import { refuseFilling, refuseOtherPeriods, sourceName } from './fill.ts'
import { changedBy, reportOf } from './report.ts'
import { shownContest } from './shown.ts'
import { judgedOf, refuseOddMark } from './self.ts'
import { declaredFact, isAsked, type ReportSource, sharedCells, sourceOf } from './source.ts'

function knownIn({ related }: ReportSource, fact: string, period: string) {
  return related.known.find((one) => one.fact === fact && one.period === period)
}

/** What is to be stored: as it was sent, or as the unit reported it elsewhere. @throws Stop 409 when it did not */
function sentOf(
  body: SentEntry & { readonly known: boolean },
  source: ReportSource,
  fact: string,
  period: string,
): SentEntry {
  if (!body.known) return body
  const known = knownIn(source, fact, period)
  if (known === undefined) throw conflict('别处现在没有这个数据了，请自己填')
  return { state: 'value', text: known.text, reason: null }
}

function knownSource(source: ReportSource, fact: string, period: string): string {
  const known = knownIn(source, fact, period)
  return `取自“${known?.title}”，${known?.source}`
}

const isShared = (source: ReportSource, fact: string): boolean =>
  sharedCells(source).some((cell) => cell.fact === fact)

/** What units report, and what they hold against the data of others. */
export function reportRoutes(app: Hono, services: Services): void {
  serve(app, services, reporting.readReport, async ({ db, params, permit, actor, now }) => {
    const unit = permit(await findUnit(db, params.unit))
    return reportOf(await sourceOf(db, params.cycle, unit), actor, now)
  })

  serve(app, services, reporting.writeEntry, async (call) => {
    const { db, params, body, actor, now } = call
    const unit = call.permit(await findUnit(db, params.unit))
    const source = await sourceOf(db, params.cycle, unit)
    const { program, cycle } = source
    const fact = declaredFact(source, params.fact)
    if (fact === undefined || !isAsked(source, fact.id)) throw notFound()
    const period = body.period ?? ''
    refuseOtherPeriods(source, fact, period)
    refuseFilling(source, actor, fact)
    const before = source.entries.find((one) => one.fact === fact.id && one.period === period)
    const sent = checkedEntry(sentOf(body, source, fact.id, period), fact, program.scheme)
    refuseOddMark(program, fact.id, sent)
    const yours = { ...sent, version: body.version }
    asSeen(before && shownEntry(before), yours)
    const written = await writeEntry(
      db,
      {
        org: unit.id,
        committee: cycle.org,
        cycle: cycle.id,
        fact: fact.id,
        period,
        ...sent,
        source: body.known
          ? knownSource(source, fact.id, period)
          : sourceName(source, actor, fact.supplier),
        person: actor.person,
        at: nowIn(cycle, now).toISOString(),
        shared: source.supplies?.where === 'above',
      },
      body.version,
    )
    if (written === undefined) {
      const place = { org: unit.id, cycle: cycle.id, fact: fact.id, period }
      const standing = await findEntry(db, place)
      throw changedBetween(yours, standing ? shownEntry(standing) : null)
    }
    const after = shownEntry(written)
    const object = `entry/${cycle.id}/${unit.id}/${fact.id}/${period}`
    await call.record({
      object,
      org: unit.id,
      ...(before && { before: shownEntry(before) }),
      after,
    })
    const entries = [...source.entries.filter((one) => one !== before), written]
    const marked = judgedOf(program, fact.id)?.item.id
    const touched = changedBy(
      { ...source, entries },
      ({ item, cells }) => item.id === marked || cells.some((cell) => cell.fact === fact.id),
    )
    return { entry: after, ...touched }
  })

  serve(app, services, reporting.contestEntry, async (call) => {
    const { db, params, body, actor, now } = call
    const unit = call.permit(await findUnit(db, params.unit))
    const source = await sourceOf(db, params.cycle, unit)
    const fact = declaredFact(source, body.fact)
    const given = fact?.supplier !== undefined || isShared(source, body.fact)
    if (fact === undefined || !given) throw notFound()
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
      at: nowIn(source.cycle, now).toISOString(),
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
