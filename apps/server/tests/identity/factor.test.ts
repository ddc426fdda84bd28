import { acting } from '@kaohe/storage'
import { generate } from 'otplib'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compose } from '../../src/compose.ts'
import { secretsWith } from '../../src/keys/secrets.ts'
import { loginOf, PASSWORD, startWorld, type World } from '../world.ts'
import { type Browser, browser } from './browser.ts'

let world: World
let now = new Date()
beforeAll(async () => {
  world = await startWorld(() => now)
})
afterAll(() => world.stop())

let address = 0
const fresh = (): Browser => browser(world.app, `198.51.100.${(address += 1)}`)
const codeAt = (secret: string, at = now): Promise<string> =>
  generate({ secret, epoch: Math.floor(at.getTime() / 1000) })
const later = (seconds: number): void => {
  now = new Date(now.getTime() + seconds * 1000)
}

interface SetUp {
  readonly login: string
  readonly secret: string
  readonly recovery: readonly string[]
  readonly who: Browser
}

async function setUp(login: string): Promise<SetUp> {
  const who = fresh()
  await who.post('/session', { login, password: PASSWORD })
  const { secret } = (await who.post('/session/factor')).json
  const { json } = await who.post('/session/factor/confirm', { code: await codeAt(secret) })
  return { login, secret, recovery: json.recovery, who }
}

const signInAt = async (login: string): Promise<Browser> => {
  const who = fresh()
  expect((await who.post('/session', { login, password: PASSWORD })).json).toEqual({ next: 'code' })
  return who
}

// What a session with one factor may not open where two are required.
const CLOSED = [
  ['GET', '/session'],
  ['GET', '/account'],
  ['GET', '/account/sessions'],
  ['GET', '/account/tokens'],
  ['GET', '/units'],
  ['PUT', '/session/post'],
  ['PUT', '/account/password'],
  ['POST', '/account/recovery'],
  ['POST', '/account/factor/drop'],
  ['POST', '/account/tokens'],
  ['DELETE', '/account/sessions'],
] as const

const BODY = {
  post: '00000000-0000-4000-8000-000000000000',
  current: PASSWORD,
  next: 'a long new password',
  password: PASSWORD,
  name: 'x',
  scope: 'read',
  days: 1,
}

describe('the three administrators', () => {
  it.each(['system', 'security', 'audit'] as const)('need a second factor: %s', async (kind) => {
    const login = loginOf(`${kind}-administrator`, 'own')
    const who = fresh()
    const { json } = await who.post('/session', { login, password: PASSWORD })
    expect(json).toEqual({ next: 'set-up-factor' })
    for (const [method, path] of CLOSED) {
      const { status } = await who.ask(path, { method, ...(method !== 'GET' && { body: BODY }) })
      expect([method, path, status]).toEqual([method, path, 401])
    }
  })
})

