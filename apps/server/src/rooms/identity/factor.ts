import { randomBytes } from 'node:crypto'
import { identity, type SignedIn } from '@kaohe/contract'
import { waitingTime } from '@kaohe/domain'
import {
  type Acting,
  acting,
  askAs,
  completeSession,
  countFailure,
  countWrongCode,
  endSession,
  enter,
  failuresOf,
  findPerson,
  findSession,
  forgetFailures,
  offerTotp,
  ownCredential,
  type PendingSession,
  takeTotp,
  useRecovery,
  useStep,
} from '@kaohe/storage'
import type { Context, Hono } from 'hono'
import { generateSecret, generateURI, verify } from 'otplib'
import { received } from '../../http/input.ts'
import { conflict, invalid, signInFirst, slowDown, type Stop } from '../../http/problem.ts'
import { routeOf } from '../../http/serve.ts'
import { giveToken, hashOf, newToken, sessionToken } from '../../http/token.ts'
import type { Services } from '../../services.ts'
import { meOf } from './me.ts'
import { note } from './note.ts'
import { attemptOf } from './sign-in.ts'

const STEP_SECONDS = 30
const MOST_WRONG = 5
const FORGET_MS = 86_400_000
const RECOVERY_CODES = 8
// 24 of 32 signs are 120 bits: more than can be guessed, so that a plain hash does (ASVS 5.0, 6.5.2).
const RECOVERY_SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const RECOVERY_LENGTH = 24

const purposeOf = (person: string): string => `totp/${person}`

/** The step of time whose code this is, now or one step aside; undefined when it is none. */
async function stepOf(secret: string, code: string, now: Date): Promise<number | undefined> {
  if (!/^\d{6}$/.test(code)) return undefined
  const epoch = Math.floor(now.getTime() / 1000)
  const result = await verify({ secret, token: code, epoch, epochTolerance: STEP_SECONDS })
  return result.valid && 'timeStep' in result ? result.timeStep : undefined
}

/** Codes for when the device is lost, and what is stored of them. */
export function newRecovery(): { readonly codes: string[]; readonly hashes: Buffer[] } {
  const codes = Array.from({ length: RECOVERY_CODES }, () =>
    [...randomBytes(RECOVERY_LENGTH)]
      .map((byte) => RECOVERY_SIGNS[byte % RECOVERY_SIGNS.length])
      .join('')
      .replaceAll(/.{4}(?=.)/g, '$&-'),
  )
  return { codes, hashes: codes.map((code) => hashOf(code.replaceAll('-', ''))) }
}

const plain = (code: string): string =>
  code.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase()

/** Does the code show the second factor? A code of a step, or of recovery, does so once. */
async function isFactor(
  db: Acting,
  { door }: Services,
  person: string,
  typed: string,
  now: Date,
): Promise<boolean> {
  const credential = await ownCredential(db, person)
  if (credential?.totp_secret == null) return false
  const code = plain(typed)
  // Restored without its key a secret does not open; the recovery codes still do.
  const secret = door.secrets.open(credential.totp_secret, purposeOf(person))
  const step = secret && (await stepOf(secret.toString(), code, now))
  if (step !== undefined) return useStep(db, person, step)
  return (await useRecovery(db, person, hashOf(code))) !== undefined
}

const wrongCode = (): Stop =>
  invalid([{ pointer: '/body/code', message: '动态码不对或已经用过，请等下一个' }])

/** The session brought, complete or not, and its person asking. @throws Stop 401 */
async function pending(
  services: Services,
  db: Acting,
  c: Context,
  now: Date,
): Promise<PendingSession> {
  const token = sessionToken(c, services)
  if (token === undefined) throw signInFirst()
  await askAs(db, { token: token.toString('hex') })
  const session = await findSession(db, token, now)
  if (session === undefined) throw signInFirst()
  await askAs(db, { token: token.toString('hex'), person: session.person })
  return session
}

