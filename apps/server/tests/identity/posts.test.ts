import { acting, askAs, enrol } from '@kaohe/storage'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loginOf, PASSWORD, startWorld, type World } from '../world.ts'
import { browser } from './browser.ts'
import { hashPassword } from '../../src/rooms/identity/password.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

let made = 0
async function someone(role: string) {
  const { id: org, path } = world.units.own
  const passwordHash = await hashPassword(PASSWORD)
  made += 1
  const login = `p-${made}`
  const one = { org, path, name: login, role, from: '2020-01-01', passwordHash }
  return acting(world.db, {}, (db) => enrol(db, { ...one, login: () => login }))
}

const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const grant = async (person: string, role: string, more: object = {}) => {
  const admin = await world.as('security-administrator', 'own')
  const body = { person, role, from: today(), ...more }
  return admin(`/units/${world.units.own.id}/posts`, { method: 'POST', body })
}

describe('posts', () => {
  it('are switched between without signing in again, and each sees its own', async () => {
    const { person, login } = await someone('unit-clerk')
    await grant(person, 'vice-secretary')
    const who = browser(world.app)
    const { me } = (await who.post('/session', { login, password: PASSWORD })).json
    expect(me.posts).toHaveLength(2)
    expect(me.may).not.toContain('scheme.publish')
    const other = me.posts.find(({ role }: { role: string }) => role === 'vice-secretary')
    const chosen = await who.ask('/session/post', { method: 'PUT', body: { post: other.id } })
    expect(chosen.json.post.role).toBe('vice-secretary')
    expect((await who.ask('/session')).json.post.role).toBe('vice-secretary')
  })

  it('end at once, and what was lent from them', async () => {
    const { post, login } = await someone('organiser')
    const stand = await someone('unit-clerk')
    const holder = browser(world.app)
    await holder.post('/session', { login, password: PASSWORD })
    const to = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
    const lent = await holder.post('/account/stand-ins', {
      person: stand.person,
      from: today(),
      to,
    })
    expect(lent.status).toBe(200)

    const helper = browser(world.app)
    const { me } = (await helper.post('/session', { login: stand.login, password: PASSWORD })).json
    const borrowed = me.posts.find(({ standsIn }: { standsIn: boolean }) => standsIn)
    expect(borrowed).toMatchObject({ role: 'organiser', to })
    await helper.ask('/session/post', { method: 'PUT', body: { post: borrowed.id } })
    expect((await helper.ask('/cycles')).status).toBe(200)
    const onwards = { person: world.people.get(loginOf('ratifier', 'own')), from: today(), to }
    expect((await helper.post('/account/stand-ins', onwards)).json.title).toContain('转托')

    const admin = await world.as('security-administrator', 'own')
    const body = { on: today() }
    expect((await admin(`/posts/${post}/end`, { method: 'POST', body })).status).toBe(200)
    expect((await holder.ask('/cycles')).status).toBe(404)
    expect((await helper.ask('/cycles')).status).toBe(404)
    expect((await helper.ask('/session')).json.posts).toHaveLength(1)
  })
})

describe('nobody grants himself', () => {
  it('by the route', async () => {
    const self = world.people.get(loginOf('security-administrator', 'own'))!
    expect((await grant(self, 'organiser')).json.title).toContain('自己')
  })

  it('by the database', async () => {
    const { id: org, path } = world.units.own
    const person = world.people.get(loginOf('security-administrator', 'own'))!
    const asked = acting(world.db, { org, path, person, role: 'security-administrator' }, (db) =>
      db
        .insertInto('post')
        .values({
          org,
          person,
          role: 'organiser',
          department: null,
          to_on: null,
          stands_in_for: null,
        })
        .execute(),
    )
    await expect(asked).rejects.toThrow('row-level security')
  })
})

describe('the three administrators are three persons', () => {
  it('by the route, with the reason', async () => {
    const { person } = await someone('system-administrator')
    const refused = await grant(person, 'audit-administrator')
    expect([refused.status, refused.json.title]).toEqual([
      422,
      expect.stringContaining('系统管理员'),
    ])
    expect((await grant(person, 'organiser')).status).toBe(422)
  })

  it('also where the other post is one that the granter cannot see', async () => {
    const { person } = await someone('unit-clerk')
    // Lent far away, out of the granter's sight; only the database knows.
    const { id: org, path } = world.units.other
    await acting(world.db, {}, async (db) => {
      await askAs(db, { org, path, role: 'security-administrator' })
      await db
        .insertInto('post')
        .values({
          org,
          person,
          role: 'observer',
          department: null,
          to_on: null,
          stands_in_for: null,
        })
        .execute()
    })
    const ended = await acting(world.db, {}, async (db) => {
      const { id, path: own } = world.units.own
      await askAs(db, { org: id, path: own, role: 'security-administrator' })
      return db
        .updateTable('post')
        .set({ to_on: '2021-01-01' })
        .where('person', '=', person)
        .execute()
    })
    expect(ended).toHaveLength(1)
    const refused = await grant(person, 'audit-administrator')
    expect([refused.status, refused.json.title]).toEqual([409, '此人另有岗位与它冲突'])
    expect(refused.text).not.toContain('other')
  })

  it('by the database even for its owner', async () => {
    const { person } = await someone('security-administrator')
    const owner = new Client({ connectionString: world.url })
    await owner.connect()
    const insert = owner.query(
      `INSERT INTO post (org, person, role) VALUES ($1, $2, 'audit-administrator')`,
      [world.units.own.id, person],
    )
    await expect(insert).rejects.toThrow('post_one_duty')
    await owner.end()
  })

  it('of fifty grants at a time one administrator’s post is given at most', async () => {
    const { id: org } = world.units.own
    const admin = await world.as('system-administrator', 'own')
    const { json } = await admin(`/units/${org}/people`, {
      method: 'POST',
      body: { names: ['一人'] },
    })
    const { person } = json.slips[0]
    const kinds = ['system-administrator', 'security-administrator', 'audit-administrator']
    const tries = Array.from({ length: 48 }, (_, at) => grant(person, kinds[at % 3]!))
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(new Set(statuses).has(500)).toBe(false)
    const owner = new Client({ connectionString: world.url })
    await owner.connect()
    const { rows } = await owner.query('SELECT DISTINCT role FROM post WHERE person = $1', [person])
    await owner.end()
    expect(rows).toHaveLength(1)
  })

  it('and none ends an account of another: first the post, by the security administrator', async () => {
    const { person } = await someone('audit-administrator')
    const admin = await world.as('system-administrator', 'own')
    const ended = await admin(`/people/${person}/end`, { method: 'POST', body: { version: 1 } })
    expect([ended.status, ended.json.title]).toEqual([409, '此人是三员之一'])
  })
})
