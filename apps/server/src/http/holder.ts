import type { Endpoint, Received } from '@kaohe/contract'
import { allows, policies, type Role } from '@kaohe/domain'
import { type Acting, acting, record } from '@kaohe/storage'
import type { Context, Hono } from 'hono'
import type { Services } from '../services.ts'
import { orUndone } from './away.ts'
import { Duty } from './duty.ts'
import type { Happened } from './call.ts'
import { received } from './input.ts'
import { comeByLink, noSuchLink } from './problem.ts'
import { requestId } from './request.ts'
import { routeOf } from './serve.ts'
import { linkSecret, linkToken } from './token.ts'

/** Whom a private link was given to, and by which organisation. */
export interface Held {
  readonly org: string
}

/** One request of somebody without an account, inside its transaction. */
export interface HolderCall<E extends Endpoint, H extends Held> extends Received<E> {
  readonly db: Acting
  /** What the link stands for. */
  readonly held: H
  /** What only this link yields, and nothing that is stored; to be stored nowhere either. */
  readonly secret: string
  readonly now: Date
  readonly request: string
  /** Writes the log's entry, in this transaction; there is no person in it. */
  record(happened: Happened): Promise<void>
}

/** How a room knows those who come by its links. */
export interface Link<H extends Held> {
  /** A role of the table that has no account. */
  readonly role: Role
  /**
   * The row that the hash of a token belongs to, while it can be used. Row security must show it by
   * `kaohe_token()` alone: nothing but the token and the role is told to the database.
   */
  find(db: Acting, token: Buffer, now: Date): Promise<H | undefined>
}

/**
 * Answers an endpoint (`door: 'link'`) for those who hold a private link; all in one transaction. The policies
 * are asked as for everybody. Writing again must be harmless by itself: there is no person whose idempotency
 * keys could be kept.
 */
export function serveHolder<E extends Endpoint, H extends Held>(
  app: Hono,
  services: Services,
  endpoint: E,
  link: Link<H>,
  handler: (call: HolderCall<E, H>) => Promise<unknown>,
): void {
  app.on(endpoint.method, routeOf(endpoint), async (c: Context) => {
    const token = linkToken(c)
    if (token === undefined) throw comeByLink()
    const input = await received(c, endpoint)
    const now = services.now()
    const request = requestId(c)
    const asker = { token: token.toString('hex'), role: link.role }
    const answer = await acting(services.db, asker, async (db) => {
      const held = await link.find(db, token, now)
      if (held === undefined) throw noSuchLink()
      const { org } = held
      const duty = new Duty()
      duty.permitted = allows(policies, endpoint.act, { role: link.role, path: [org] }, [org])
      const body = await handler({
        ...input,
        db,
        held,
        secret: linkSecret(c),
        now,
        request,
        record: async (happened) => {
          duty.recorded += 1
          const act = { at: now.toISOString(), act: endpoint.act, request }
          await record(db, { ...act, channel: 'web', org, ...happened })
        },
      })
      duty.check(endpoint)
      return body
    }).catch((error: unknown) => {
      throw orUndone(error)
    })
    return answer instanceof Response ? answer : c.json(answer as object)
  })
}
