import { identity, type Me } from '@kaohe/contract'
import {
  acting,
  type Attempt,
  beginSession,
  countFailure,
  credentialOf,
  enter,
  failuresOf,
  forgetFailures,
  ownPosts,
  record,
} from '@kaohe/storage'
import type { Context } from 'hono'
import { received } from '../../http/input.ts'
import { slowDown, wrongCredentials } from '../../http/problem.ts'
import { addressOf, requestId } from '../../http/request.ts'
import { giveToken, hashOf, newToken } from '../../http/token.ts'
import type { Services } from '../../services.ts'
import { meOf } from './me.ts'
import { isPassword } from './password.ts'
import { waitingTime } from './throttle.ts'

const SESSION_HOURS = 12

interface Person {
  readonly person: string
}

async function check(
  { db, now }: Services,
  attempt: Attempt,
  given: { readonly login: string; readonly password: string },
): Promise<Person> {
  const at = now()
  const stored = await acting(db, { login: given.login }, async (asStranger) => {
    const past = await failuresOf(asStranger, attempt)
    const wait = past === undefined ? 0 : waitingTime(past.failures, past.last_at, at)
    if (wait > 0) throw slowDown(wait)
    return credentialOf(asStranger, given.login)
  })
  const right = await isPassword(stored?.password_hash, given.password)
  await acting(db, {}, (asStranger) =>
    right
      ? forgetFailures(asStranger, attempt)
      : countFailure(asStranger, attempt, at.toISOString()),
  )
  if (!right || stored === undefined) throw wrongCredentials()
  return stored
}

async function begin(services: Services, c: Context, { person }: Person): Promise<Me> {
  const token = newToken()
  const now = services.now()
  const expires = new Date(now.getTime() + SESSION_HOURS * 3_600_000).toISOString()
  const me = await acting(services.db, { person }, async (db) => {
    const [post] = await ownPosts(db)
    const agent = (c.req.header('User-Agent') ?? '').slice(0, 200)
    const held = { token: hashOf(token), person, post: post?.id ?? null, agent, expires }
    await beginSession(db, held)
    const entered = await enter(db, held.token)
    if (entered === undefined) throw wrongCredentials()
    const object = `session/${entered.session}`
    const act = {
      at: now.toISOString(),
      act: 'session.begin',
      object,
      person,
      channel: 'web' as const,
    }
    const org = entered.org ?? undefined
    await record(db, { ...act, org, post: post?.id, request: requestId(c) })
    return meOf(db, entered)
  })
  giveToken(c, services, token)
  return me
}

/** Signs in with login and password. Wrong logins and wrong passwords look alike and take as long. */
export async function signIn(services: Services, c: Context): Promise<Response> {
  const { body } = await received(c, identity.signIn)
  const attempt = { login: hashOf(body.login), address: hashOf(addressOf(c)) }
  const person = await check(services, attempt, body)
  return c.json(await begin(services, c, person))
}
