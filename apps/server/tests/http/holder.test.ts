import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Held, type HolderCall, type Link, serveHolder } from '../../src/http/holder.ts'
import type { Endpoint } from '@kaohe/contract'
import { startWorld, type World } from '../world.ts'
import { HAPPENED, made, MadeApp } from './made.ts'

const TOKEN = 'a-token-in-the-fragment-of-an-address'
const ANOTHER = 'the-token-of-another-link'
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

let world: World
let app: MadeApp

/** What the database is told of who asks, as it says itself. */
const told = sql<{ token: Buffer; role: string; org: string | null; person: string | null }>`
  SELECT kaohe_token() AS token, kaohe_role() AS role, kaohe_org() AS org, kaohe_person() AS person`

let seen: Awaited<ReturnType<typeof told.execute>>['rows'][number] | undefined

const link: Link<Held> = {
  role: 'judge',
  find: async (db, token) => {
    seen = (await told.execute(db)).rows[0]
    if (![TOKEN, ANOTHER].map(hashOf).includes(token.toString('hex'))) return undefined
    return { org: world.units.own.id }
  },
}

type AnyCall = HolderCall<Endpoint, Held>
const judging = (path: string, more: Partial<Endpoint> = {}) =>
  made(path, { act: 'ballot.cast', door: 'link', body: z.unknown(), ...more })

beforeAll(async () => {
  world = await startWorld()
  app = new MadeApp(world, (on, services) => {
    const answer = (endpoint: Endpoint, handler: (call: AnyCall) => Promise<unknown>): void =>
      serveHolder(on, services, endpoint, link, handler)
    answer(judging('/cast'), async ({ held, secret, body, record }) => {
      await record(HAPPENED)
      return { org: held.org, secret, body }
    })
    answer(judging('/silent'), async () => null)
    answer(judging('/twice'), async ({ record }) => {
      await record(HAPPENED)
      await record(HAPPENED)
    })
    // An act of the office: no judge has a row for it.
    answer(judging('/chair', { act: 'meeting.chair' }), async ({ record }) => record(HAPPENED))
    answer(judging('/letter', { act: 'letter.answer' }), async ({ record }) => record(HAPPENED))
    answer(judging('/bytes', { method: 'GET', act: 'ballot.read' }), async () => new Response('x'))
  })
})
afterAll(() => world.stop())

async function ask(path: string, token: string | undefined, method = 'POST') {
  const response = await app.app.request(`/api${path}`, {
    method,
    ...(token !== undefined && { headers: { 'Kaohe-Link': token } }),
    ...(method === 'POST' && { body: '{"mark":"90"}' }),
  })
  const text = await response.text()
  return { status: response.status, text, headers: response.headers }
}

const entries = async (): Promise<number> =>
  (await app.rows(`SELECT FROM log_entry WHERE object = 'made/1'`)).length

describe('whoever holds a link', () => {
  it('is told to the database by the hash of the token and the role, and by nothing else', async () => {
    const { status, text } = await ask('/cast', TOKEN)
    expect([status, JSON.parse(text)]).toEqual([
      200,
      { org: world.units.own.id, secret: expect.any(String), body: { mark: '90' } },
    ])
    expect(seen).toEqual({
      token: Buffer.from(hashOf(TOKEN), 'hex'),
      role: 'judge',
      org: null,
      person: null,
    })
  })

  it('is named in no entry of the log', async () => {
    const { headers } = await ask('/cast', TOKEN)
    const request = headers.get('X-Request-Id')
    const [entry] = await app.rows<{ leaf: Buffer; org: string; person: string | null }>(
      `SELECT leaf, org, person FROM log_entry WHERE convert_from(leaf, 'UTF8')::jsonb->>'request' = $1`,
      [request],
    )
    const leaf = JSON.parse(entry!.leaf.toString())
    expect(leaf).toMatchObject({
      act: 'ballot.cast',
      channel: 'web',
      object: 'made/1',
      org: world.units.own.id,
    })
    expect(Math.abs(Date.parse(leaf.at) - Date.now())).toBeLessThan(60_000)
    expect([entry!.org, entry!.person]).toEqual([world.units.own.id, null])
    expect(Object.keys(leaf)).not.toContain('person')
    expect(entry!.leaf.toString()).not.toContain(hashOf(TOKEN))
  })

  it('is refused without a link, or with one that was not given', async () => {
    for (const none of [undefined, '']) expect((await ask('/cast', none)).status).toBe(401)
    expect((await ask('/cast', `${TOKEN}x`)).status).toBe(404)
    // The stored hash opens nothing: it is not the link.
    expect((await ask('/cast', hashOf(TOKEN))).status).toBe(404)
  })

  it('does what the role may, and nothing of what others may', async () => {
    const before = await entries()
    for (const path of ['/chair', '/letter']) expect((await ask(path, TOKEN)).status).toBe(500)
    expect(await entries()).toBe(before)
  })

  it('leaves one entry of every write', async () => {
    const before = await entries()
    for (const path of ['/silent', '/twice']) expect((await ask(path, TOKEN)).status).toBe(500)
    expect(await entries()).toBe(before)
    expect(await ask('/bytes', TOKEN, 'GET')).toMatchObject({ status: 200, text: 'x' })
  })
})

describe('the secret of a link', () => {
  const secretOf = async (token: string): Promise<string> => {
    const { text } = await ask('/cast', token)
    return JSON.parse(text).secret
  }

  it('is the same each time, another for another link, and follows from nothing that is stored', async () => {
    const secret = await secretOf(TOKEN)
    expect(secret).toMatch(/^[0-9a-f]{64}$/)
    expect(await secretOf(TOKEN)).toBe(secret)
    expect(await secretOf(ANOTHER)).not.toBe(secret)
    const stored = hashOf(TOKEN)
    expect([stored, hashOf(stored), hashOf(Buffer.from(stored, 'hex').toString())]).not.toContain(
      secret,
    )
  })
})
