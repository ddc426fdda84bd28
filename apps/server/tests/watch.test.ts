import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isDatabaseAway } from '../src/http/away.ts'
import { compose } from '../src/compose.ts'
import { makeMetrics, readWatchSettings, toldError } from '../src/watch/index.ts'
import { startWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const LOCAL = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }
const FAR = { incoming: { socket: { remoteAddress: '192.0.2.7' } } }

function appOf(metricsToken?: string, draining = false) {
  const { services, db } = world
  const metrics = makeMetrics(db, services.space)
  return compose({
    ...services,
    watch: { metrics, metricsToken, isDraining: () => draining, isClosing: () => draining },
  })
}

describe('what is shown to those who look after the server', () => {
  it('is alive and ready; while it stops it is alive only', async () => {
    const [running, stopping] = [appOf(), appOf(undefined, true)]
    expect((await running.request('/healthz')).status).toBe(200)
    expect((await running.request('/readyz')).status).toBe(200)
    expect((await stopping.request('/healthz')).status).toBe(200)
    const answer = await stopping.request('/readyz')
    expect([answer.status, await answer.text()]).toEqual([503, 'draining\n'])
  })

  it('counts requests by route, and names nobody and no unit', async () => {
    const app = appOf()
    const { id } = world.units.own
    await app.request(`/api/units/${id}`)
    const text = await (await app.request('/metrics', {}, LOCAL)).text()
    expect(text).toContain(
      'kaohe_http_seconds_count{method="GET",route="/api/units/:unit",status="401"} 1',
    )
    expect(text).toContain('kaohe_database_up 1')
    expect(text).toMatch(/kaohe_log_waiting \d/)
    expect(text).toMatch(/kaohe_free_bytes \d/)
    expect(text).toContain('process_cpu_seconds_total')
    expect(text).not.toContain(id)
  })

  it('shows its figures to this machine, or to who brings the token, and else is not there', async () => {
    const [open, closed] = [appOf(), appOf('secret')]
    const forwarded = { headers: { 'X-Forwarded-For': '192.0.2.7' } }
    const bearer = { headers: { Authorization: 'Bearer secret' } }
    expect((await open.request('/metrics', {}, LOCAL)).status).toBe(200)
    expect((await open.request('/metrics', {}, FAR)).status).toBe(404)
    expect((await open.request('/metrics', forwarded, LOCAL)).status).toBe(404)
    expect((await closed.request('/metrics', {}, LOCAL)).status).toBe(404)
    expect((await closed.request('/metrics', bearer, FAR)).status).toBe(200)
  })
})

describe('what is written down of an error', () => {
  it('quotes no value of a row', () => {
    const error = Object.assign(new Error('invalid input syntax for type uuid: "李雷"'), {
      severity: 'ERROR',
      code: '22P02',
      detail: 'Key (login)=(lilei) already exists.',
    })
    const told = JSON.stringify(toldError(error))
    expect(told).toContain('22P02')
    expect(told).not.toMatch(/李雷|lilei/)
  })
})

describe('a database that went away', () => {
  it.each([
    [{ code: '57P01', severity: 'FATAL' }, true],
    [{ code: 'ENOENT', syscall: 'connect' }, true],
    [{ code: 'ENOENT', syscall: 'open' }, false],
    [{ code: '23505', severity: 'ERROR' }, false],
  ])('%o: %s', (fields, away) => {
    expect(isDatabaseAway(Object.assign(new Error('x'), fields))).toBe(away)
  })
  it('is also one that broke off', () => {
    const said = [
      'Connection terminated unexpectedly',
      'Client has encountered a connection error and is not queryable',
    ]
    for (const words of said) expect(isDatabaseAway(new Error(words))).toBe(true)
  })
})

describe('settings', () => {
  it.each([
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL 写的是“loud”'],
    [{ KAOHE_SLOW_QUERY_MS: '1e3' }, 'KAOHE_SLOW_QUERY_MS 写的是“1e3”'],
  ])('%o is refused with what it may be', (env, message) => {
    expect(() => readWatchSettings(env)).toThrow(message)
  })
})
