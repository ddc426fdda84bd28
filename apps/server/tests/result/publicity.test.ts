import { accountRoles, type Role } from '@kaohe/domain'
import { dayNumber } from '@kaohe/engine'
import { acting } from '@kaohe/storage'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Bound } from '../../src/http/bound.ts'
import { jobKinds } from '../../src/jobs/index.ts'
import { workOnce } from '../../src/jobs/work.ts'
import { outsideWith } from '../../src/outside/index.ts'
import { todayOf } from '../../src/rooms/reporting/clock.ts'
import { mailServer, wordsOf } from '../messages/receivers.ts'
import { type Got, type Place, places, startWorld, type World } from '../world.ts'
import { addTownship, post, ratified, reported, seedYear } from './year.ts'

let world: World
let cycle: string
let snapshot: string
beforeAll(async () => {
  world = await startWorld()
  cycle = await seedYear(world)
  const neighbour = await addTownship(world, cycle, '邻镇团委')
  await reported(world, cycle, world.units.child.id, { 'fee-rate': '90%', hours: '71' })
  await reported(world, cycle, neighbour, { 'fee-rate': '96%', hours: '87' })
  snapshot = await ratified(world, cycle, '年终')
}, 120_000)
afterAll(() => world.stop())

const organiser = () => world.as('organiser', 'own')
const ratifier = () => world.as('ratifier', 'own')
const clerk = () => world.as('unit-clerk', 'child')
const title = ({ status, json }: Got) => [status, json.title]

const wish = {
  title: '2023年度考核结果公示',
  note: '有意见请向团县委组织部反映',
  parts: ['grades'],
  audience: ['units', 'public'],
  days: 3,
  working: false,
  startsOn: '2024-01-22',
}
const consent = { body: '书记会', number: '4号', on: '2024-01-21' }

async function asked(more: object = {}) {
  const { json } = await (await organiser())(
    `/snapshots/${snapshot}/publicities`,
    post({ ...wish, ...more }),
  )
  return json
}

async function confirmed(more: object = {}): Promise<string> {
  const { id, version } = await asked(more)
  const path = `/publicities/${id}/confirmation`
  const got = await (await ratifier())(path, post({ ...consent, version }))
  expect(got.status).toBe(200)
  return id
}

/** As if it were another day for what was made public. */
async function onDay(id: string, day: string): Promise<void> {
  const client = new Client({ connectionString: world.url })
  await client.connect()
  const behind = dayNumber(todayOf(world.services.now())) - dayNumber(day)
  await client.query('UPDATE publicity SET behind_days = $1 WHERE id = $2', [behind, id])
  await client.end()
}

const anyone = (id: string) => world.ask(`/public/${id}`)

