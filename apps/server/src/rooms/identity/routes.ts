import { identity } from '@kaohe/contract'
import { endSession, enter, usePost } from '@kaohe/storage'
import type { Hono } from 'hono'
import { conflict, notFound, signInFirst } from '../../http/problem.ts'
import { routeOf } from '../../http/serve.ts'
import { sessionToken, takeToken } from '../../http/token.ts'
import type { Services } from '../../services.ts'
import { accountRoutes } from './account.ts'
import { elsewhereRoutes } from './elsewhere.ts'
import { factorRoutes } from './factor.ts'
import { invitationRoutes } from './invitation.ts'
import { meOf } from './me.ts'
import { own } from './own.ts'
import { peopleRoutes } from './people.ts'
import { postRoutes } from './posts.ts'
import { setUpRoutes } from './set-up.ts'
import { signIn } from './sign-in.ts'
import { tokenRoutes } from './tokens.ts'
import { welcome } from './welcome.ts'

/** Signing in and out, who one is, choosing a post. */
function sessionRoutes(app: Hono, services: Services): void {
  app.get(routeOf(identity.welcome), async (c) => c.json(await welcome(services, c)))
  app.post(routeOf(identity.signIn), async (c) => c.json(await signIn(services, c)))

  own(app, services, identity.me, ({ db, entered }) => meOf(db, entered))

  own(app, services, identity.signOut, async ({ c, db, entered, record }) => {
    await endSession(db, entered.session)
    await record('session.end', `session/${entered.session}`)
    takeToken(c, services)
  })

  own(app, services, identity.choosePost, async ({ c, db, entered, body, record }) => {
    const { posts } = await meOf(db, entered)
    if (!posts.some(({ id }) => id === body.post)) throw notFound()
    await usePost(db, entered.session, body.post)
    const chosen = await enter(db, sessionToken(c, services)!)
    if (chosen === undefined) throw signInFirst()
    if (chosen.post === null)
      throw conflict('这个岗位要用动态码登录', '请在“我的账户”里设置动态码，再换岗位')
    await record('post.choose', `post/${body.post}`)
    return meOf(db, chosen)
  })
}

/** The doors, and who stands behind them. */
export function identityRoutes(app: Hono, services: Services): void {
  sessionRoutes(app, services)
  factorRoutes(app, services)
  invitationRoutes(app, services)
  setUpRoutes(app, services)
  elsewhereRoutes(app, services)
  accountRoutes(app, services)
  tokenRoutes(app, services)
  peopleRoutes(app, services)
  postRoutes(app, services)
}
