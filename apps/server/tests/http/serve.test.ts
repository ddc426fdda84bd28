import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Endpoint } from '@kaohe/contract'
import { canonical } from '@kaohe/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Call, Handler, Placed } from '../../src/http/call.ts'
import { conflict } from '../../src/http/problem.ts'
import { serve } from '../../src/http/serve.ts'
import { type Browser, browser } from '../identity/browser.ts'
import { startWorld, type World } from '../world.ts'
import { HAPPENED, made, MadeApp } from './made.ts'

const AT_WORK_MS = 100
const NOW = new Date('2026-11-22T08:30:00.000Z')
let clock = (): Date => new Date()
let world: World
let app: MadeApp
let organiser: Browser
const counted = new Map<string, number>()

type AnyCall = Call<Endpoint>
const Named = z.object({ name: z.string() })
const nameIn = ({ params }: AnyCall): string => (params as z.output<typeof Named>).name
const own = (call: AnyCall) => call.permit({ path: world.units.own.path })
const write = ({ db, actor }: AnyCall, name: string) =>
  db.insertInto('department').values({ org: actor.org, name }).execute()
const written = async (name: string): Promise<number> =>
  (await app.rows('SELECT FROM department WHERE name = $1', [name])).length

// Each does what it should but for one thing.
const FORGETFUL: Readonly<Record<string, Handler<Endpoint>>> = {
  'asks-nobody': async (call) => {
    await write(call, 'asks-nobody')
    await call.record(HAPPENED)
  },
  'writes-no-entry': async (call) => {
    own(call)
    await write(call, 'writes-no-entry')
  },
  'writes-two-entries': async (call) => {
    own(call)
    await write(call, 'writes-two-entries')
    await call.record(HAPPENED)
    await call.record(HAPPENED)
  },
}

const look: Handler<Endpoint> = async (call) => {
  own(call)
  await call.record(HAPPENED)
}

const pass: Handler<Endpoint> = async (call) => {
  own(call)
  if ((await call.bytes()).length > 2) await call.record(HAPPENED)
  return null
}

/** The object as a handler found it, where no row was read: the second wall does not help the first. */
const placed: Handler<Endpoint> = async (call) => {
  const units: Readonly<Record<string, Placed>> = world.units
  call.permit(units[nameIn(call)])
  await call.record({ ...HAPPENED, before: { b: 1, a: 2 }, after: { c: 3 } })
  return null
}

const elsewhere: Handler<Endpoint> = async (call) => {
  own(call)
  await call.record({ ...HAPPENED, org: world.units.child.id })
  return null
}

const count: Handler<Endpoint> = async (call) => {
  own(call)
  const name = nameIn(call)
  counted.set(name, (counted.get(name) ?? 0) + 1)
  // So that whoever does not wait for the first one is there before it is stored.
  await setTimeout(AT_WORK_MS)
  await call.record(HAPPENED)
  return name === 'bytes' ? new Response('bytes') : { times: counted.get(name) }
}

const foresee: Handler<Endpoint> = async (call) => {
  own(call)
  const is = (what: string) => (error: unknown) => (error as Error).message === what
  call.unless(is('one'), () => conflict('第一种'))
  call.unless(is('two'), () => conflict('第二种'))
  throw new Error(nameIn(call))
}

const handlers: readonly (readonly [Endpoint, Handler<Endpoint>])[] = [
  ...Object.entries(FORGETFUL).map(([name, handler]) => [made(`/${name}`), handler] as const),
  [made('/look', { method: 'GET', act: 'unit.read' }), look],
  [made('/pass', { passing: true }), pass],
  [made('/of/{name}', { params: Named }), placed],
  [made('/elsewhere'), elsewhere],
  [made('/count/{name}', { params: Named, body: z.unknown() }), count],
  [made('/foreseen/{name}', { params: Named }), foresee],
]

beforeAll(async () => {
  world = await startWorld(() => clock())
  app = new MadeApp(world, (on, services) => {
    for (const [endpoint, handler] of handlers) serve(on, services, endpoint, handler)
  })
  organiser = await app.signedIn('organiser', 'own')
})
afterAll(() => world.stop())

/** Asks as the organiser, for tests that look at the answer itself. */
function asked(path: string, headers: Readonly<Record<string, string>> = {}) {
  const Cookie = [...organiser.cookies].map((pair) => pair.join('=')).join('; ')
  const init = { method: 'POST', body: '{}', headers: { Cookie, ...headers } }
  return app.app.request(`/api${path}`, init)
}

describe('a handler', () => {
  it.each(Object.keys(FORGETFUL))('that %s changes nothing, and is our fault', async (name) => {
    const { status, text } = await organiser.post(`/${name}`)
    expect(status).toBe(500)
    // What went wrong inside is none of the asker's business.
    expect(text).not.toMatch(/policies|entries/)
    expect(await written(name)).toBe(0)
  })

  it('that only looks, or passes a part of a file on, writes no entry', async () => {
    expect((await organiser.ask('/look')).status).toBe(500)
    expect((await organiser.post('/pass')).status).toBe(200)
    expect((await organiser.post('/pass', { so: 'many bytes' })).status).toBe(500)
  })

  it('that foresees what the database refuses tells it, and nothing else', async () => {
    const titles = async (what: string) => (await organiser.post(`/foreseen/${what}`)).json.title
    expect([await titles('one'), await titles('two')]).toEqual(['第一种', '第二种'])
    expect((await organiser.post('/foreseen/three')).status).toBe(500)
  })
})

