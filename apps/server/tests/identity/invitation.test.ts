import { acting } from '@kaohe/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../world.ts'
import { browser } from './browser.ts'

let world: World
let now = new Date()
beforeAll(async () => {
  world = await startWorld(() => now)
})
afterAll(() => world.stop())

const PASSWORD = 'three old bridges'

async function invited(name = '受邀人'): Promise<{ token: string; login: string; person: string }> {
  const ask = await world.as('system-administrator', 'own')
  const path = `/units/${world.units.own.id}/people`
  const { json } = await ask(path, { method: 'POST', body: { names: [name] } })
  return json.slips[0]
}

describe('an invitation', () => {
  it('says whom it is for, and is not used up by looking', async () => {
    const { token, login } = await invited('王小明')
    const guest = browser(world.app)
    for (let times = 0; times < 3; times += 1)
      expect((await guest.post('/invitations/look', { token })).json).toMatchObject({
        name: '王小明',
        login,
        orgName: 'own org',
      })
    expect((await guest.post('/invitations/accept', { token, password: PASSWORD })).status).toBe(
      200,
    )
    expect((await guest.post('/invitations/look', { token })).status).toBe(404)
  })

  it('lets the person sign in with the password of his choice', async () => {
    const { token, login } = await invited()
    const guest = browser(world.app)
    await guest.post('/invitations/accept', { token, password: PASSWORD })
    expect((await guest.ask('/session')).json.person.name).toBe('受邀人')
    const again = await browser(world.app).post('/session', {
      login: ` ${login.toUpperCase()} `,
      password: PASSWORD,
    })
    expect(again.json.next).toBe('done')
  })

  it('is used once, of a hundred at a time', async () => {
    const { token } = await invited()
    const tries = Array.from({ length: 100 }, (_, at) =>
      browser(world.app).post('/invitations/accept', { token, password: `${PASSWORD} ${at}` }),
    )
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(statuses.filter((status) => status === 404)).toHaveLength(99)
  })

  it('says at the field what is wrong with a password, and can still be used', async () => {
    const { token } = await invited()
    const guest = browser(world.app)
    const refused = await guest.post('/invitations/accept', { token, password: 'too short' })
    expect([refused.status, refused.json.faults[0].pointer]).toEqual([422, '/body/password'])
    expect((await guest.post('/invitations/accept', { token, password: PASSWORD })).status).toBe(
      200,
    )
  })

  it('ends after a week, and by a newer one; used, lapsed and never made look alike', async () => {
    const first = await invited()
    const ask = await world.as('system-administrator', 'own')
    const second = await ask(`/people/${first.person}/invitation`, { method: 'POST', body: {} })
    const guest = browser(world.app)
    const seen = async (token: string) => {
      const { status, json } = await guest.post('/invitations/look', { token })
      return { status, ...json, request: '' }
    }
    expect((await seen(second.json.token)).status).toBe(200)
    const replaced = await seen(first.token)
    now = new Date(now.getTime() + 7 * 86_400_000 + 1)
    const lapsed = await seen(second.json.token)
    now = new Date()
    expect(replaced.status).toBe(404)
    expect(lapsed).toEqual(replaced)
    expect(await seen('never made')).toEqual(replaced)
  })

  it('made anew ends what the earlier password opened', async () => {
    const { token, person } = await invited()
    const guest = browser(world.app)
    await guest.post('/invitations/accept', { token, password: PASSWORD })
    const ask = await world.as('system-administrator', 'own')
    const again = await ask(`/people/${person}/invitation`, { method: 'POST', body: {} })
    expect((await guest.ask('/session')).status).toBe(200)
    const other = browser(world.app)
    await other.post('/invitations/accept', {
      token: again.json.token,
      password: 'another long one',
    })
    expect((await guest.ask('/session')).status).toBe(401)
    expect((await other.ask('/session')).status).toBe(200)
  })

  it('is nowhere in the database but as a hash', async () => {
    const { token } = await invited()
    const auditor = { org: world.units.own.path[0]!, path: [world.units.own.path[0]!] }
    const rows = await acting(world.db, auditor, async (db) => [
      await db.selectFrom('invitation').selectAll().execute(),
      await db.selectFrom('log_entry').selectAll().execute(),
    ])
    expect(rows.flat().length).toBeGreaterThan(10)
    expect(JSON.stringify(rows)).not.toContain(token)
  })
})

describe('an account that ended', () => {
  it('opens nothing any more', async () => {
    const { token, login, person } = await invited()
    const guest = browser(world.app)
    await guest.post('/invitations/accept', { token, password: PASSWORD })
    const ask = await world.as('system-administrator', 'own')
    const ended = await ask(`/people/${person}/end`, { method: 'POST', body: { version: 1 } })
    expect(ended.status).toBe(200)
    expect((await guest.ask('/session')).status).toBe(401)
    const { status } = await browser(world.app).post('/session', { login, password: PASSWORD })
    expect(status).toBe(401)
  })
})
