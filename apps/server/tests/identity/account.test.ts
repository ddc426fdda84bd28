import { acting } from '@kaohe/storage'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loginOf, PASSWORD, startWorld, type World } from '../world.ts'
import { type Browser, browser } from './browser.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const login = loginOf('unit-clerk', 'own')
const NEXT = 'seven green lanterns'

async function signedIn(name = login, password = PASSWORD): Promise<Browser> {
  const who = browser(world.app)
  expect((await who.post('/session', { login: name, password })).json.next).toBe('done')
  return who
}

const change = (who: Browser, current: string, next: string) =>
  who.ask('/account/password', { method: 'PUT', body: { current, next } })

async function asOwner(text: string, values: unknown[] = []): Promise<void> {
  const owner = new Client({ connectionString: world.url })
  await owner.connect()
  await owner.query(text, values)
  await owner.end()
}

describe('sessions', () => {
  it('are listed for their owner, and ended one by one or all at once', async () => {
    const name = loginOf('unit-head', 'own')
    const [first, second, third] = [
      await signedIn(name),
      await signedIn(name),
      await signedIn(name),
    ]
    const { sessions } = (await first.ask('/account/sessions')).json
    expect(sessions).toHaveLength(3)
    const others = sessions.filter(({ current }: { current: boolean }) => !current)
    expect(others).toHaveLength(2)
    const stranger = await signedIn(loginOf('ratifier', 'own'))
    const path = `/account/sessions/${others[0].id}`
    expect((await stranger.ask(path, { method: 'DELETE' })).status).toBe(404)
    expect((await first.ask(path, { method: 'DELETE' })).status).toBe(200)
    const { json } = await first.ask('/account/sessions', { method: 'DELETE' })
    expect(json.ended).toBe(1)
    expect((await first.ask('/session')).status).toBe(200)
    expect((await second.ask('/session')).status).toBe(401)
    expect((await third.ask('/session')).status).toBe(401)
  })

  it('end when nobody was there for two hours, and live on while somebody is', async () => {
    const [idle, used] = [await signedIn(loginOf('observer', 'own')), await signedIn()]
    await asOwner(`UPDATE session SET seen_at = now() - interval '119 minutes'`)
    expect((await used.ask('/session')).status).toBe(200)
    await asOwner(`UPDATE session SET seen_at = seen_at - interval '2 minutes'`)
    expect((await idle.ask('/session')).status).toBe(401)
    expect((await used.ask('/session')).status).toBe(200)
  })

  it('end where one signs in anew, whoever was there before', async () => {
    const who = await signedIn()
    const kept = who.cookies.get('kaohe_session')!
    const next = { login: loginOf('inspector', 'own'), password: PASSWORD }
    expect((await who.post('/session', { ...next, password: 'wrong' })).status).toBe(401)
    expect((await who.ask('/session')).status).toBe(200)
    expect((await who.post('/session', next)).status).toBe(200)
    const thief = browser(world.app)
    thief.cookies.set('kaohe_session', kept)
    expect((await thief.ask('/session')).status).toBe(401)
    expect((await who.ask('/session')).json.person.name).toBe('inspector@own')
  })

  it('end after signing out', async () => {
    const who = await signedIn()
    const kept = who.cookies.get('kaohe_session')!
    await who.ask('/session', { method: 'DELETE' })
    const thief = browser(world.app)
    thief.cookies.set('kaohe_session', kept)
    expect((await thief.ask('/session')).status).toBe(401)
  })
})

describe('a password', () => {
  it('is changed with the one before; sign-ins elsewhere end', async () => {
    const [who, elsewhere] = [await signedIn(), await signedIn()]
    expect((await change(who, 'wrong', NEXT)).json.faults[0].pointer).toBe('/body/current')
    expect((await change(who, PASSWORD, 'short')).json.faults[0].pointer).toBe('/body/next')
    expect((await change(who, PASSWORD, `${login} ${login}`)).status).toBe(422)
    expect((await elsewhere.ask('/session')).status).toBe(200)
    expect((await change(who, PASSWORD, NEXT)).status).toBe(200)
    expect((await who.ask('/session')).status).toBe(200)
    expect((await elsewhere.ask('/session')).status).toBe(401)
    expect((await browser(world.app).post('/session', { login, password: PASSWORD })).status).toBe(
      401,
    )
    await signedIn(login, NEXT)
  })

  it('is not guessed at from an open session', async () => {
    const who = await signedIn(loginOf('vice-secretary', 'own'))
    const statuses: number[] = []
    for (let times = 0; times < 7; times += 1)
      statuses.push((await change(who, 'wrong', NEXT)).status)
    expect(statuses.slice(0, 5)).toEqual([422, 422, 422, 422, 422])
    expect(statuses.at(-1)).toBe(429)
  })

  it('is an entry of the log when it changes', async () => {
    const name = loginOf('department-head', 'own')
    await change(await signedIn(name), PASSWORD, NEXT)
    const { id: org, path } = world.units.own
    const acts = await acting(world.db, { org, path }, (db) =>
      db
        .selectFrom('log_entry')
        .select('act')
        .where('person', '=', world.people.get(name)!)
        .orderBy('at')
        .execute(),
    )
    expect(acts.map(({ act }) => act)).toEqual(['session.begin', 'password.change'])
  })
})

