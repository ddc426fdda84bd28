import { identity, type SignedIn } from '@kaohe/contract'
import { addressGroup, normalLogin, waitingTime } from '@kaohe/domain'
import {
  acting,
  type Attempt,
  countFailure,
  credentialOf,
  failuresOf,
  forgetFailures,
} from '@kaohe/storage'
import type { Context } from 'hono'
import { received } from '../../http/input.ts'
import { slowDown, wrongCredentials } from '../../http/problem.ts'
import { giveToken, hashOf } from '../../http/token.ts'
import type { Services } from '../../services.ts'
import { begin } from './begin.ts'
import { isKnownDevice, rememberDevice } from './device.ts'
import { clientAddress } from './door.ts'
import { note } from './note.ts'
import { isPassword } from './password.ts'

const FORGET_MS = 86_400_000

/** What is tried, and from where. */
export function attemptOf(services: Services, c: Context, login: string): Attempt {
  const address = addressGroup(clientAddress(c, services.door))
  return { login: hashOf(login), address: hashOf(address) }
}

/** @throws Stop 429 while one has to wait */
async function stored(services: Services, c: Context, attempt: Attempt, login: string) {
  const known = isKnownDevice(c, services, attempt.login)
  return acting(services.db, { login }, async (db) => {
    const wait = waitingTime(await failuresOf(db, attempt), known, services.now())
    if (wait > 0) throw slowDown(wait)
    return credentialOf(db, login)
  })
}

// The same steps whether or not there is such a login, so that neither words nor time tell.
async function refuse(
  services: Services,
  c: Context,
  attempt: Attempt,
  person: { readonly person: string; readonly org: string } | undefined,
): Promise<never> {
  const now = services.now()
  await acting(services.db, {}, async (db) => {
    await countFailure(db, attempt, now.toISOString())
    const object = `login/${attempt.login.toString('hex').slice(0, 16)}`
    await note(db, c, now, { act: 'session.refuse', object, ...person })
  })
  throw wrongCredentials()
}

/** Signs in with login and password. Wrong logins and wrong passwords look alike and take as long. */
export async function signIn(services: Services, c: Context): Promise<SignedIn> {
  const { body } = await received(c, identity.signIn)
  const login = normalLogin(body.login)
  const attempt = attemptOf(services, c, login)
  const found = await stored(services, c, attempt, login)
  const person = found && { person: found.person, org: found.org }
  const right = await isPassword(found?.password_hash, body.password)
  if (!right || person === undefined) return refuse(services, c, attempt, person)
  const { token, signedIn } = await acting(services.db, {}, async (db) => {
    const before = new Date(services.now().getTime() - FORGET_MS).toISOString()
    await forgetFailures(db, attempt, before)
    return begin(db, services, c, { ...person, how: 'password' })
  })
  giveToken(c, services, token)
  rememberDevice(c, services, attempt.login)
  return signedIn
}
