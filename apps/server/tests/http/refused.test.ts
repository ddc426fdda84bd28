import { type AddressInfo, connect } from 'node:net'
import { serve } from '@hono/node-server'
import pino from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { compose } from '../../src/compose.ts'
import { makeApp } from '../../src/http/app.ts'
import { logOptions } from '../../src/watch/index.ts'
import { browser } from '../identity/browser.ts'
import { loginOf, PASSWORD, startWorld, type World } from '../world.ts'

let world: World
let app: ReturnType<typeof compose>
const lines: string[] = []
beforeAll(async () => {
  world = await startWorld()
  // As it is when nobody says otherwise.
  const log = pino(logOptions('warn'), { write: (line: string) => void lines.push(line) })
  app = compose({ ...world.services, log })
})
afterAll(() => world.stop())
beforeEach(() => {
  lines.length = 0
})

describe('who is refused is written down', () => {
  it('with the post, the route and the status; nothing of what was named', async () => {
    const login = loginOf('organiser', 'sibling')
    const who = browser(app)
    const { me } = (await who.post('/session', { login, password: PASSWORD })).json
    const { json } = await who.ask(`/units/${world.units.own.id}`)
    const [line = '', ...more] = lines
    expect(more).toEqual([])
    expect(JSON.parse(line)).toMatchObject({
      msg: 'refused',
      request: json.request,
      post: me.post.id,
      method: 'GET',
      route: '/api/units/:unit',
      status: 404,
      type: 'urn:kaohe:problem:not-found',
    })
    for (const secret of [login, world.units.own.id, me.person.name, [...who.cookies][0]![1]])
      expect(line).not.toContain(secret)
  })

  it('who comes from a page elsewhere, too often, or with what is no JSON', async () => {
    const who = browser(app, '192.0.2.77')
    const body = { login: 'nobody', password: 'nothing' }
    await who.ask('/session', { method: 'POST', body, headers: { Origin: 'http://x.example' } })
    await app.request('/api/session', { method: 'POST', body: '{' })
    for (let times = 0; times < 6; times += 1) await who.post('/session', body)
    const told = lines.map((line) => JSON.parse(line).type.split(':').at(-1))
    expect(told).toEqual(['foreign-page', 'bad-request', 'slow-down'])
  })

  it('and who is answered is not, nor who is to sign in', async () => {
    expect((await browser(app).ask('/session')).status).toBe(401)
    expect((await browser(app).ask('/welcome')).status).toBe(200)
    expect(lines).toEqual([])
  })
})

describe('what nobody foresaw', () => {
  it('is written down with its request, and the answer has the number of the request alone', async () => {
    const log = pino(logOptions('warn'), { write: (line: string) => void lines.push(line) })
    const broken = makeApp({ ...world.services, log })
    broken.get('/api/broken', () => {
      throw new Error('the inside of the server')
    })
    const answer = await broken.request('/api/broken')
    const text = await answer.text()
    expect([answer.status, text.includes('inside')]).toEqual([500, false])
    expect(text).not.toMatch(/\.ts|node:|at /)
    expect(JSON.parse(lines[0]!)).toMatchObject({
      level: 50,
      msg: 'unexpected',
      request: JSON.parse(text).request,
      err: { message: 'the inside of the server', stack: expect.stringContaining('refused.test') },
    })
  })
})

describe('who breaks off in the middle of what he sends', () => {
  it('is no fault of the server or of the database', async () => {
    const log = pino(logOptions('info'), { write: (line: string) => void lines.push(line) })
    const { fetch: answer } = compose({ ...world.services, log })
    const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
      const made = serve({ fetch: answer, port: 0, hostname: '127.0.0.1' }, () => resolve(made))
    })
    const { port } = server.address() as AddressInfo
    const socket = connect(port, '127.0.0.1', () => {
      socket.write('POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"log')
      setTimeout(() => socket.destroy(), 100)
    })
    await expect.poll(() => lines.some((line) => line.includes('broken off'))).toBe(true)
    expect(lines.map((line) => JSON.parse(line).level)).not.toContain(50)
    await new Promise((resolve) => server.close(resolve))
  })
})

describe('a line of what is written down', () => {
  it('is one, whatever stands in it', () => {
    const log = pino(logOptions('info'), { write: (line: string) => void lines.push(line) })
    log.info({ route: '/x\n{"level":60}', err: new Error('a\r\nb\u2028c') }, 'one\ntwo')
    expect(lines).toHaveLength(1)
    expect(lines[0]!.trimEnd().split(/[\r\n]/)).toHaveLength(1)
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: 30, msg: 'one\ntwo' })
  })

  it('has its moment in milliseconds since 1970, of no zone', () => {
    const log = pino(logOptions('info'), { write: (line: string) => void lines.push(line) })
    log.info('now')
    expect(Math.abs(JSON.parse(lines[0]!).time - Date.now())).toBeLessThan(60_000)
  })
})
