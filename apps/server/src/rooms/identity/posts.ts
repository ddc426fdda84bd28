import { identity } from '@kaohe/contract'
import { grantFault, type HeldPost, lendingFault } from '@kaohe/domain'
import {
  type Acting,
  DutiesClash,
  endPost,
  findPerson,
  findPost,
  findUnit,
  insertPost,
  listPeople,
  type NewPost,
  postsOf,
  standInsOf,
  type StoredPost,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { conflict, invalid, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { dayOf } from './day.ts'

const held = ({ role, from_on: from, to_on: to }: StoredPost): HeldPost => ({ role, from, to })

// The database has the last word: it also sees posts in organisations that the granter does not.
async function grant(db: Acting, post: NewPost): Promise<StoredPost> {
  try {
    return await insertPost(db, post)
  } catch (error) {
    if (error instanceof DutiesClash)
      throw conflict('此人另有岗位与它冲突', '三员由三个人分别担任，也不兼任业务岗位')
    throw error
  }
}

function granting(app: Hono, services: Services): void {
  serve(app, services, identity.grantPost, async ({ db, params, body, actor, permit, record }) => {
    const unit = permit(await findUnit(db, params.unit))
    const person = await findPerson(db, body.person)
    if (person === undefined || person.ended_at !== null) throw notFound()
    const posts = (await postsOf(db, person.id, body.from)).map(held)
    const { role, from, to } = body
    const wanted = { role, from, to }
    const fault = grantFault({ granter: actor.person, person: person.id, wanted, held: posts })
    if (fault !== undefined) throw invalid([{ pointer: '/body/role', message: fault }])
    const { department } = body
    const dates = { from_on: from, to_on: to }
    const fresh = { org: unit.id, person: person.id, role, department, ...dates }
    const post = await grant(db, { ...fresh, stands_in_for: null })
    await record({ object: `post/${post.id}`, org: unit.id, after: post })
    return { post: post.id }
  })

  serve(app, services, identity.endPost, async ({ db, params, body, actor, permit, record }) => {
    const post = await findPost(db, params.post)
    permit(post && (await findUnit(db, post.org)))
    if (post === undefined) throw notFound()
    if (post.person === actor.person)
      throw conflict('不能结束自己的岗位，请由另一位安全保密管理员办理')
    await endPost(db, post.id, body.on)
    const object = `post/${post.id}`
    const after = { to_on: body.on }
    await record({ object, org: post.org, before: { to_on: post.to_on }, after })
    return null
  })
}

function lending(app: Hono, services: Services): void {
  serve(app, services, identity.listStandIns, async ({ db, actor, now, permit }) => {
    permit(actor)
    const standIns = await standInsOf(db, actor.post, dayOf(now))
    const people = await listPeople(db, actor.org)
    return {
      standIns: standIns.map(({ id, person_name: personName, from_on: from, to_on: to }) => {
        return { id, personName, from, to }
      }),
      colleagues: people
        .filter(({ id, ended_at }) => id !== actor.person && ended_at === null)
        .map(({ id, name }) => ({ id, name })),
    }
  })

  serve(app, services, identity.lendPost, async ({ db, body, actor, now, permit, record }) => {
    permit(actor)
    const own = await findPost(db, actor.post)
    const person = await findPerson(db, body.person)
    if (own === undefined || person?.org !== actor.org || person.ended_at !== null) throw notFound()
    const { role, department, org } = own
    const wanted = { role, from: body.from, to: body.to }
    const fault = lendingFault({
      granter: actor.person,
      person: person.id,
      wanted,
      held: (await postsOf(db, person.id, body.from)).map(held),
      lent: own.stands_in_for !== null,
      today: dayOf(now),
    })
    if (fault !== undefined) throw invalid([{ pointer: '/body/person', message: fault }])
    const dates = { from_on: body.from, to_on: body.to }
    const fresh = { org, person: person.id, role, department, ...dates }
    const post = await grant(db, { ...fresh, stands_in_for: own.id })
    await record({ object: `post/${post.id}`, org, after: post })
    return { post: post.id }
  })

  serve(app, services, identity.endStandIn, async ({ db, params, actor, now, permit, record }) => {
    permit(actor)
    const post = await findPost(db, params.post)
    if (post === undefined || post.stands_in_for !== actor.post) throw notFound()
    await endPost(db, post.id, dayOf(now))
    await record({ object: `post/${post.id}`, org: post.org, after: { to_on: dayOf(now) } })
    return null
  })
}

/** Posts: granted by the security administrator, lent by their holders for a period. */
export function postRoutes(app: Hono, services: Services): void {
  granting(app, services)
  lending(app, services)
}