// A new token for more rights: what was known before opens no more than it did.
async function complete(
  db: Acting,
  c: Context,
  now: Date,
  session: PendingSession,
  how: string,
): Promise<{ readonly token: string; readonly signedIn: SignedIn }> {
  const token = newToken()
  await completeSession(db, session.id, hashOf(token))
  const entered = await enter(db, hashOf(token))
  if (entered === undefined) throw signInFirst()
  const { person, org } = entered
  const object = `session/${session.id}`
  await note(db, c, now, { act: how, object, person, org: org ?? undefined })
  return { token, signedIn: { next: 'done', me: await meOf(db, entered) } }
}

/** The second step of signing in. Five wrong codes end it, and the password is asked for again. */
async function showCode(services: Services, c: Context): Promise<SignedIn> {
  const { body } = await received(c, identity.showCode)
  const now = services.now()
  const result = await acting(services.db, {}, async (db) => {
    const session = await pending(services, db, c, now)
    const attempt = attemptOf(services, c, `code/${session.person}`)
    const wait = waitingTime({ login: (await failuresOf(db, attempt)).login }, true, now)
    if (wait > 0) throw slowDown(wait)
    if (await isFactor(db, services, session.person, body.code, now)) {
      await forgetFailures(db, attempt, new Date(now.getTime() - FORGET_MS).toISOString())
      return complete(db, c, now, session, 'session.complete')
    }
    await countFailure(db, attempt, now.toISOString())
    if (session.wrong_codes + 1 >= MOST_WRONG) await endSession(db, session.id)
    else await countWrongCode(db, session.id)
    const home = await findPerson(db, session.person)
    const object = `session/${session.id}`
    const who = { person: session.person, org: home?.org }
    await note(db, c, now, { act: 'session.refuse', object, ...who })
    return undefined
  })
  // Outside of the transaction, which counts the failure.
  if (result === undefined) throw wrongCode()
  giveToken(c, services, result.token)
  return result.signedIn
}

async function offer(services: Services, c: Context) {
  const now = services.now()
  return acting(services.db, {}, async (db) => {
    const { person, id, fresh } = await pending(services, db, c, now)
    // Else who finds a page open could put a device of his own before the password of another.
    if (!fresh) throw conflict('登录已有一阵，请重新登录后再设置动态码', '退出，登录，然后马上设置')
    const credential = await ownCredential(db, person)
    const owner = await findPerson(db, person)
    if (credential === undefined || owner === undefined) throw conflict('请先设置密码')
    if (credential.totp_secret !== null) throw conflict('已经设置过动态码', '要换设备，请先停用')
    const secret = generateSecret()
    const sealed = services.door.secrets.seal(Buffer.from(secret), purposeOf(person))
    await offerTotp(db, person, sealed)
    await note(db, c, now, { act: 'factor.offer', object: `session/${id}`, person, org: owner.org })
    return { secret, uri: generateURI({ issuer: '考核', label: owner.login, secret }) }
  })
}

async function confirm(services: Services, c: Context) {
  const { body } = await received(c, identity.confirmFactor)
  const now = services.now()
  const { codes, hashes } = newRecovery()
  const { token, signedIn } = await acting(services.db, {}, async (db) => {
    const session = await pending(services, db, c, now)
    const { person } = session
    const offered = (await ownCredential(db, person))?.totp_offered
    const secret = offered && services.door.secrets.open(offered, purposeOf(person))
    if (secret == null) throw conflict('请重新开始设置动态码')
    const step = await stepOf(secret.toString(), plain(body.code), now)
    if (step === undefined) throw wrongCode()
    await takeTotp(db, person, step, hashes)
    return complete(db, c, now, session, 'factor.set-up')
  })
  giveToken(c, services, token)
  return { recovery: codes, signedIn }
}

/** Second factors: asked for when signing in, and set up. */
export function factorRoutes(app: Hono, services: Services): void {
  app.post(routeOf(identity.showCode), async (c) => c.json(await showCode(services, c)))
  app.post(routeOf(identity.offerFactor), async (c) => c.json(await offer(services, c)))
  app.post(routeOf(identity.confirmFactor), async (c) => c.json(await confirm(services, c)))
}
