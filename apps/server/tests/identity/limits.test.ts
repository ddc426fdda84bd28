import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSettings } from '../../src/settings.ts'
import { startWorld, type World } from '../world.ts'

let world: World
let owner: Client
beforeAll(async () => {
  world = await startWorld(undefined, { sessions: { hours: 3, idleMinutes: 10 } })
  owner = new Client({ connectionString: world.url })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await world.stop()
})

describe('a session', () => {
  it('lasts as long as is set, and is over sooner when nobody uses it', async () => {
    const ask = await world.as('organiser', 'own')
    const { rows } = await owner.query('SELECT expires_at - created_at AS lasts, idle FROM session')
    expect(rows[0].idle.minutes).toBe(10)
    expect(rows[0].lasts.hours * 60 + (rows[0].lasts.minutes ?? 0)).toBeGreaterThanOrEqual(179)
    await owner.query(`UPDATE session SET seen_at = now() - interval '9 minutes'`)
    expect((await ask('/session')).status).toBe(200)
    await owner.query(`UPDATE session SET seen_at = now() - interval '11 minutes'`)
    expect((await ask('/session')).status).toBe(401)
  })
})

describe('the settings of sessions', () => {
  it('are twelve hours and two idle ones, or what is said', () => {
    expect(readSettings({}, []).sessions).toEqual({ hours: 12, idleMinutes: 120 })
    const said = { KAOHE_SESSION_HOURS: '8', KAOHE_SESSION_IDLE_MINUTES: '15' }
    expect(readSettings(said, []).sessions).toEqual({ hours: 8, idleMinutes: 15 })
  })

  it.each(['0', '-1', '1.5', 'x', '721'])('are refused when they are %s', (hours) => {
    expect(() => readSettings({ KAOHE_SESSION_HOURS: hours }, [])).toThrow('KAOHE_SESSION_HOURS')
  })
})