describe('a publicity', () => {
  it('shows the chosen parts and nothing else, to those it is for, once it was consented to', async () => {
    const { id, version, state, endsOn } = await asked()
    expect([state, endsOn]).toEqual(['asked', '2024-01-24'])
    expect((await anyone(id)).status).toBe(404)
    expect((await (await clerk())('/publicities')).json).toEqual({ publicities: [] })
    const path = `/publicities/${id}/confirmation`
    const got = await (await ratifier())(path, post({ ...consent, version }))
    expect(got.json).toMatchObject({ state: 'standing', consent })
    const { json, text } = await anyone(id)
    expect(json).toEqual({
      id,
      committee: 'own org',
      title: wish.title,
      note: wish.note,
      startsOn: '2024-01-22',
      endsOn: '2024-01-24',
      grades: [
        { name: '好', units: ['邻镇团委'] },
        { name: '较好', units: ['child org'] },
      ],
      ranking: null,
      totals: null,
      commended: null,
    })
    expect(text).not.toMatch(/92\.2|42\.6|rank":1|snapshot|asked|consent/)
    expect((await (await clerk())('/publicities')).json.publicities).toEqual([json])
  })

  it('needs the consent of another than who asked', async () => {
    const { id, version } = await asked()
    const own = await (await organiser())(
      `/publicities/${id}/confirmation`,
      post({ ...consent, version }),
    )
    expect(own.status).toBe(404)
    const { id: org, path } = world.units.own
    const asker = { org, path, role: 'ratifier', person: world.people.get('own-organiser')! }
    const byHimself = acting(world.db, asker, (db) =>
      db
        .updateTable('publicity')
        .set({
          consent_body: '书记会',
          consent_on: '2024-01-21',
          confirmed_by: asker.person,
          confirmed_at: '2024-01-21T00:00:00Z',
        })
        .where('id', '=', id)
        .execute(),
    )
    expect((await byHimself)[0]!.numUpdatedRows).toBe(0n)
  })

  it.each([
    ['2024-01-21', false],
    ['2024-01-22', true],
    ['2024-01-24', true],
    ['2024-01-25', false],
  ])('on %s stands: %s', async (day, stands) => {
    const id = await confirmed()
    await onDay(id, day)
    const got = await anyone(id)
    expect(got.status).toBe(stands ? 200 : 404)
    const seen = await acting(world.db, { role: 'public' }, (db) =>
      db.selectFrom('publicity').select('id').where('id', '=', id).execute(),
    )
    expect(seen).toHaveLength(stands ? 1 : 0)
    const nowhere = await anyone('00000000-0000-4000-8000-000000000000')
    const same = { ...got.json, request: '' }
    expect(
      stands || JSON.stringify(same) === JSON.stringify({ ...nowhere.json, request: '' }),
    ).toBe(true)
  })

  it('that is withdrawn looks like one that never was, with the reason on record', async () => {
    const id = await confirmed()
    const because = '名单有误'
    const path = `/publicities/${id}/withdrawal`
    const got = await (await organiser())(path, post({ because, version: 2 }))
    expect(got.json).toMatchObject({ state: 'withdrawn', withdrawnBecause: because })
    expect((await anyone(id)).status).toBe(404)
    const again = await (await organiser())(path, post({ because, version: 3 }))
    expect(title(again)).toEqual([409, '公示已经撤下'])
  })

  it('counts days the Chinese way, and only from the event on that it hangs on', async () => {
    const { event: none, ...rest } = await asked({ startsOn: '2024-02-08', days: 3 })
    // The 10th is a holiday until the 17th; the 18th is worked.
    expect([none, rest.endsOn]).toEqual([null, '2024-02-18'])
    const hung = { startsOn: null, event: '全委会期间', days: 5, working: true }
    const bare = await (await organiser())(
      `/snapshots/${snapshot}/publicities`,
      post({ ...wish, startsOn: null }),
    )
    expect(bare.json.faults[0].pointer).toBe('/body/startsOn')
    const id = await confirmed(hung)
    expect((await anyone(id)).status).toBe(404)
    const start = `/publicities/${id}/start`
    const got = await (await organiser())(start, post({ on: '2024-01-22', version: 2 }))
    expect(got.json).toMatchObject({ state: 'standing', endsOn: '2024-01-26' })
    expect((await anyone(id)).status).toBe(200)
    const twice = await (await organiser())(start, post({ on: '2024-01-23', version: 3 }))
    expect(title(twice)).toEqual([409, '公示的起止日期已经定了'])
  })

  it('reaches leaders in charge by a link, and nobody else through it', async () => {
    const id = await confirmed({ audience: ['leaders'], parts: ['ranking', 'totals'] })
    expect((await anyone(id)).status).toBe(404)
    const path = `/publicities/${id}/link`
    const { json } = await (await organiser())(path, post({ version: 2 }))
    const token = json.address.split('#')[1]
    const held = (link: string) => world.ask('/held/publicity', { headers: { 'Kaohe-Link': link } })
    const shown = await held(token)
    expect(shown.json).toMatchObject({
      grades: null,
      ranking: [
        { rank: 1, name: '邻镇团委' },
        { rank: 2, name: 'child org' },
      ],
      totals: [
        { name: '邻镇团委', total: '92.2' },
        { name: 'child org', total: '42.6' },
      ],
    })
    await (await organiser())(path, post({ version: 3 }))
    expect((await held(token)).status).toBe(404)
    const received = await (await clerk())('/publicities')
    expect(received.text).not.toContain('92.2')
  })

  it('goes to leaders by mail where they have an address; nobody finds link or address in the database', async () => {
    const id = await confirmed({ audience: ['leaders'], parts: ['ranking'] })
    const path = `/publicities/${id}/link`
    const mails = ['leader@example.cn', 'leader@example.cn', ' ']
    const without = await (await organiser())(path, post({ version: 2, mails }))
    expect(without.text).toContain('没有配置发信服务器')
    const mail = await mailServer()
    const { outside } = world.services
    const settings = { host: '127.0.0.1', port: mail.port, user: undefined, password: undefined }
    const from = { tls: 'none' as const, from: '考核系统 <kaohe@example.cn>' }
    Object.assign(world.services, {
      outside: outsideWith({ mail: { ...settings, ...from }, botOrigins: [] }),
    })
    const wrong = await (await organiser())(path, post({ version: 2, mails: ['nobody'] }))
    expect(wrong.status).toBe(422)
    const { json } = await (await organiser())(path, post({ version: 2, mails }))
    expect(json.mailed).toBe(1)
    const token = json.address.split('#')[1]
    const { id: org, path: home } = world.units.own
    const person = world.people.get('own-organiser')!
    const jobs = await acting(world.db, { org, path: home, role: 'organiser', person }, (db) =>
      db.selectFrom('job').selectAll().where('kind', '=', 'publicity.mail').execute(),
    )
    expect(jobs.map(({ title: what }) => what)).toEqual(['把公示链接发给 l***@example.cn'])
    const stored = JSON.stringify(jobs)
    expect([stored.includes(token), stored.includes('leader@')]).toEqual([false, false])
    while (await workOnce(world.services, jobKinds));
    expect(mail.mails.map(({ to }) => to)).toEqual([['leader@example.cn']])
    const { head, body } = wordsOf(mail.mails[0]!)
    expect(body).toContain(json.address)
    expect(body).toContain('2023年度考核结果公示：请打开')
    expect(`${head}${body}`).not.toMatch(/邻镇|92\.2/)
    Object.assign(world.services, { outside })
    await mail.stop()
  })

  it('is refused where a chosen part has gaps', async () => {
    const body = { ...wish, parts: ['grades', 'commended'] }
    const got = await (await organiser())(`/snapshots/${snapshot}/publicities`, post(body))
    expect(title(got)).toEqual([409, '还没有决定表彰谁，不能公示'])
  })

  it('is asked for of ratified results only', async () => {
    const ask = await organiser()
    const frozen = await ask(`/cycles/${cycle}/snapshots`, post({ name: '未审定' }))
    const got = await ask(`/snapshots/${frozen.json.id}/publicities`, post(wish))
    expect(title(got)).toEqual([409, '结果还没有审定，不能公示'])
  })
})

describe('what anyone may ask', () => {
  it('is bounded by address and minute', () => {
    const bound = new Bound(2)
    const at = (seconds: number) => new Date(seconds * 1000)
    bound.take('a', at(0))
    bound.take('a', at(1))
    bound.take('b', at(1))
    expect(() => bound.take('a', at(30))).toThrow('尝试太多')
    bound.take('a', at(60))
  })
})

// Written independently of the policies: who sees what was asked for.
describe('who reads of publicities that do not stand', () => {
  const cases = places.flatMap((place) => accountRoles.map((role): [Role, Place] => [role, place]))
  it.each(cases)('%s at %s', async (role, place) => {
    const ask = await world.as(role, place)
    const inOffice = place === 'own' && ['organiser', 'ratifier'].includes(role)
    const got = await ask(`/cycles/${cycle}/publicities`)
    expect([got.status, got.text.includes('名单有误')]).toEqual([inOffice ? 200 : 404, inOffice])
    const received = await ask('/publicities')
    const isUnit = ['unit-clerk', 'unit-head'].includes(role)
    expect(received.status).toBe(isUnit ? 200 : 404)
    const isBelow = isUnit && place === 'child'
    expect(received.text.includes('邻镇团委')).toBe(isBelow)
  })
})
