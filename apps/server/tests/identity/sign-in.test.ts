import * as argon2 from '@node-rs/argon2'
import { acting } from '@kaohe/storage'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { loginOf, PASSWORD, startWorld, type World } from '../world.ts'
import { browser } from './browser.ts'

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof argon2>()
  return { ...real, verify: vi.fn<typeof argon2.verify>(real.verify) }
})

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const wrong = { password: 'not the password' }

describe('a wrong password', () => {
  it('looks like a login that does not exist, and costs the same', async () => {
    const counted = vi.mocked(argon2.verify)
    const seen = async (login: string, at: string) => {
      counted.mockClear()
      const { status, json } = await browser(world.app, at).post('/session', { login, ...wrong })
      const [[hash] = ['']] = counted.mock.calls
      // The same work: one check against a hash of the same parameters.
      const cost = String(hash).split('$').slice(0, 4).join('$')
      return { status, json: { ...json, request: '' }, times: counted.mock.calls.length, cost }
    }
    const existing = await seen(loginOf('organiser', 'own'), '192.0.2.1')
    const absent = await seen('nobody-here', '192.0.2.2')
    expect(existing.status).toBe(401)
    expect(existing.times).toBe(1)
    expect(absent).toEqual(existing)
  })

  it('is an entry of the log, as a sign-in is', async () => {
    const login = loginOf('unit-head', 'own')
    const { id: org, path } = world.units.own
    await browser(world.app).post('/session', { login, ...wrong })
    await browser(world.app).post('/session', { login, password: PASSWORD })
    const entries = await acting(world.db, { org, path }, (db) =>
      db
        .selectFrom('log_entry')
        .select(['act', 'object'])
        .where('person', '=', world.people.get(login)!)
        .orderBy('at')
        .execute(),
    )
    expect(entries.map(({ act }) => act)).toEqual(['session.refuse', 'session.begin'])
    expect(entries[0]?.object).not.toContain(login)
  })
})

describe('who tries the login of another', () => {
  it('waits, while its owner signs in elsewhere', async () => {
    const login = loginOf('vice-secretary', 'own')
    const attacker = browser(world.app, '203.0.113.50')
    const statuses: number[] = []
    for (let times = 0; times < 7; times += 1)
      statuses.push((await attacker.post('/session', { login, ...wrong })).status)
    expect(statuses.slice(0, 5)).toEqual([401, 401, 401, 401, 401])
    expect(statuses.at(-1)).toBe(429)
    // While he waits even the right password says nothing.
    expect((await attacker.post('/session', { login, password: PASSWORD })).status).toBe(429)
    const owner = await browser(world.app, '203.0.113.51').post('/session', {
      login,
      password: PASSWORD,
    })
    expect(owner.json.next).toBe('done')
  })
})

describe('who says of himself that he is somewhere else each time', () => {
  it('is counted by the address that our own proxy saw', async () => {
    const login = loginOf('department-head', 'own')
    const attacker = browser(world.app)
    let last = 0
    for (let at = 0; at < 7 && last !== 429; at += 1) {
      const headers = { 'X-Forwarded-For': `198.51.100.${at}, 203.0.113.60` }
      const sent = { method: 'POST', body: { login, ...wrong }, headers }
      last = (await attacker.ask('/session', sent)).status
    }
    expect(last).toBe(429)
  })
})

describe('who tries one password at many logins', () => {
  it('waits, while a colleague behind the same address, who was here before, does not', async () => {
    const office = '203.0.113.99'
    const login = loginOf('ratifier', 'own')
    const colleague = browser(world.app, office)
    await colleague.post('/session', { login, password: PASSWORD })
    const sprayer = browser(world.app, office)
    let last = 0
    for (let at = 0; at < 32 && last !== 429; at += 1)
      last = (await sprayer.post('/session', { login: `victim-${at}`, ...wrong })).status
    expect(last).toBe(429)
    expect((await colleague.post('/session', { login, password: PASSWORD })).status).toBe(200)
    // The mark of the known device is for its login alone.
    const other = { login: loginOf('organiser', 'own'), password: PASSWORD }
    expect((await colleague.post('/session', other)).status).toBe(429)
    expect((await browser(world.app, '203.0.113.98').post('/session', other)).status).toBe(200)
  })
})