describe('a second factor', () => {
  it('once set up is asked for, and opens nothing before', async () => {
    const { login, secret } = await setUp(loginOf('organiser', 'own'))
    const who = await signInAt(login)
    for (const [method, path] of CLOSED) {
      const { status } = await who.ask(path, { method, ...(method !== 'GET' && { body: BODY }) })
      expect([method, path, status]).toEqual([method, path, 401])
    }
    later(60)
    const { json } = await who.post('/session/code', { code: await codeAt(secret) })
    expect(json).toMatchObject({ next: 'done' })
    expect((await who.ask('/units')).status).toBe(200)
  })

  it('takes each code once, and none before one that was used', async () => {
    const { login, secret } = await setUp(loginOf('ratifier', 'own'))
    later(90)
    const [previous, code] = [
      await codeAt(secret, new Date(now.getTime() - 30_000)),
      await codeAt(secret),
    ]
    expect((await (await signInAt(login)).post('/session/code', { code })).status).toBe(200)
    const replaying = await signInAt(login)
    expect((await replaying.post('/session/code', { code })).status).toBe(422)
    expect((await replaying.post('/session/code', { code: previous })).status).toBe(422)
    later(30)
    const next = { code: await codeAt(secret) }
    expect((await replaying.post('/session/code', next)).status).toBe(200)
  })

  it('is not replaced by whoever has the password alone', async () => {
    const { login, secret } = await setUp(loginOf('organiser', 'child'))
    const thief = await signInAt(login)
    const offered = await thief.post('/session/factor')
    expect([offered.status, offered.json.secret]).toEqual([409, undefined])
    const own = { code: await codeAt('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP') }
    expect((await thief.post('/session/factor/confirm', own)).status).toBe(409)
    expect((await thief.ask('/session')).status).toBe(401)
    later(90)
    const owner = await signInAt(login)
    expect((await owner.post('/session/code', { code: await codeAt(secret) })).status).toBe(200)
  })

  it('is not set up from a page that somebody left open', async () => {
    const login = loginOf('vice-secretary', 'child')
    const who = fresh()
    await who.post('/session', { login, password: PASSWORD })
    const owner = new Client({ connectionString: world.url })
    await owner.connect()
    const person = world.people.get(login)
    const before = `UPDATE session SET created_at = now() - interval '16 minutes' WHERE person = $1`
    await owner.query(before, [person])
    await owner.end()
    const late = await who.post('/session/factor')
    expect([late.status, late.json.secret]).toEqual([409, undefined])
    expect((await who.ask('/session')).status).toBe(200)
    await who.post('/session', { login, password: PASSWORD })
    expect((await who.post('/session/factor')).status).toBe(200)
  })

  it('takes a code of this half minute or of the one before, and no older one', async () => {
    const { login, secret } = await setUp(loginOf('vice-secretary', 'own'))
    later(300)
    const before = (seconds: number) => codeAt(secret, new Date(now.getTime() - seconds * 1000))
    const who = await signInAt(login)
    const statuses: number[] = []
    for (const seconds of [120, 60, 30])
      statuses.push((await who.post('/session/code', { code: await before(seconds) })).status)
    expect(statuses).toEqual([422, 422, 200])
  })

  it('takes a code once, of twenty at a time', async () => {
    const { login, secret } = await setUp(loginOf('unit-head', 'own'))
    later(90)
    const all: Browser[] = []
    for (let at = 0; at < 20; at += 1) all.push(await signInAt(login))
    const code = await codeAt(secret)
    const got = await Promise.all(all.map((who) => who.post('/session/code', { code })))
    expect(got.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  it('is not guessed: five wrong codes, and the password is asked for again', async () => {
    const { login } = await setUp(loginOf('unit-clerk', 'own'))
    const who = await signInAt(login)
    const statuses: number[] = []
    for (let times = 0; times < 6; times += 1)
      statuses.push((await who.post('/session/code', { code: '000000' })).status)
    expect(statuses).toEqual([422, 422, 422, 422, 422, 401])
  })

  it('changes the token, so that the half open one stays shut', async () => {
    const { login, secret } = await setUp(loginOf('observer', 'own'))
    later(90)
    const who = await signInAt(login)
    const before = who.cookies.get('kaohe_session')
    await who.post('/session/code', { code: await codeAt(secret) })
    const thief = fresh()
    thief.cookies.set('kaohe_session', before!)
    expect((await thief.ask('/session')).status).toBe(401)
    expect((await who.ask('/session')).status).toBe(200)
  })

  it('is stored sealed: the database alone makes no codes', async () => {
    const { login, secret, recovery } = await setUp(loginOf('inspector', 'own'))
    const person = world.people.get(login)!
    const row = await acting(world.db, { person }, (db) =>
      db
        .selectFrom('credential')
        .selectAll()
        .where('person', '=', person)
        .executeTakeFirstOrThrow(),
    )
    expect(row.totp_secret?.includes(secret)).toBe(false)
    expect(row.recovery_hashes.map(({ length }) => length)).toEqual(recovery.map(() => 32))
    for (const code of recovery)
      for (const form of [code, code.replaceAll('-', '')])
        expect(row.recovery_hashes.some((hash) => hash.includes(form))).toBe(false)
    const opened = world.services.door.secrets.open(row.totp_secret!, `totp/${person}`)
    expect(opened?.toString()).toBe(secret)
    // Nor does it open for another person, to whose row it might be copied.
    expect(world.services.door.secrets.open(row.totp_secret!, 'totp/another')).toBeUndefined()
  })
})

describe('recovery codes', () => {
  it('sign in once each, however they are typed', async () => {
    const { login, recovery } = await setUp(loginOf('department-head', 'own'))
    const [code = ''] = recovery
    const typed = code.toLowerCase().replaceAll('-', ' ')
    expect((await (await signInAt(login)).post('/session/code', { code: typed })).status).toBe(200)
    const again = await signInAt(login)
    expect((await again.post('/session/code', { code })).status).toBe(422)
    expect((await again.post('/session/code', { code: recovery[1]! })).status).toBe(200)
    expect((await again.ask('/account')).json.recoveryLeft).toBe(6)
  })

  it('are renewed with the password; the old ones end', async () => {
    const { who, login, recovery } = await setUp(loginOf('department-reviewer', 'own'))
    expect((await who.post('/account/recovery', { password: 'wrong' })).status).toBe(422)
    const { json } = await who.post('/account/recovery', { password: PASSWORD })
    const next = await signInAt(login)
    expect((await next.post('/session/code', { code: recovery[0]! })).status).toBe(422)
    expect((await next.post('/session/code', { code: json.recovery[0] })).status).toBe(200)
  })
})

describe('after a restore without the key', () => {
  it('codes of the device open nothing, recovery codes still do', async () => {
    const { login, secret, recovery } = await setUp(loginOf('subordinate-clerk', 'own'))
    later(90)
    const { services } = world
    const door = { ...services.door, secrets: secretsWith(Buffer.alloc(32, 9)) }
    const who = browser(compose({ ...services, door }), '198.51.100.250')
    await who.post('/session', { login, password: PASSWORD })
    expect((await who.post('/session/code', { code: await codeAt(secret) })).status).toBe(422)
    expect((await who.post('/session/code', { code: recovery[0]! })).status).toBe(200)
  })
})

describe('who lost both device and codes', () => {
  it('sets up anew when the security administrator allows, once', async () => {
    const { login } = await setUp(loginOf('survey-agency', 'own'))
    const person = world.people.get(login)!
    const admin = await world.as('security-administrator', 'own')
    const { status } = await admin(`/people/${person}/factor-release`, { method: 'POST', body: {} })
    expect(status).toBe(200)
    const who = fresh()
    expect((await who.post('/session', { login, password: PASSWORD })).json.next).toBe('done')
    expect((await who.ask('/account')).json.factor).toBe(false)
    await setUp(login)
    await signInAt(login)
  })
})

describe('dropping it', () => {
  it('is for those whose posts do not require it', async () => {
    const { who } = await setUp(loginOf('interviewer', 'own'))
    expect((await who.post('/account/factor/drop', { password: PASSWORD })).status).toBe(200)
    const admin = await setUp(loginOf('audit-administrator', 'child'))
    expect((await admin.who.post('/account/factor/drop', { password: PASSWORD })).status).toBe(409)
  })
})
