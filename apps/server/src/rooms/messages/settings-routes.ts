import { randomInt, timingSafeEqual } from 'node:crypto'
import { type Answer, type Channel, messages } from '@kaohe/contract'
import { allMessageKinds, isMessageKind, messageKinds } from '@kaohe/domain'
import {
  type Acting,
  channelsOf,
  choiceOf,
  countWrongChannelCode,
  removeChannel,
  type StoredChannel,
  verifyChannel,
  writeChannel,
  writeChoice,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { conflict, invalid, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import { hashOf } from '../../http/token.ts'
import { askFor } from '../../jobs/ask.ts'
import type { Services } from '../../services.ts'
import { choiceFrom } from './choice.ts'
import { masked, recipientOf, seal } from './sealed.ts'

const CODE_MINUTES = 15
const AGAIN_AFTER_MS = 60_000
const MOST_WRONG = 5
const CODES = 1_000_000

type Settings = Answer<typeof messages.readMessageSettings>

function shownChannel(
  { door: { secrets } }: Services,
  person: string,
  stored: StoredChannel,
): Settings['channels'][number] {
  const to = recipientOf(secrets, person, stored)
  const state = stored.verified_at === null ? 'unverified' : 'on'
  return {
    channel: stored.channel,
    address: to === undefined ? '（读不出来，请重新填写）' : masked(to),
    state: stored.off_because === null ? state : 'off',
    offBecause: stored.off_because,
  }
}

async function settingsOf(db: Acting, services: Services, person: string): Promise<Settings> {
  const { kinds, quiet, gathering } = choiceFrom(await choiceOf(db, person))
  const all = await channelsOf(db, person)
  const chosen = Object.entries(kinds).map(([kind, on]) => [kind, [...(on ?? [])]])
  return {
    choice: { kinds: Object.fromEntries(chosen) as Record<string, Channel[]>, quiet, gathering },
    kinds: allMessageKinds.map((id) => ({ id, name: messageKinds[id].name })),
    mail: services.outside.canMail,
    channels: all.map((one) => shownChannel(services, person, one)),
  }
}

async function ownChannel(
  db: Acting,
  person: string,
  channel: Channel,
): Promise<StoredChannel | undefined> {
  return (await channelsOf(db, person)).find((one) => one.channel === channel)
}

const isCode =
  ({ code_hash: hash, code_until: until, wrong_codes: wrong }: StoredChannel, now: Date) =>
  (code: string): boolean =>
    hash !== null &&
    wrong < MOST_WRONG &&
    until !== null &&
    Date.parse(until) > now.getTime() &&
    timingSafeEqual(hash, hashOf(code))

/** Where and when one wants to be told; addresses are sealed, and used when their owner has read a code. */
export function messageSettingsRoutes(app: Hono, services: Services): void {
  const { secrets } = services.door

  serve(app, services, messages.readMessageSettings, async ({ db, actor, permit }) => {
    permit(actor)
    return settingsOf(db, services, actor.person)
  })

  serve(app, services, messages.writeMessageChoice, async ({ db, actor, body, permit, record }) => {
    permit(actor)
    const strange = Object.keys(body.kinds).find((kind) => !isMessageKind(kind))
    if (strange !== undefined)
      throw invalid([{ pointer: '/body/kinds', message: `没有“${strange}”这类消息` }])
    await writeChoice(db, actor.person, body)
    await record({ object: `person/${actor.person}/messages`, after: body })
    return settingsOf(db, services, actor.person)
  })

  serve(app, services, messages.writeChannel, async (call) => {
    const { db, body, now } = call
    const { person } = call.permit(call.actor)
    const { channel } = call.params
    const fault = services.outside.fault(channel, body.address)
    if (fault !== undefined) throw invalid([{ pointer: '/body/address', message: fault }])
    const before = await ownChannel(db, person, channel)
    if (before?.code_sent_at && now.getTime() - Date.parse(before.code_sent_at) < AGAIN_AFTER_MS)
      throw conflict('验证码刚刚发过', '请等一分钟再试')
    const code = String(randomInt(CODES)).padStart(6, '0')
    const { secret } = body
    await writeChannel(db, {
      person,
      channel,
      address: seal(secrets, person, channel, 'address', body.address),
      secret: secret ? seal(secrets, person, channel, 'secret', secret) : null,
      code_hash: hashOf(code),
      code_until: new Date(now.getTime() + CODE_MINUTES * 60_000).toISOString(),
      code_sent_at: now.toISOString(),
    })
    const sealed = seal(secrets, person, channel, 'code', code).toString('base64')
    await askFor(call, { kind: 'message.code', input: { channel, code: sealed } })
    await call.record({ object: `person/${person}/messages/${channel}`, after: { channel } })
    return settingsOf(db, services, person)
  })

  serve(app, services, messages.confirmChannel, async (call) => {
    const { db, body, now } = call
    const { person } = call.permit(call.actor)
    const { channel } = call.params
    const stored = await ownChannel(db, person, channel)
    if (stored === undefined) throw notFound()
    // A wrong code is counted and stored, so it is answered and not thrown.
    const accepted = isCode(stored, now)(body.code)
    if (accepted) await verifyChannel(db, person, channel, now.toISOString())
    else await countWrongChannelCode(db, person, channel)
    await call.record({ object: `person/${person}/messages/${channel}`, after: { accepted } })
    return { ...(await settingsOf(db, services, person)), accepted }
  })

  serve(app, services, messages.removeChannel, async (call) => {
    const { db } = call
    const { person } = call.permit(call.actor)
    const { channel } = call.params
    if (!(await removeChannel(db, person, channel))) throw notFound()
    await call.record({ object: `person/${person}/messages/${channel}`, after: { removed: true } })
    return settingsOf(db, services, person)
  })
}
