import type { Endpoint, Received } from '@kaohe/contract'
import { type Acting, acting, enter, type Entered } from '@kaohe/storage'
import type { Context, Hono } from 'hono'
import { received } from '../../http/input.ts'
import { signInFirst } from '../../http/problem.ts'
import { routeOf } from '../../http/serve.ts'
import { sessionToken } from '../../http/token.ts'
import type { Services } from '../../services.ts'
import { note } from './note.ts'

/** One request about one's own account, inside its transaction. */
export interface OwnCall<E extends Endpoint> extends Received<E> {
  readonly c: Context
  readonly db: Acting
  readonly entered: Entered
  readonly now: Date
  /** Writes the log's entry, in this transaction. */
  record(act: string, object: string, after?: object): Promise<void>
}

/**
 * Answers an endpoint about one's own account. It needs no policy: whoever is signed in may look at it and
 * change it; row security shows nobody else's. Every change is one entry of the log, or nothing is changed.
 */
export function own<E extends Endpoint>(
  app: Hono,
  services: Services,
  endpoint: E,
  handler: (call: OwnCall<E>) => Promise<unknown>,
): void {
  const { db, now: clock } = services
  app.on(endpoint.method, routeOf(endpoint), async (c) => {
    const input = await received(c, endpoint)
    const token = sessionToken(c, services)
    if (token === undefined) throw signInFirst()
    const answer = await acting(db, {}, async (asHolder) => {
      const entered = await enter(asHolder, token)
      if (entered === undefined) throw signInFirst()
      const now = clock()
      let recorded = 0
      const record: OwnCall<E>['record'] = async (act, object, after) => {
        recorded += 1
        const org = entered.org ?? undefined
        const who = { person: entered.person, post: entered.post ?? undefined, org }
        await note(asHolder, c, now, { act, object, ...who, ...(after && { after }) })
      }
      const body = await handler({ ...input, c, db: asHolder, entered, now, record })
      if (recorded !== (endpoint.method === 'GET' ? 0 : 1))
        throw new Error(`${endpoint.path}: ${recorded} entries in the log`)
      return body
    })
    return c.json((answer ?? null) as object)
  })
}
