import { result } from '@kaohe/contract'
import { addressGroup } from '@kaohe/domain'
import { acting, findPublicity, publicitiesForUnits, publicityByLink } from '@kaohe/storage'
import type { Hono } from 'hono'
import { Bound } from '../../http/bound.ts'
import { serveHolder } from '../../http/holder.ts'
import { received } from '../../http/input.ts'
import { notFound } from '../../http/problem.ts'
import { routeOf, serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { clientAddress } from '../identity/door.ts'
import { madePublic } from './publicity-shown.ts'

// An office behind one address may well look together.
const ASKS_A_MINUTE = 120

/** What was made public, for units, for leaders with a link, and for anyone. */
export function publicisedRoutes(app: Hono, services: Services): void {
  serve(app, services, result.receivePublicities, async ({ db, actor, permit, now }) => {
    permit(actor)
    const all = await publicitiesForUnits(db)
    return { publicities: all.flatMap((one) => madePublic(one, now) ?? []) }
  })

  const link = {
    role: 'party-leader' as const,
    find: publicityByLink,
  }
  serveHolder(app, services, result.holdPublicity, link, async ({ held, now }) => {
    const shown = madePublic(held, now)
    if (shown === undefined) throw notFound()
    return shown
  })

  const bound = new Bound(ASKS_A_MINUTE)
  app.get(routeOf(result.readPublic), async (c) => {
    const now = services.now()
    bound.take(addressGroup(clientAddress(c, services.door)), now)
    const { params } = await received(c, result.readPublic)
    const found = await acting(services.db, { role: 'public' }, (db) =>
      findPublicity(db, params.publicity),
    )
    const shown = madePublic(found, now)
    if (shown === undefined) throw notFound()
    return c.json(shown)
  })
}
