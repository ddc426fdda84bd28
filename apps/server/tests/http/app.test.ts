import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compose } from '../../src/compose.ts'
import { loginOf, PASSWORD, startWorld, type World } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const credentials = JSON.stringify({ login: loginOf('organiser', 'own'), password: PASSWORD })

function ask(path: string, init: RequestInit = {}, app = world.app) {
  return app.request(`http://kaohe.example/api${path}`, init)
}
const signIn = (headers: Record<string, string> = {}, app = world.app) =>
  ask('/session', { method: 'POST', body: credentials, headers }, app)

const cookieIn = (response: Response, name: string): string =>
  response.headers.getSetCookie().find((line) => line.startsWith(`${name}=`)) ?? ''

describe('a page elsewhere', () => {
  const host = { Host: 'kaohe.example' }
  it.each([
    ['the own pages', { Origin: 'http://kaohe.example' }, 200],
    ['what is no page', {}, 200],
    ['another site', { Origin: 'http://elsewhere.example' }, 403],
    ['a part of the own name', { Origin: 'http://kaohe.example.evil.example' }, 403],
    ['another port', { Origin: 'http://kaohe.example:8080' }, 403],
    ['a page that hides where it is from', { Origin: 'null' }, 403],
  ])('writes nothing: %s', async (_, origin, status) => {
    expect((await signIn({ ...host, ...origin })).status).toBe(status)
  })

  it('may look, and the browser shows it nothing', async () => {
    const response = await ask('/welcome', { headers: { ...host, Origin: 'http://x.example' } })
    expect(response.status).toBe(200)
    expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull()
  })
})

describe('the cookie of a session', () => {
  it('is read by no script, sent by no other site, and new each time', async () => {
    const lines = [await signIn(), await signIn()].map((one) => cookieIn(one, 'kaohe_session'))
    for (const line of lines) {
      expect(line).toMatch(/^kaohe_session=[\w-]{43};/)
      const attributes = line.split('; ').slice(1)
      expect(attributes.toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict'])
    }
    expect(lines[0]).not.toBe(lines[1])
  })

  it('travels encrypted alone where the installation does', async () => {
    const app = compose({ ...world.services, secure: true })
    const response = await signIn({}, app)
    for (const name of ['__Host-kaohe_session', '__Host-kaohe_device']) {
      const attributes = cookieIn(response, name).split('; ').slice(1)
      expect(attributes).toEqual(expect.arrayContaining(['Secure', 'Path=/', 'HttpOnly']))
      expect(attributes.join()).not.toContain('Domain')
    }
  })

  it('is none of another name that a neighbour below the same domain could lay here', async () => {
    const app = compose({ ...world.services, secure: true })
    const given = cookieIn(await signIn({}, app), '__Host-kaohe_session').split(';', 1)[0]!
    const seen = async (Cookie: string) =>
      (await ask('/session', { headers: { Cookie } }, app)).status
    expect(await seen(given)).toBe(200)
    expect(await seen(given.replace('__Host-', ''))).toBe(401)
    const gone = await ask('/session', { method: 'DELETE', headers: { Cookie: given } }, app)
    expect(cookieIn(gone, '__Host-kaohe_session')).toMatch(/Max-Age=0.*Secure/)
    expect(await seen(given)).toBe(401)
  })

  it('is taken back when one signs out', async () => {
    const Cookie = cookieIn(await signIn(), 'kaohe_session').split(';', 1)[0]!
    const response = await ask('/session', { method: 'DELETE', headers: { Cookie } })
    expect(cookieIn(response, 'kaohe_session')).toMatch(/^kaohe_session=;.*Max-Age=0/)
  })
})

describe('every answer', () => {
  it('is kept by nobody, and runs nothing of others', async () => {
    const { headers } = await ask('/welcome')
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Referrer-Policy')).toBe('no-referrer')
    const policy = headers.get('Content-Security-Policy') ?? ''
    for (const rule of [
      "default-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ])
      expect(policy).toContain(rule)
    expect(policy).not.toMatch(/script-src|unsafe-eval|https?:/)
  })

  it('has an identifier of its own, which a problem repeats', async () => {
    const responses = [await ask('/session'), await ask('/session')]
    const bodies = (await Promise.all(responses.map((one) => one.json()))) as { request: string }[]
    const ids = responses.map(({ headers }) => headers.get('X-Request-Id'))
    expect(bodies.map(({ request }) => request)).toEqual(ids)
    expect(new Set(ids).size).toBe(2)
  })
})

describe('what is sent', () => {
  const stream = (bytes: number): ReadableStream =>
    new Response('x'.repeat(bytes)).body as ReadableStream

  // Without a session: what comes through is asked to sign in.
  const statusOf = async (init: RequestInit): Promise<number> =>
    (await ask('/units', { method: 'POST', ...init })).status

  it('is refused before it is read when it says that it is too much', async () => {
    const saying = (bytes: number) => ({ body: '{}', headers: { 'Content-Length': `${bytes}` } })
    expect(await statusOf(saying(2_000_000))).toBe(401)
    expect(await statusOf(saying(2_000_001))).toBe(400)
  })

  it('is counted where it does not say how much it is, or cannot be believed', async () => {
    const counted = (bytes: number, headers: Record<string, string> = {}) => {
      return statusOf({ body: stream(bytes), headers, duplex: 'half' })
    }
    const lying = { 'Content-Length': '2', 'Transfer-Encoding': 'chunked' }
    expect(await counted(2_000_000)).toBe(401)
    expect(await counted(2_000_001)).toBe(400)
    expect(await counted(2_000_001, lying)).toBe(400)
  })

  it('may be more where a workbook of all units comes', async () => {
    const headers = { 'Content-Length': '2000001' }
    const length = { method: 'POST', body: '{}', headers }
    expect((await ask('/units-import?under=x&file=x.csv&basis=x', length)).status).toBe(401)
    const most = { ...length, headers: { 'Content-Length': '32000001' } }
    expect((await ask('/units-import?under=x&file=x.csv&basis=x', most)).status).toBe(400)
  })

  it.each(['{', 'no json', '[1,'])('is told to be no JSON: %s', async (body) => {
    const response = await ask('/session', { method: 'POST', body })
    expect([response.status, ((await response.json()) as { title: string }).title]).toEqual([
      400,
      '内容不是完整的 JSON',
    ])
  })
})
