import { identity } from '@kaohe/contract'
import { acting, type Acting, endSession, enter, type Entered, usePost } from '@kaohe/storage'
import type { Context, Hono } from 'hono'
import { received } from '../../http/input.ts'
import { notFound, signInFirst } from '../../http/problem.ts'
import { routeOf } from '../../http/serve.ts'
import { sessionToken, takeToken } from '../../http/token.ts'
import type { Services } from '../../services.ts'
import { meOf } from './me.ts'
import { signIn } from './sign-in.ts'
import { welcome } from './welcome.ts'

// One's own session needs no policy: whoever holds the token may look at it, change its post, and end it.
function withSession<T>(
  { db }: Services,
  c: Context,
  work: (db: Acting, entered: Entered) => Promise<T>,
): Promise<T> {
  const token = sessionToken(c)
  if (token === undefined) throw signInFirst()
  return acting(db, {}, async (asHolder) => {
    const entered = await enter(asHolder, token)
    if (entered === undefined) throw signInFirst()
    return work(asHolder, entered)
  })
}

/** The doors: what stands before them, signing in and out, choosing a post. */
export function identityRoutes(app: Hono, services: Services): void {
  app.get(routeOf(identity.welcome), async (c) => c.json(await welcome(services)))
  app.post(routeOf(identity.signIn), (c) => signIn(services, c))
  app.get(routeOf(identity.me), async (c) => c.json(await withSession(services, c, meOf)))
  app.delete(routeOf(identity.signOut), async (c) => {
    await withSession(services, c, (db, { session }) => endSession(db, session))
    takeToken(c)
    return c.json(null)
  })
  app.put(routeOf(identity.choosePost), async (c) => {
    const { body } = await received(c, identity.choosePost)
    const me = await withSession(services, c, async (db, entered) => {
      const { posts } = await meOf(db, entered)
      if (!posts.some(({ id }) => id === body.post)) throw notFound()
      await usePost(db, entered.session, body.post)
      return meOf(db, { ...entered, post: body.post })
    })
    return c.json(me)
  })
}
