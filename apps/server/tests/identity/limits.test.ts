import { generate } from 'otplib'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSettings } from '../../src/settings.ts'
import { loginOf, PASSWORD, startWorld, type World } from '../world.ts'
import { browser } from './browser.ts'

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

describe('where the site asks everybody for a second factor', () => {
  it('nobody enters without, whatever his post, and nobody drops it', async () => {
    const { twoFactors } = readSettings({ KAOHE_TWO_FACTORS: 'all' }, [])
    const strict = await startWorld(undefined, { twoFactors })
    const who = browser(strict.app)
    const login = loginOf('unit-clerk', 'child')
    const { json } = await who.post('/session', { login, password: PASSWORD })
    expect(json).toEqual({ next: 'set-up-factor' })
    expect((await who.ask('/session')).status).toBe(401)
    const { secret } = (await who.post('/session/factor')).json
    const code = await generate({ secret })
    expect((await who.post('/session/factor/confirm', { code })).status).toBe(200)
    expect((await who.ask('/account')).json.factorRequired).toBe(true)
    expect((await who.post('/account/factor/drop', { password: PASSWORD })).status).toBe(409)
    await strict.stop()
  })

  it('is said by a word that is known', () => {
    expect(readSettings({}, []).twoFactors).toBe('administrators')
    expect(() => readSettings({ KAOHE_TWO_FACTORS: 'yes' }, [])).toThrow('KAOHE_TWO_FACTORS')
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
