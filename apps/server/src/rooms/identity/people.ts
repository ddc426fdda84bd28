import { identity, type Person, type Slip } from '@kaohe/contract'
import { accountRoles, dutyOf, roles } from '@kaohe/domain'
import {
  type Acting,
  changePerson,
  departmentsOf,
  findPerson,
  findUnit,
  insertPerson,
  linkElsewhere,
  listPeople,
  type NamedPost,
  postsAround,
  postsOf,
  releaseFactor,
  type StoredPerson,
  type StoredUnit,
  subjectsOf,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { changedMeanwhile, conflict, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Standing } from '../../http/versions.ts'
import type { Services } from '../../services.ts'
import { dayOf } from './day.ts'
import { roleName } from './me.ts'
import { newLogin, slipFor } from './slips.ts'

const RELEASE_DAYS = 3

function shownPost(post: NamedPost): Person['posts'][number] {
  return {
    id: post.id,
    role: post.role,
    roleName: roleName(post.role),
    org: post.org,
    orgName: post.org_name,
    department: post.department_name,
    from: post.from_on,
    to: post.to_on,
    standsIn: post.stands_in_for !== null,
  }
}

type Listed = Awaited<ReturnType<typeof listPeople>>[number]

function stateOf({ ended_at, joined, invited_until }: Listed, now: Date): Person['state'] {
  if (ended_at !== null) return 'ended'
  if (joined) return 'joined'
  return invited_until !== null && invited_until > now.toISOString() ? 'invited' : 'lapsed'
}

function shownPerson(
  person: Listed,
  posts: readonly NamedPost[],
  now: Date,
): Omit<Person, 'subject'> {
  const { id, name, login, version } = person
  const state = stateOf(person, now)
  return {
    id,
    name,
    login,
    version,
    state,
    invitedUntil: state === 'invited' ? person.invited_until : null,
    posts: posts.filter((post) => post.person === id).map(shownPost),
  }
}

/** A person who has not left, and the organisation. */
async function present(
  db: Acting,
  id: string,
  permit: (unit: StoredUnit | undefined) => StoredUnit,
  stands?: (read: Standing) => void,
): Promise<{ person: StoredPerson; unit: StoredUnit }> {
  const person = await findPerson(db, id)
  const unit = permit(person && (await findUnit(db, person.org)))
  if (person === undefined) throw notFound()
  stands?.(async () => {
    const { name, ended_at, version } = (await findPerson(db, id))!
    return { id, name, ended: ended_at !== null, version }
  })
  if (person.ended_at !== null) throw conflict('这个账户已经停用')
  return { person, unit }
}

function reading(app: Hono, services: Services): void {
  serve(app, services, identity.listPeople, async ({ db, params, now, permit }) => {
    const unit = permit(await findUnit(db, params.unit))
    const { elsewhere } = services.door
    const people = await listPeople(db, unit.id)
    const posts = await postsAround(db, unit.id, dayOf(now))
    const own = new Set(people.map(({ id }) => id))
    const subjects = elsewhere && (await subjectsOf(db, unit.id, elsewhere.issuer))
    return {
      people: people.map((one) => ({
        ...shownPerson(one, posts, now),
        subject: subjects?.get(one.id) ?? null,
      })),
      others: posts
        .filter(({ person }) => !own.has(person))
        .map((post) => ({ ...shownPost(post), personName: post.person_name })),
      departments: await departmentsOf(db, unit.id),
      roles: accountRoles.map((role) => ({ role, name: roles[role].name })),
      elsewhere: elsewhere?.name ?? null,
    }
  })
}

function inviting(app: Hono, services: Services): void {
  serve(app, services, identity.invitePeople, async ({ db, params, body, now, permit, record }) => {
    const unit = permit(await findUnit(db, params.unit))
    const slips: Slip[] = []
    for (const name of body.names) {
      const person = await insertPerson(db, { org: unit.id, name }, newLogin)
      slips.push(await slipFor(db, person, unit.name, null, now))
    }
    const people = slips.map(({ person, name, login }) => ({ person, name, login }))
    await record({ object: `unit/${unit.id}/people`, org: unit.id, after: { people } })
    return { slips }
  })

  serve(app, services, identity.inviteAgain, async ({ db, params, now, actor, permit, record }) => {
    const { person, unit } = await present(db, params.person, permit)
    if (person.id === actor.person) throw conflict('自己的密码请在“我的账户”里改')
    const slip = await slipFor(db, person, unit.name, null, now)
    await record({ object: `person/${person.id}`, org: unit.id, after: { until: slip.expiresAt } })
    return slip
  })
}

function changing(app: Hono, services: Services): void {
  serve(
    app,
    services,
    identity.renamePerson,
    async ({ db, params, body, permit, stands, record }) => {
      const { person } = await present(db, params.person, permit, stands)
      const changed =
        person.version === body.version && (await changePerson(db, person, { name: body.name }))
      if (!changed) throw changedMeanwhile()
      const object = `person/${person.id}`
      const [before, after] = [{ name: person.name }, { name: changed.name }]
      await record({ object, org: person.org, before, after })
      return null
    },
  )

  serve(app, services, identity.endPerson, async (call) => {
    const { db, params, body, now, actor, permit, stands, record } = call
    const { person } = await present(db, params.person, permit, stands)
    if (person.id === actor.person) throw conflict('不能停用自己的账户')
    const posts = await postsOf(db, person.id, dayOf(now))
    if (posts.some(({ role }) => dutyOf(role) !== 'work'))
      throw conflict('此人是三员之一', '请安全保密管理员先结束其岗位，再停用账户')
    const ended_at = now.toISOString()
    const changed =
      person.version === body.version && (await changePerson(db, person, { ended_at }))
    if (!changed) throw changedMeanwhile()
    await record({ object: `person/${person.id}`, org: person.org, after: { ended_at } })
    return null
  })

  serve(app, services, identity.linkPerson, async (call) => {
    const { db, params, body, actor, permit, record } = call
    const { person } = await present(db, params.person, permit)
    const { elsewhere } = services.door
    if (elsewhere === undefined) throw conflict('没有配置统一身份登录')
    if (person.id === actor.person) throw conflict('不能关联自己的账户，请由另一位系统管理员办理')
    const { subject } = body
    if (!(await linkElsewhere(db, person, { issuer: elsewhere.issuer, subject })))
      throw conflict('这个编号不能关联', '请核对编号；它可能已经用于另一个账户')
    await record({ object: `person/${person.id}`, org: person.org, after: { subject } })
    return null
  })

  serve(app, services, identity.releaseFactor, async (call) => {
    const { db, params, now, actor, permit, record } = call
    const { person } = await present(db, params.person, permit)
    if (person.id === actor.person) throw conflict('不能准许自己，请由另一位安全保密管理员办理')
    const expiresAt = new Date(now.getTime() + RELEASE_DAYS * 86_400_000).toISOString()
    await releaseFactor(db, { org: person.org, person: person.id, expires: expiresAt })
    await record({ object: `person/${person.id}`, org: person.org, after: { expiresAt } })
    return { expiresAt }
  })
}

/** The people of an organisation: who they are, whether they are in, and what lets them in again. */
export function peopleRoutes(app: Hono, services: Services): void {
  reading(app, services)
  inviting(app, services)
  changing(app, services)
}
