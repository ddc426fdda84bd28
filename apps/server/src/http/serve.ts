import { canRehearse, type Endpoint } from '@kaohe/contract'
import { allows, isRole, policies } from '@kaohe/domain'
import {
  type Acting,
  acting,
  enter,
  type Entered,
  enterProgram,
  record,
  settled,
} from '@kaohe/storage'
import type { Context, Hono } from 'hono'
import type { Services } from '../services.ts'
import { orUndone } from './away.ts'
import { answeredBefore, keepAnswer, keyOf } from './again.ts'
import type { Actor, Call, Handler, Happened } from './call.ts'
import { Duty } from './duty.ts'
import { isDryRun, orRehearsed, Rehearsed } from './dry-run.ts'
import { received } from './input.ts'
import { notFound, readOnlyToken, signInFirst } from './problem.ts'
import { actsOn, requestId } from './request.ts'
import { bearerToken, sessionToken } from './token.ts'
import { withBoth } from './versions.ts'

/** In the form of the web framework: /units/{unit} is /units/:unit. */
export function routeOf({ path }: Endpoint): string {
  return `/api${path.replaceAll(/\{(\w+)\}/g, ':$1')}`
}

function actorOf(entered: Entered): Actor {
  const { post, role, org, org_name: orgName, path } = entered
  if (post === null || role === null || org === null || path === null) throw notFound()
  if (!isRole(role)) throw notFound()
  return {
    session: entered.session,
    person: entered.person,
    personName: entered.person_name,
    post,
    role,
    org,
    orgName: orgName ?? '',
    path,
  }
}

type Given<E extends Endpoint> = Pick<
  Call<E>,
  'db' | 'actor' | 'now' | 'request' | 'params' | 'query' | 'body' | 'bytes'
> & { readonly channel: 'web' | 'api' }

function callOf<E extends Endpoint>(endpoint: E, duty: Duty, given: Given<E>): Call<E> {
  const { db, actor, now, request, channel } = given
  return {
    ...given,
    permit: (object) => {
      if (object === undefined || !allows(policies, endpoint.act, actor, object.path))
        throw notFound()
      duty.permitted = true
      return object
    },
    unless: (is, told) => {
      duty.refusals.push({ is, told })
    },
    stands: (read) => {
      duty.standing = read
    },
    record: async (happened: Happened) => {
      duty.recorded += 1
      const { person, post, org } = actor
      const act = { at: now.toISOString(), act: endpoint.act, channel, request }
      await record(db, { ...act, org, person, post, ...happened })
    },
  }
}

type Caller = (db: Acting) => Promise<Entered>

/** Who asks: whoever is signed in, by the cookie; or a program, by its token. @throws Stop 401 */
function callerOf(
  c: Context,
  services: Services,
  endpoint: Endpoint,
): { channel: 'web' | 'api'; enterAs: Caller } {
  const program = bearerToken(c)
  const session = sessionToken(c, services)
  if (program === undefined && session === undefined) throw signInFirst()
  const enterAs: Caller = async (db) => {
    if (program === undefined) {
      const entered = await enter(db, session!)
      if (entered === undefined) throw signInFirst()
      return entered
    }
    const entered = await enterProgram(db, program)
    if (entered === undefined) throw signInFirst()
    if (entered.scope === 'read' && endpoint.method !== 'GET') throw readOnlyToken()
    return entered
  }
  return { channel: program === undefined ? 'web' : 'api', enterAs }
}

/** Answers an endpoint for those who are signed in and whom the policies allow; all in one transaction. */
export function serve<E extends Endpoint>(
  app: Hono,
  services: Services,
  endpoint: E,
  handler: Handler<E>,
): void {
  app.on(endpoint.method, routeOf(endpoint), async (c: Context) => {
    const { channel, enterAs } = callerOf(c, services, endpoint)
    const input = await received(c, endpoint)
    const key = await keyOf(c, endpoint)
    const rehearsal = isDryRun(c)
    const duty = new Duty()
    const work = acting(services.db, {}, async (db) => {
      const actor = actorOf(await enterAs(db))
      actsOn(c, actor.post)
      const before = await answeredBefore(db, key)
      if (before !== undefined) return before.body
      const bytes = async (): Promise<Uint8Array> => new Uint8Array(await c.req.arrayBuffer())
      const given = {
        db,
        actor,
        now: services.now(),
        request: requestId(c),
        channel,
        bytes,
        ...input,
      }
      const body = await handler(callOf(endpoint, duty, given)).catch(async (error: unknown) => {
        throw await withBoth(error, input.body, duty.standing)
      })
      duty.check(endpoint)
      if (rehearsal && canRehearse(endpoint)) {
        await settled(db)
        throw new Rehearsed(body)
      }
      // Bytes are not kept: asked again, they are made again.
      if (!(body instanceof Response)) await keepAnswer(db, actor.person, key, body)
      return body
    })
    const answer = await orRehearsed(work).catch((error: unknown) => {
      throw duty.refusal(error) ?? orUndone(error)
    })
    return answer instanceof Response ? answer : c.json(answer as object)
  })
}