describe('the policies are asked by where the object stands', () => {
  it.each([
    ['own', 200],
    ['child', 200],
    ['parent', 404],
    ['top', 404],
    ['sibling', 404],
    ['cousin', 404],
    ['other', 404],
    ['nothing', 404],
  ])('%s: %i', async (place, status) => {
    const got = await organiser.post(`/of/${place}`)
    const title = status === 404 ? '没有找到，或者您无权查看' : undefined
    expect([got.status, got.json?.title]).toEqual([status, title])
  })

  it('and by the role of the post in use', async () => {
    const clerk = await app.signedIn('unit-clerk', 'own')
    expect((await clerk.post('/of/own')).status).toBe(404)
  })

  it('a post that ended allows nothing', async () => {
    const who = await app.signedIn('organiser', 'sibling')
    expect((await who.post('/of/sibling')).status).toBe(200)
    const person = world.people.get('sibling-organiser')
    await app.rows(`UPDATE post SET to_on = '2021-01-01' WHERE person = $1`, [person])
    expect((await who.post('/of/sibling')).status).toBe(404)
    expect((await who.ask('/session')).status).toBe(200)
  })
})

describe('an entry of the log', () => {
  const digest = (value: object): string =>
    createHash('sha256').update(canonical(value)).digest('hex')

  async function entryOf(path: string) {
    clock = () => NOW
    const request = (await asked(path)).headers.get('X-Request-Id')
    clock = () => new Date()
    const [entry] = await app.rows<{ leaf: Buffer; org: string; person: string }>(
      `SELECT leaf, org, person FROM log_entry WHERE convert_from(leaf, 'UTF8')::jsonb->>'request' = $1`,
      [request],
    )
    return { request, entry, leaf: JSON.parse(entry!.leaf.toString()) }
  }

  it('says who, on which post, for whom, what, when, through what, and by which request', async () => {
    const { request, entry, leaf } = await entryOf('/of/own')
    const person = world.people.get('own-organiser')!
    const [post] = await app.rows<{ id: string }>('SELECT id FROM post WHERE person = $1', [person])
    expect(leaf).toMatchObject({
      act: 'unit.change',
      at: NOW.toISOString(),
      channel: 'web',
      object: 'made/1',
      org: world.units.own.id,
      person,
      post: post!.id,
      request,
      before: digest({ a: 2, b: 1 }),
      after: digest({ c: 3 }),
    })
    expect(entry).toMatchObject({ org: world.units.own.id, person })
  })

  it('is of the organisation that the act was about, where that is another', async () => {
    const { entry, leaf } = await entryOf('/elsewhere')
    expect([entry!.org, leaf.org]).toEqual([world.units.child.id, world.units.child.id])
  })
})

describe('a write that is sent again with its key', () => {
  const sent = (key: string, body: object = {}) => ({
    method: 'POST',
    body,
    headers: { 'Idempotency-Key': key },
  })

  it('is answered as it was, and done once, also when both come at the same time', async () => {
    const both = await Promise.all(
      [1, 2].map(() => organiser.ask('/count/twice', sent('at the same time'))),
    )
    expect(both.map(({ json }) => json)).toEqual([{ times: 1 }, { times: 1 }])
    expect((await organiser.ask('/count/twice', sent('another'))).json).toEqual({ times: 2 })
  })

  it('is another one when it asks something else, or somewhere else', async () => {
    await organiser.ask('/count/one', sent('fixed', { a: 1 }))
    expect((await organiser.ask('/count/one', sent('fixed', { a: 2 }))).status).toBe(409)
    expect((await organiser.ask('/count/other', sent('fixed', { a: 1 }))).status).toBe(409)
    expect(counted.get('other')).toBeUndefined()
  })

  it('is no answer to somebody else, who came by the same key', async () => {
    const colleague = await app.signedIn('organiser', 'parent')
    const mine = await organiser.ask('/count/shared', sent('shared'))
    const hers = await colleague.ask('/count/shared', sent('shared'))
    expect([mine.json, hers.json]).toEqual([{ times: 1 }, { times: 2 }])
  })

  it('is made again where the answer is bytes', async () => {
    const before = counted.get('bytes') ?? 0
    for (const _ of [1, 2])
      expect(await (await asked('/count/bytes', { 'Idempotency-Key': 'bytes' })).text()).toBe(
        'bytes',
      )
    expect(counted.get('bytes')).toBe(before + 2)
  })

  it('has a key of 200 signs at most', async () => {
    expect((await organiser.ask('/count/long', sent('k'.repeat(200)))).status).toBe(200)
    expect((await organiser.ask('/count/long', sent('k'.repeat(201)))).status).toBe(400)
  })
})

describe('a program', () => {
  async function token(scope: 'read' | 'write'): Promise<string> {
    const { post } = (await organiser.ask('/session')).json
    const body = { name: '报表程序', post: post.id, scope, days: 1 }
    return (await organiser.post('/account/tokens', body)).json.token
  }
  const changes = async (Authorization: string): Promise<number> =>
    (await browser(app.app).ask('/of/own', { method: 'POST', headers: { Authorization } })).status

  it('acts by its token also where a session comes along', async () => {
    const Authorization = `Bearer ${await token('read')}`
    const refused = await asked('/of/own', { Authorization })
    expect(await refused.json()).toMatchObject({ type: 'urn:kaohe:problem:read-only', status: 403 })
    expect((await asked('/of/own')).status).toBe(200)
  })

  it('brings it as a bearer, and brings more than the word', async () => {
    const secret = await token('write')
    expect(await changes(`Bearer ${secret}`)).toBe(200)
    for (const other of [`Basic ${secret}`, secret, 'Bearer', 'Bearer ', ''])
      expect([other, await changes(other)]).toEqual([other, 401])
  })
})