describe('a token for a program', () => {
  const make = async (who: Browser, scope: 'read' | 'write') => {
    const { post } = (await who.ask('/session')).json
    const body = { name: '报表程序', post: post.id, scope, days: 30 }
    return (await who.post('/account/tokens', body)).json
  }
  const program = (token: string) => ({ Authorization: `Bearer ${token}` })

  it('acts on its post, and reads only unless it may write', async () => {
    const who = await signedIn(loginOf('organiser', 'own'))
    const [reader, writer] = [await make(who, 'read'), await make(who, 'write')]
    expect(reader.token).toMatch(/^kaohe_[\w-]{43}$/)
    const body = { parent: world.units.own.id, name: '程序加的', kind: '镇' }
    const ask = (token: string, path: string, more: object = {}) =>
      browser(world.app).ask(path, { headers: program(token), ...more })
    expect((await ask(reader.token, '/units')).status).toBe(200)
    expect((await ask(reader.token, '/units', { method: 'POST', body })).status).toBe(403)
    expect((await ask(writer.token, '/units', { method: 'POST', body })).status).toBe(200)
    expect((await ask(`${reader.token}x`, '/units')).status).toBe(401)
    // One's account is for persons.
    for (const path of ['/session', '/account', '/account/tokens'])
      expect([path, (await ask(writer.token, path)).status]).toEqual([path, 401])
    const thief = browser(world.app)
    thief.cookies.set('kaohe_session', writer.token)
    expect((await thief.ask('/units')).status).toBe(401)
  })

  it('is told from its owner in the log', async () => {
    const who = await signedIn(loginOf('organiser', 'own'))
    const { token } = await make(who, 'write')
    const body = { parent: world.units.own.id, name: '渠道', kind: '镇' }
    const { json } = await browser(world.app).ask('/units', {
      method: 'POST',
      body,
      headers: program(token),
    })
    const { id: org, path } = world.units.own
    const entry = await acting(world.db, { org, path }, (db) =>
      db
        .selectFrom('log_entry')
        .select('leaf')
        .where('object', '=', `unit/${json.id}`)
        .executeTakeFirstOrThrow(),
    )
    expect(JSON.parse(entry.leaf.toString())).toMatchObject({ channel: 'api' })
  })

  it('is listed without what it was, and revoked', async () => {
    const who = await signedIn(loginOf('ratifier', 'own'))
    const { token, id } = await make(who, 'read')
    const listed = await who.ask('/account/tokens')
    expect(listed.json.tokens).toHaveLength(1)
    expect(listed.text).not.toContain(token)
    const stranger = await signedIn(loginOf('organiser', 'own'))
    const path = `/account/tokens/${id}`
    expect((await stranger.ask(path, { method: 'DELETE' })).status).toBe(404)
    expect((await who.ask(path, { method: 'DELETE' })).status).toBe(200)
    const { status } = await browser(world.app).ask('/units', { headers: program(token) })
    expect(status).toBe(401)
  })

  it('ends with its day, its post and its owner', async () => {
    const who = await signedIn(loginOf('survey-agency', 'own'))
    const [late, orphan] = [await make(who, 'read'), await make(who, 'read')]
    await asOwner(`UPDATE api_token SET expires_at = now() WHERE id = $1`, [late.id])
    const ask = (token: string) => browser(world.app).ask('/units', { headers: program(token) })
    expect((await ask(late.token)).status).toBe(401)
    expect((await ask(orphan.token)).status).toBe(200)
    const person = world.people.get(loginOf('survey-agency', 'own'))
    await asOwner(`UPDATE post SET to_on = '2021-01-01' WHERE person = $1`, [person])
    expect((await ask(orphan.token)).status).toBe(401)
  })

  it('is not for the posts of the three administrators', async () => {
    const ask = await world.as('audit-administrator', 'own')
    const { post } = (await ask('/session')).json
    const body = { name: 'x', post: post.id, scope: 'read', days: 1 }
    expect((await ask('/account/tokens', { method: 'POST', body })).status).toBe(409)
  })
})
