import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSettings } from '../../src/settings.ts'
import { loginOf, PASSWORD, startWorld, type World } from '../world.ts'
import { browser } from './browser.ts'

const LISTED = 'a well known phrase'
const folder = mkdtempSync(join(tmpdir(), 'kaohe-passwords-'))
const list = join(folder, 'passwords.txt')
let world: World
beforeAll(async () => {
  writeFileSync(list, `123456\n${LISTED}\n`)
  const { refusedPasswords } = readSettings({ KAOHE_PASSWORDS: list }, [])
  world = await startWorld(undefined, { refusedPasswords })
})
afterAll(async () => {
  await world.stop()
  rmSync(folder, { recursive: true })
})

describe('a password of the list that the site keeps', () => {
  it('is not taken by an invitation, nor when a password is changed', async () => {
    const admin = await world.as('system-administrator', 'own')
    const invite = { method: 'POST', body: { names: ['新人'] } }
    const { json } = await admin(`/units/${world.units.own.id}/people`, invite)
    const { token } = json.slips[0]
    const guest = browser(world.app)
    const refused = await guest.post('/invitations/accept', { token, password: LISTED })
    expect([refused.status, refused.json.faults[0].pointer]).toEqual([422, '/body/password'])
    const taken = await guest.post('/invitations/accept', { token, password: `${LISTED} more` })
    expect(taken.status).toBe(200)

    const who = browser(world.app)
    await who.post('/session', { login: loginOf('organiser', 'own'), password: PASSWORD })
    const body = { current: PASSWORD, next: LISTED.toUpperCase() }
    const changed = await who.ask('/account/password', { method: 'PUT', body })
    expect([changed.status, changed.json.faults[0].pointer]).toEqual([422, '/body/next'])
  })

  it('is in a file that is there, or the server does not start', () => {
    expect(() => readSettings({ KAOHE_PASSWORDS: join(folder, 'none') }, [])).toThrow(
      'KAOHE_PASSWORDS',
    )
    expect(readSettings({}, []).refusedPasswords.size).toBe(0)
  })
})
