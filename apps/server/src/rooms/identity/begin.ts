import type { SignedIn } from '@kaohe/contract'
import { administrators } from '@kaohe/domain'
import {
  type Acting,
  askAs,
  beginSession,
  dropTotp,
  endSession,
  enter,
  findSession,
  type HeldPost,
  installation,
  ownCredential,
  ownPosts,
  useRelease,
} from '@kaohe/storage'
import type { Context } from 'hono'
import { wrongCredentials } from '../../http/problem.ts'
import { hashOf, newToken, sessionToken } from '../../http/token.ts'
import type { Services } from '../../services.ts'
import type { Door } from './door.ts'
import { meOf } from './me.ts'
import { note } from './note.ts'

/** Who showed the first factor, and which it was. */
export interface Shown {
  readonly person: string
  readonly org: string
  readonly how: 'password' | 'invitation' | 'elsewhere'
}

/**
 * Is a second factor asked for, by the posts or by the site of everybody? In the demonstration, whose passwords all
 * know, it is not.
 */
export async function factorRequired(
  { twoFactors }: Door,
  db: Acting,
  posts: readonly HeldPost[],
): Promise<boolean> {
  const { demo } = await installation(db)
  const byPost = posts.some(({ role }) => administrators.some((one) => one === role))
  return !demo && (twoFactors === 'all' || byPost)
}

async function hasFactor(db: Acting, person: string, now: Date): Promise<boolean> {
  const credential = await ownCredential(db, person)
  if (credential?.totp_secret == null) return false
  if (!(await useRelease(db, person, now.toISOString()))) return true
  await dropTotp(db, person)
  return false
}

/** Ends what was open in this browser, whosever it was: its token opens nothing once another is given. */
async function leave(
  db: Acting,
  services: Services,
  c: Context,
  now: Date,
): Promise<string | undefined> {
  const token = sessionToken(c, services)
  if (token === undefined) return undefined
  await askAs(db, { token: token.toString('hex') })
  const left = await findSession(db, token, now)
  if (left === undefined || !(await endSession(db, left.id))) return undefined
  return left.id
}

/** Begins a session: complete, or waiting for the second factor. The token is given once all is stored. */
export async function begin(
  db: Acting,
  services: Services,
  c: Context,
  { person, org, how }: Shown,
): Promise<{ readonly token: string; readonly signedIn: SignedIn }> {
  const token = newToken()
  const now = services.now()
  const left = await leave(db, services, c, now)
  await askAs(db, { person })
  const posts = await ownPosts(db)
  const has = await hasFactor(db, person, now)
  const required = has || (await factorRequired(services.door, db, posts)) ? 2 : 1
  const { hours, idleMinutes } = services.door.sessions
  const expires = new Date(now.getTime() + hours * 3_600_000).toISOString()
  const agent = (c.req.header('User-Agent') ?? '').slice(0, 200)
  const post = posts[0]?.id ?? null
  const held = { token: hashOf(token), person, post, required, agent, idleMinutes, expires }
  const session = await beginSession(db, held)
  const object = `session/${session}`
  const after = { how, required, ...(left !== undefined && { left }) }
  await note(db, c, now, { act: 'session.begin', object, person, org, after })
  if (required > 1) return { token, signedIn: { next: has ? 'code' : 'set-up-factor' } }
  const entered = await enter(db, held.token)
  if (entered === undefined) throw wrongCredentials()
  return { token, signedIn: { next: 'done', me: await meOf(db, entered) } }
}
