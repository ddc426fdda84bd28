import { identity, type SignedIn } from '@kaohe/contract'
import { passwordFault } from '@kaohe/domain'
import {
  type Acting,
  acting,
  askAs,
  endOtherSessions,
  findInvitation,
  findPerson,
  findUnit,
  setPassword,
  type StoredInvitation,
  type StoredPerson,
  useInvitation,
} from '@kaohe/storage'
import type { Context, Hono } from 'hono'
import { received } from '../../http/input.ts'
import { invalid, Stop } from '../../http/problem.ts'
import { routeOf } from '../../http/serve.ts'
import { giveToken, hashOf } from '../../http/token.ts'
import type { Services } from '../../services.ts'
import { begin } from './begin.ts'
import { hashPassword } from './password.ts'

// Used up, lapsed, withdrawn and never there look the same.
const noInvitation = (): Stop =>
  new Stop({
    type: 'urn:kaohe:problem:no-invitation',
    title: '这份邀请不能用了',
    status: 404,
    detail: '可能已经用过、过期或被新的邀请取代；请联系系统管理员重发',
  })

async function invited(
  db: Acting,
  token: Buffer,
  found: StoredInvitation | undefined,
): Promise<StoredPerson> {
  if (found === undefined) throw noInvitation()
  await askAs(db, { token: token.toString('hex'), person: found.person, path: [found.org] })
  const person = await findPerson(db, found.person)
  if (person === undefined || person.ended_at !== null) throw noInvitation()
  return person
}

async function look({ db, now }: Services, c: Context) {
  const { body } = await received(c, identity.lookAtInvitation)
  const token = hashOf(body.token)
  return acting(db, { token: token.toString('hex') }, async (asHolder) => {
    const found = await findInvitation(asHolder, token, now().toISOString())
    const { name, login, org } = await invited(asHolder, token, found)
    const unit = await findUnit(asHolder, org)
    return { name, login, orgName: unit?.name ?? '', expiresAt: found!.expires_at }
  })
}

/** The password is the person's own choice; sessions under an earlier one end. */
async function accept(services: Services, c: Context): Promise<SignedIn> {
  const { body } = await received(c, identity.acceptInvitation)
  const token = hashOf(body.token)
  const now = services.now().toISOString()
  const asHolder = { token: token.toString('hex') }
  const person = await acting(services.db, asHolder, async (db) =>
    invited(db, token, await findInvitation(db, token, now)),
  )
  const { refusedPasswords } = services.door
  const fault = passwordFault(body.password, [person.login, person.name], refusedPasswords)
  if (fault !== undefined) throw invalid([{ pointer: '/body/password', message: fault }])
  const hash = await hashPassword(body.password)
  const begun = await acting(services.db, asHolder, async (db) => {
    const { org, id } = await invited(db, token, await useInvitation(db, token, now))
    await setPassword(db, id, hash, now)
    await endOtherSessions(db, id, undefined)
    return begin(db, services, c, { person: id, org, how: 'invitation' })
  })
  giveToken(c, services, begun.token)
  return begun.signedIn
}

/** By a link or a printed slip: the token travels in the fragment of an address and in bodies only. */
export function invitationRoutes(app: Hono, services: Services): void {
  app.post(routeOf(identity.lookAtInvitation), async (c) => c.json(await look(services, c)))
  app.post(routeOf(identity.acceptInvitation), async (c) => c.json(await accept(services, c)))
}
