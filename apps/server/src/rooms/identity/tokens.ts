import { type ApiToken, identity } from '@kaohe/contract'
import { dutyOf } from '@kaohe/domain'
import {
  type Acting,
  insertToken,
  ownPosts,
  ownTokens,
  revokeToken,
  type StoredToken,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { conflict, notFound } from '../../http/problem.ts'
import { hashOf, newToken } from '../../http/token.ts'
import type { Services } from '../../services.ts'
import { roleName } from './me.ts'
import { own } from './own.ts'

// So that a token left somewhere is recognised as one of ours.
const PREFIX = 'kaohe_'

async function shown(db: Acting, tokens: readonly StoredToken[]): Promise<ApiToken[]> {
  const posts = new Map((await ownPosts(db)).map((post) => [post.id, post]))
  return tokens.map(({ id, name, scope, post, ...rest }) => ({
    id,
    name,
    scope,
    roleName: roleName(posts.get(post)?.role ?? '已结束的岗位'),
    orgName: posts.get(post)?.org_name ?? '',
    createdAt: rest.created_at,
    expiresAt: rest.expires_at,
    usedAt: rest.used_at,
  }))
}

/** Tokens for programs: for one of the own posts, until a day, for reading or for writing too. */
export function tokenRoutes(app: Hono, services: Services): void {
  own(app, services, identity.listTokens, async ({ db, entered, now }) => ({
    tokens: await shown(db, await ownTokens(db, entered.person, now.toISOString())),
  }))

  own(app, services, identity.createToken, async ({ db, entered, now, body, record }) => {
    const post = (await ownPosts(db)).find(({ id }) => id === body.post)
    if (post === undefined) throw notFound()
    if (dutyOf(post.role) !== 'work')
      throw conflict('三员的岗位不能给程序用', '令牌只有一个因素，三员登录要两个')
    const token = PREFIX + newToken()
    const stored = await insertToken(db, {
      org: post.org,
      person: entered.person,
      post: post.id,
      name: body.name,
      scope: body.scope,
      hash: hashOf(token),
      now: now.toISOString(),
      expires: new Date(now.getTime() + body.days * 86_400_000).toISOString(),
    })
    const [view] = await shown(db, [stored])
    await record('token.create', `token/${stored.id}`, view)
    return { ...view, token }
  })

  own(app, services, identity.revokeToken, async ({ db, now, params, record }) => {
    const revoked = await revokeToken(db, params.token, now.toISOString())
    if (revoked === undefined) throw notFound()
    await record('token.revoke', `token/${revoked.id}`)
  })
}
