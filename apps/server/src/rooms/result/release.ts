import { result, type Released } from '@kaohe/contract'
import { closesAt, figuresOf, workdaysAfter } from '@kaohe/domain'
import {
  type Acting,
  holidaysOf,
  insertReleases,
  releasedTo as releasedRows,
  withdrawReleases,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { conflict, invalid } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { nowIn } from '../reporting/clock.ts'
import { releasedTo } from './releasing.ts'
import { seenSnapshot } from './seen.ts'

const DAYS_OF_YEAR = 4

/** The last day on which units may object. @throws Stop 422 where the working days of that time are not known */
async function objectionUntil(db: Acting, on: string, days: number | null): Promise<string | null> {
  if (days === null) return null
  const year = Number(on.slice(0, DAYS_OF_YEAR))
  const { years, spans } = await holidaysOf(db, year, year + 1)
  const table = { years: years.map((one) => one.year), spans }
  const counted = workdaysAfter(on, days, table)
  if ('day' in counted) return counted.day
  const message = `${counted.unknown} 年的放假安排没有录入，算不出工作日；请缩短期限或先录入`
  throw invalid([{ pointer: '/body/objectionDays', message }])
}

/** What units are shown of a ratified result. */
export function releaseRoutes(app: Hono, services: Services): void {
  serve(app, services, result.release, async (call) => {
    const { db, body, actor, now } = call
    const seen = await seenSnapshot(call)
    const { snapshot, cycle, evaluation } = seen
    if (snapshot.ratified_at === null) throw conflict('结果还没有审定，不能反馈')
    const all = evaluation.results().map(({ unit }) => unit)
    const wanted = [...new Set(body.assessees ?? all)]
    const stranger = wanted.findIndex((unit) => !all.includes(unit))
    if (stranger >= 0)
      throw invalid([{ pointer: `/body/assessees/${stranger}`, message: '这个单位不在这个结果里' }])
    const until = await objectionUntil(db, body.on, body.objectionDays)
    await withdrawReleases(db, cycle.id, wanted, '有新的反馈')
    const at = nowIn(cycle, now).toISOString()
    const rows = wanted.map((unit) => ({
      org: unit,
      committee: snapshot.org,
      cycle: cycle.id,
      snapshot: snapshot.id,
      shown: releasedTo({ ...seen, on: body.on }, unit, body.parts),
      parts: body.parts,
      consent: body.consent,
      released_on: body.on,
      objection_until: until,
      person: actor.person,
      at,
    }))
    await insertReleases(db, rows)
    const { parts, consent, on } = body
    const after = { parts, consent, on, units: wanted.length, objectionUntil: until }
    await call.record({ object: `snapshot/${snapshot.id}/release`, after })
    return { units: wanted.length, objectionUntil: until }
  })

  serve(app, services, result.readReleased, async ({ db, actor, permit, now }) => {
    permit(actor)
    const rows = await releasedRows(db, actor.org)
    return {
      results: rows.map(({ id, shown, objection_until: until, behind_days }) => ({
        ...(shown as Released),
        release: id,
        objection: until && {
          until,
          open: nowIn({ behind_days }, now).getTime() < Date.parse(closesAt(until)),
          figures: figuresOf(shown as Released),
        },
      })),
    }
  })
}
