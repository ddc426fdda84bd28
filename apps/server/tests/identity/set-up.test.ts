import { generate } from 'otplib'
import { acting, allowSetUp } from '@kaohe/storage'
import { afterEach, describe, expect, it } from 'vitest'
import { hashOf } from '../../src/http/token.ts'
import { type Empty, startEmpty } from '../world.ts'
import { browser } from './browser.ts'

let empty: Empty
afterEach(() => empty.stop())

const OWN = {
  name: '共青团测试市委员会',
  kind: '市团委',
  system: '甲一',
  security: '乙二',
  audit: '丙三',
  organiser: '丁四',
}

describe('setting up an organisation', () => {
  it('invites four persons, who then work', async () => {
    empty = await startEmpty()
    const first = browser(empty.app)
    expect((await first.ask('/welcome')).json).toMatchObject({ empty: true, setUp: 'open' })
    const { json } = await first.post('/set-up/organisation', OWN)
    expect(json.slips.map((slip: { roleName: string }) => slip.roleName)).toEqual([
      '系统管理员',
      '安全保密管理员',
      '安全审计员',
      '组织部',
    ])
    expect(new Set(json.slips.map((slip: { login: string }) => slip.login)).size).toBe(4)

    const system = browser(empty.app)
    const { token, login } = json.slips[0]
    const password = 'long river stone'
    const accepted = await system.post('/invitations/accept', { token, password })
    expect(accepted.json).toEqual({ next: 'set-up-factor' })
    const { secret } = (await system.post('/session/factor')).json
    const confirmed = await system.post('/session/factor/confirm', {
      code: await generate({ secret }),
    })
    expect(confirmed.json.recovery).toHaveLength(8)
    expect(confirmed.json.signedIn.me.post.orgName).toBe(OWN.name)
    expect((await system.post('/session', { login, password })).json).toEqual({ next: 'code' })

    const organiser = browser(empty.app)
    const last = { token: json.slips[3].token, password: 'four quiet hills' }
    expect((await organiser.post('/invitations/accept', last)).json.next).toBe('done')
    expect((await organiser.ask('/units')).status).toBe(200)
  })

  it('happens once, of twenty at a time', async () => {
    empty = await startEmpty()
    const tries = Array.from({ length: 20 }, () =>
      browser(empty.app).post('/set-up/organisation', OWN),
    )
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(statuses.filter((status) => status === 409)).toHaveLength(19)
    expect((await browser(empty.app).post('/set-up/demo')).status).toBe(409)
  })

  it('takes four different persons', async () => {
    empty = await startEmpty()
    const refused = await browser(empty.app).post('/set-up/organisation', { ...OWN, audit: '甲一' })
    expect(refused.status).toBe(422)
    expect((await browser(empty.app).ask('/welcome')).json.empty).toBe(true)
  })

  it('is one entry of the log, without tokens', async () => {
    empty = await startEmpty()
    const { json } = await browser(empty.app).post('/set-up/organisation', OWN)
    const entries = await acting(empty.db, { role: 'log-keeper' }, (db) =>
      db.selectFrom('log_entry').selectAll().execute(),
    )
    expect(entries.map(({ act }) => act)).toEqual(['set-up.organisation'])
    for (const { token } of json.slips) expect(JSON.stringify(entries)).not.toContain(token)
  })
})

describe('who may set up', () => {
  const tryIt = (headers: Record<string, string> = {}, code: string | null = null) =>
    browser(empty.app).ask('/set-up/organisation', {
      method: 'POST',
      body: { ...OWN, code },
      headers,
    })

  it('is not another site that leads a browser here under its own name', async () => {
    empty = await startEmpty()
    const headers = { Host: 'evil.example' }
    expect((await browser(empty.app).ask('/welcome', { headers })).json.setUp).toBe('code')
    expect((await tryIt(headers)).status).toBe(422)
  })

  it('is whoever has the code of the terminal, where the server is open to others', async () => {
    empty = await startEmpty(undefined, { localSetUp: false })
    await allowSetUp(empty.db, hashOf('the code of one server'))
    await allowSetUp(empty.db, hashOf('and of another'))
    expect((await browser(empty.app).ask('/welcome')).json.setUp).toBe('code')
    expect((await tryIt()).status).toBe(422)
    expect((await tryIt({}, 'a guess')).json.faults[0].pointer).toBe('/body/code')
    expect((await browser(empty.app).post('/set-up/demo', { code: 'a guess' })).status).toBe(422)
    expect((await tryIt({}, 'the code of one server')).status).toBe(200)
  })
})

describe('loading the demonstration', () => {
  it('says how far it is, and then offers its accounts to whoever comes; a year is over', async () => {
    empty = await startEmpty()
    const first = browser(empty.app)
    expect((await first.ask('/welcome')).json.demo).toEqual([])
    expect((await first.post('/set-up/demo')).json.state).toBe('running')
    await expect
      .poll(async () => (await first.ask('/set-up/progress')).json.state, { timeout: 60_000 })
      .toBe('done')
    const { json } = await first.ask('/welcome')
    expect(json).toMatchObject({ empty: false, setUp: null })
    const security = json.demo.find(({ login }: { login: string }) =>
      login.endsWith('security-administrator'),
    )
    // All know the passwords of the demonstration: a second factor would only be in the way.
    const got = await first.post('/session', { login: security.login, password: 'kaohe-demo' })
    expect(got.json).toMatchObject({
      next: 'done',
      me: { post: { role: 'security-administrator' } },
    })
    // A year that is over stands beside the one that runs: all of it can be looked at.
    const unit = browser(empty.app)
    await unit.post('/session', { login: 'neimenggu-unit-head', password: 'kaohe-demo' })
    const { results } = (await unit.ask('/released')).json
    expect(results).toMatchObject([
      {
        title: '2019年度盟市团委考核',
        ratified: '自治区团委书记会2020-01-07审定（纪要〔演示〕2号）',
        grade: '一般',
        total: '85.39',
      },
    ])
  }, 120_000)
})
