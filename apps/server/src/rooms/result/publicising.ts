import { result } from '@kaohe/contract'
import { lastDay, refuseConsent, type Span } from '@kaohe/domain'
import {
  type Acting,
  changePublicity,
  findPublicity,
  findUnit,
  holidaysOf,
  insertPublicity,
  measuresIn,
  publicitiesIn,
  type StoredPublicity,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import type { Actor, Placed } from '../../http/call.ts'
import { changedMeanwhile, conflict, invalid } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import { hashOf, newToken } from '../../http/token.ts'
import type { Standing } from '../../http/versions.ts'
import { askFor } from '../../jobs/ask.ts'
import type { Services } from '../../services.ts'
import { masked } from '../messages/sealed.ts'
import { seenCycle } from '../planning/find.ts'
import { nowIn } from '../reporting/clock.ts'
import { gapsIn, publishedOf } from './published.ts'
import { sealMail } from './publicity-mail-job.ts'
import { shownPublicity } from './publicity-shown.ts'
import { seenSnapshot } from './seen.ts'

const DAYS_OF_YEAR = 4

/** When a publicity that begins on a day ends. @throws Stop 422 where the working days are not known */
async function endOf(db: Acting, span: Span, pointer: string): Promise<string> {
  const year = Number(span.from.slice(0, DAYS_OF_YEAR))
  const { years, spans } = await holidaysOf(db, year, year + 2)
  const counted = lastDay(span, { years: years.map((one) => one.year), spans })
  if ('day' in counted) return counted.day
  const message = `${counted.unknown} 年的放假安排没有录入，算不出公示哪天结束`
  throw invalid([{ pointer, message }])
}

interface Asked {
  readonly db: Acting
  readonly actor: Actor
  readonly now: Date
  readonly params: { readonly publicity: string }
  readonly permit: <T extends Placed>(object: T | undefined) => T
  stands(read: Standing): void
}

async function seen(call: Asked): Promise<StoredPublicity> {
  const { db, params, permit, actor, now } = call
  const found = await findPublicity(db, params.publicity)
  permit(found && (await findUnit(db, found.org)))
  call.stands(async () => {
    const standing = await findPublicity(db, params.publicity)
    return standing && shownPublicity(standing, actor.person, now)
  })
  if (found!.withdrawn_because !== null) throw conflict('公示已经撤下')
  return found!
}

const changed = (one: StoredPublicity | undefined): StoredPublicity => {
  if (one === undefined) throw changedMeanwhile()
  return one
}

/** @throws Stop 422 for each address to which no mail can go */
function refuseMails({ outside }: Services, mails: readonly string[]): void {
  const faults = mails.flatMap((to) => {
    const fault = outside.fault('mail', to)
    return fault === undefined ? [] : [{ pointer: '/body/mails', message: `${to}：${fault}` }]
  })
  if (faults.length > 0) throw invalid(faults)
}

/** What is made public: asked for by those who collect, consented to by those who ratify. */
export function publicisingRoutes(app: Hono, services: Services): void {
  serve(app, services, result.readPublicities, async (call) => {
    const { db, actor, now } = call
    const cycle = await seenCycle(call, call.params.cycle)
    const all = await publicitiesIn(db, cycle.id)
    const publicities = all.map((one) => shownPublicity(one, actor.person, now))
    return { title: cycle.title, publicities }
  })

  serve(app, services, result.askPublicity, async (call) => {
    const { db, body, actor, now } = call
    const whole = await seenSnapshot(call)
    const { snapshot, cycle } = whole
    if (snapshot.ratified_at === null) throw conflict('结果还没有审定，不能公示')
    const { title, note, parts, audience, days, working, startsOn: from, event } = body
    if (from === null && !event)
      throw invalid([{ pointer: '/body/startsOn', message: '请写从哪天起，或者随哪件事开始' }])
    const starts = { starts_on: from, ends_on: null as string | null }
    if (from !== null) starts.ends_on = await endOf(db, { from, days, working }, '/body/startsOn')
    const measures = await measuresIn(db, cycle.id)
    const published = publishedOf(whole, parts, measures)
    const gaps = gapsIn(whole, published)
    if (gaps.length > 0) throw conflict(`${gaps.join('，')}，不能公示`)
    const shown = { committee: actor.orgName, title, note, ...published }
    const stored = await insertPublicity(db, {
      org: snapshot.org,
      cycle: cycle.id,
      snapshot: snapshot.id,
      title,
      note,
      parts,
      audience,
      shown,
      days,
      working,
      event: event || null,
      ...starts,
      behind_days: cycle.behind_days,
      asked_by: actor.person,
      asked_at: nowIn(cycle, now).toISOString(),
    })
    const after = { title, parts, audience, days, working, event, ...starts }
    await call.record({ object: `publicity/${stored.id}`, after })
    return shownPublicity(stored, actor.person, now)
  })

  serve(app, services, result.confirmPublicity, async (call) => {
    const { db, body, actor, now } = call
    const found = await seen(call)
    const refused = refuseConsent(found, actor.person)
    if (refused !== undefined) throw conflict(refused)
    const { body: meeting, number, on, version } = body
    const consent = {
      consent_body: meeting,
      consent_number: number || null,
      consent_on: on,
      confirmed_by: actor.person,
      confirmed_at: now.toISOString(),
    }
    const stored = changed(await changePublicity(db, { id: found.id, version }, consent))
    await call.record({ object: `publicity/${found.id}`, after: { body: meeting, number, on } })
    return shownPublicity(stored, actor.person, now)
  })

  serve(app, services, result.startPublicity, async (call) => {
    const { db, body, actor, now } = call
    const found = await seen(call)
    if (found.confirmed_at === null) throw conflict('审定机构还没有同意公示')
    if (found.starts_on !== null) throw conflict('公示的起止日期已经定了')
    const { days, working } = found
    const span = { from: body.on, days, working }
    const starts = { starts_on: body.on, ends_on: await endOf(db, span, '/body/on') }
    const { version } = body
    const stored = changed(await changePublicity(db, { id: found.id, version }, starts))
    await call.record({ object: `publicity/${found.id}`, after: starts })
    return shownPublicity(stored, actor.person, now)
  })

  serve(app, services, result.withdrawPublicity, async (call) => {
    const { db, body, actor, now } = call
    const { id } = await seen(call)
    const gone = { withdrawn_because: body.because }
    const stored = changed(await changePublicity(db, { id, version: body.version }, gone))
    await call.record({ object: `publicity/${id}`, after: gone })
    return shownPublicity(stored, actor.person, now)
  })

  serve(app, services, result.linkPublicity, async (call) => {
    const { db, body } = call
    const { id, audience } = await seen(call)
    if (!audience.includes('leaders')) throw conflict('这次公示不给分管领导看')
    const token = newToken()
    const { version } = body
    const stored = changed(await changePublicity(db, { id, version }, { link: hashOf(token) }))
    const mails = [...new Set(body.mails.filter((to) => to !== ''))]
    refuseMails(services, mails)
    const address = `${services.address()}public#${token}`
    const { title } = stored
    for (const to of mails) {
      const sealed = sealMail(services.door.secrets, id, { link: address, to, title })
      const what = `把公示链接发给 ${masked({ channel: 'mail', address: to })}`
      await askFor(call, { kind: 'publicity.mail', title: what, input: { publicity: id, sealed } })
    }
    await call.record({ object: `publicity/${id}`, after: { link: true, mailed: mails.length } })
    return { address, version: stored.version, mailed: mails.length }
  })
}
