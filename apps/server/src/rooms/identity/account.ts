import { identity } from '@kaohe/contract'
import { passwordFault } from '@kaohe/domain'
import {
  acting,
  countFailure,
  dropTotp,
  endOtherSessions,
  endSession,
  failuresOf,
  findPerson,
  forgetFailures,
  ownCredential,
  ownPosts,
  ownSessions,
  setPassword,
  setRecovery,
} from '@kaohe/storage'
import { waitingTime } from '@kaohe/domain'
import type { Context, Hono } from 'hono'
import { conflict, invalid, notFound, slowDown } from '../../http/problem.ts'
import type { Services } from '../../services.ts'
import { factorRequired } from './begin.ts'
import { newRecovery } from './factor.ts'
import { own, type OwnCall } from './own.ts'
import { hashPassword, isPassword } from './password.ts'
import { attemptOf } from './sign-in.ts'

const FORGET_MS = 86_400_000

/** Asks for the password once more before something weighty. @throws Stop 422 at its field, 429 after many */
async function checkPassword(
  services: Services,
  c: Context,
  { db, entered, now }: Pick<OwnCall<typeof identity.changePassword>, 'db' | 'entered' | 'now'>,
  given: string,
  pointer: string,
): Promise<void> {
  const attempt = attemptOf(services, c, `own/${entered.person}`)
  const wait = waitingTime({ login: (await failuresOf(db, attempt)).login }, true, now)
  if (wait > 0) throw slowDown(wait)
  const credential = await ownCredential(db, entered.person)
  if (await isPassword(credential?.password_hash, given)) {
    const before = new Date(now.getTime() - FORGET_MS).toISOString()
    return forgetFailures(db, attempt, before)
  }
  // In a transaction of its own: this one changes nothing.
  await acting(services.db, {}, (other) => countFailure(other, attempt, now.toISOString()))
  throw invalid([{ pointer, message: '密码不对' }])
}

function passwords(app: Hono, services: Services): void {
  own(app, services, identity.readAccount, async ({ db, entered }) => {
    const credential = await ownCredential(db, entered.person)
    const person = await findPerson(db, entered.person)
    const factorNeeded = await factorRequired(services.door, db, await ownPosts(db))
    return {
      login: person?.login ?? '',
      passwordChangedAt: credential?.password_hash == null ? null : credential.changed_at,
      factor: credential?.totp_secret != null,
      factorRequired: factorNeeded,
      recoveryLeft: credential?.recovery_hashes.length ?? 0,
    }
  })

  own(app, services, identity.changePassword, async (call) => {
    const { db, c, entered, now, body, record } = call
    await checkPassword(services, c, call, body.current, '/body/current')
    const person = await findPerson(db, entered.person)
    const known = [person?.login ?? '', entered.person_name]
    const fault = passwordFault(body.next, known, services.door.refusedPasswords)
    if (fault !== undefined) throw invalid([{ pointer: '/body/next', message: fault }])
    await setPassword(db, entered.person, await hashPassword(body.next), now.toISOString())
    const ended = await endOtherSessions(db, entered.person, entered.session)
    await record('password.change', `person/${entered.person}`, { ended })
    return { ended }
  })

  own(app, services, identity.dropFactor, async (call) => {
    const { db, c, entered, body, record } = call
    if (await factorRequired(services.door, db, await ownPosts(db)))
      throw conflict('您的岗位必须使用动态码，不能停用')
    await checkPassword(services, c, call, body.password, '/body/password')
    await dropTotp(db, entered.person)
    await record('factor.drop', `person/${entered.person}`)
  })

  own(app, services, identity.renewRecovery, async (call) => {
    const { db, c, entered, body, record } = call
    await checkPassword(services, c, call, body.password, '/body/password')
    if ((await ownCredential(db, entered.person))?.totp_secret == null)
      throw conflict('还没有设置动态码')
    const { codes, hashes } = newRecovery()
    await setRecovery(db, entered.person, hashes)
    await record('factor.recovery', `person/${entered.person}`)
    return { recovery: codes }
  })
}

function sessions(app: Hono, services: Services): void {
  own(app, services, identity.listSessions, async ({ db, entered, now }) => {
    const all = await ownSessions(db, entered.person, now.toISOString())
    return {
      sessions: all.map(({ created_at, seen_at, expires_at, ...rest }) => ({
        ...rest,
        createdAt: created_at,
        seenAt: seen_at,
        expiresAt: expires_at,
        current: rest.id === entered.session,
      })),
    }
  })

  own(app, services, identity.endOneSession, async ({ db, params, record }) => {
    if (!(await endSession(db, params.session))) throw notFound()
    await record('session.end', `session/${params.session}`)
  })

  own(app, services, identity.endOtherSessions, async ({ db, entered, record }) => {
    const ended = await endOtherSessions(db, entered.person, entered.session)
    await record('session.end', `person/${entered.person}`, { ended })
    return { ended }
  })
}

/** One's own account: password, second factor, and where one is signed in. */
export function accountRoutes(app: Hono, services: Services): void {
  passwords(app, services)
  sessions(app, services)
}
