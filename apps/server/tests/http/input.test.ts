import { z } from 'zod'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Call } from '../../src/http/call.ts'
import { serve } from '../../src/http/serve.ts'
import type { Endpoint } from '@kaohe/contract'
import type { Browser } from '../identity/browser.ts'
import { startWorld, type World } from '../world.ts'
import { HAPPENED, made, MadeApp } from './made.ts'

let world: World
let organiser: Browser
const seen: Pick<Call<Endpoint>, 'params' | 'query' | 'body'>[] = []

beforeAll(async () => {
  world = await startWorld()
  const endpoint = made('/taken/{name}', {
    params: z.object({ name: z.string() }),
    query: z.object({ page: z.string().max(3).optional() }),
    body: z.object({ name: z.string(), count: z.number().int().min(0).max(99).optional() }),
  })
  const app = new MadeApp(world, (on, services) =>
    serve(on, services, endpoint, async (call) => {
      call.permit({ path: world.units.own.path })
      const { params, query, body } = call
      seen.push({ params, query, body })
      await call.record(HAPPENED)
      return null
    }),
  )
  organiser = await app.signedIn('organiser', 'own')
})
afterAll(() => world.stop())

async function taken(path: string, body: unknown) {
  seen.length = 0
  const { status, json } = await organiser.ask(path, { method: 'POST', body: body as object })
  return { status, json, seen: seen[0] }
}

describe('what a handler is given', () => {
  it('is what the endpoint names, and nothing that came beside it', async () => {
    const body = { name: 'x', role: 'organiser', org: world.units.other.id, ratified: true }
    const got = await taken('/taken/a?page=1&role=organiser', body)
    expect(got.status).toBe(200)
    expect(got.seen).toEqual({ params: { name: 'a' }, query: { page: '1' }, body: { name: 'x' } })
  })

  it('says each thing once: of what stands in the address twice one is taken, and it is checked', async () => {
    expect((await taken('/taken/a?page=1&page=2', { name: 'x' })).seen?.query).toEqual({
      page: '1',
    })
    expect((await taken('/taken/a?page=long&page=2', { name: 'x' })).status).toBe(422)
    // Nor does one part of a request stand in for another.
    expect((await taken('/taken/a?name=b&page=1', { name: 'x', page: '2' })).seen).toEqual({
      params: { name: 'a' },
      query: { page: '1' },
      body: { name: 'x' },
    })
  })

  it('changes no object of the program, whatever its keys are called', async () => {
    const text = '{"name":"x","__proto__":{"polluted":true},"constructor":{"prototype":{"p":1}}}'
    const got = await taken('/taken/a', JSON.parse(text))
    expect(got.seen?.body).toEqual({ name: 'x' })
    expect(Object.keys(got.seen!.body as object)).toEqual(['name'])
    for (const one of [{}, got.seen!.body as object])
      expect(['polluted' in one, 'p' in one]).toEqual([false, false])
  })

  it.each([
    ['a number as text', { name: 'x', count: '1' }],
    ['a list for a text', { name: ['x'] }],
    ['an object for a text', { name: { toString: 'x' } }],
    ['nothing for a text', { name: null }],
    ['a fraction', { name: 'x', count: 1.5 }],
    ['more than a number holds', { name: 'x', count: 1e308 }],
    ['less than none', { name: 'x', count: -1 }],
    ['a list', [{ name: 'x' }]],
  ])('is of the kind that it is to be: not %s', async (_, body) => {
    const got = await taken('/taken/a', body)
    expect([got.status, got.seen]).toEqual([422, undefined])
    expect(got.json.faults[0].pointer).toMatch(/^\/body/)
  })

  it('is decoded once', async () => {
    const { seen: given } = await taken('/taken/%2541%253Cb%253E', { name: '%41 &lt; \\u0041' })
    expect(given).toMatchObject({
      params: { name: '%41%3Cb%3E' },
      body: { name: '%41 &lt; \\u0041' },
    })
  })
})
