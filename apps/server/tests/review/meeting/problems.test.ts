import { createHash, randomUUID } from 'node:crypto'
import { accountRoles, MOST_OPEN_PROBLEMS, type Role } from '@kaohe/domain'
import { acting } from '@kaohe/storage'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Place, places, startWorld, type World } from '../../world.ts'
import { following } from './following.ts'
import { asJudge, ballot, type Hall, openHall, post } from './hall.ts'

const OPENS_NOT = '打不开总结'
const WRONG = '分数填错已提交'

let world: World
let hall: Hall
let elsewhere: Hall
let cookie: string
beforeAll(async () => {
  world = await startWorld()
  hall = await openHall(world, { judges: ['甲', '乙', '丙'].map((name) => ({ name })) })
  elsewhere = await openHall(world, { judges: [{ name: '别处' }] })
  const body = JSON.stringify({ login: 'own-organiser', password: 'correct horse' })
  const got = await world.app.request('/api/session', { method: 'POST', body })
  cookie = got.headers.get('Set-Cookie')!.split(';', 1)[0]!
}, 120_000)
afterAll(() => world.stop())

const judge = (at: number) => asJudge(world, hall.slips[at]!)
const told = (text: string, client: string = randomUUID()) => post({ client, text })
const tell = (at: number, text: string, client?: string) =>
  judge(at)('/ballot/problems', told(text, client))
const own = async (at: number) => (await judge(at)('/ballot/problems')).json.problems
const desk = () => `/meetings/${hall.meeting}/problems`
const office = async () => (await hall.ask(desk())).json.problems
const deal = (id: string, answer?: string) => hall.ask(`${desk()}/${id}/dealt`, post({ answer }))

async function logged(): Promise<{ act: string; object: string; change: unknown }[]> {
  const owner = new Client({ connectionString: world.url })
  await owner.connect()
  const { rows } = await owner.query<{ act: string; object: string; change: unknown }>(
    `SELECT act, object, change FROM log_entry WHERE object LIKE '%/problem/%' ORDER BY at, act DESC`,
  )
  await owner.end()
  return rows
}

describe('a problem that a judge tells', () => {
  const client = randomUUID()

  it('is kept once, however often the same attempt comes', async () => {
    const first = await tell(0, ` ${OPENS_NOT} `, client)
    expect(first).toMatchObject({ status: 200, json: { problem: { text: OPENS_NOT } } })
    const again = await Promise.all([tell(0, OPENS_NOT, client), tell(0, '另一句', client)])
    expect(again.map(({ json }) => json)).toEqual([first.json, first.json])
    expect(await own(0)).toEqual([first.json.problem])
    expect(first.json.problem).toEqual({
      id: expect.any(String),
      text: OPENS_NOT,
      at: expect.any(String),
      dealtAt: null,
      answer: null,
    })
  })

  it('is one text that is there, of two hundred letters at most', async () => {
    for (const text of ['', '  ', '长'.repeat(201)]) {
      const { status, json } = await tell(0, text)
      expect([status, json.faults[0].pointer]).toEqual([422, '/body/text'])
    }
    expect(await own(0)).toHaveLength(1)
  })

  it('is seen by the office with number, name and time, and by no other judge', async () => {
    await tell(1, WRONG)
    const all = await office()
    expect(all).toMatchObject([
      { number: 1, name: '甲', text: OPENS_NOT, dealtAt: null },
      { number: 2, name: '乙', text: WRONG, dealtAt: null },
    ])
    expect(await own(1)).toMatchObject([{ text: WRONG }])
    expect(await own(2)).toEqual([])
    const stranger = asJudge(world, elsewhere.slips[0]!)
    expect((await stranger('/ballot/problems')).json).toEqual({ problems: [] })
  })

  it('is dealt with once, with an answer or without one, which its judge sees', async () => {
    const [first, second] = await office()
    const { json } = await deal(first.id, '已经换了文件，请再点开')
    expect(json.problems[0]).toMatchObject({ answer: '已经换了文件，请再点开' })
    expect(await own(0)).toMatchObject([
      { dealtAt: expect.any(String), answer: '已经换了文件，请再点开' },
    ])
    expect((await own(1))[0].dealtAt).toBeNull()
    expect((await deal(first.id, '另一句')).json).toMatchObject({
      status: 409,
      title: '这个问题已经有人处理过了',
    })
    expect((await deal(second.id)).status).toBe(200)
    expect(await own(1)).toMatchObject([{ dealtAt: expect.any(String), answer: null }])
    expect((await deal(second.id, '长'.repeat(201))).status).toBe(422)
  })

  it('is not found at another meeting, nor one that is not there', async () => {
    const [{ id }] = await office()
    const there = `/meetings/${elsewhere.meeting}/problems`
    expect((await hall.ask(there)).json).toEqual({ problems: [] })
    expect((await hall.ask(`${there}/${id}/dealt`, post({}))).status).toBe(404)
    expect((await deal(randomUUID())).status).toBe(404)
  })

  it('stands in the log, each write with one entry, which does not say what was written', async () => {
    const rows = await logged()
    const acts = rows.map(({ act }) => act)
    expect(acts.filter((act) => act === 'problem.tell')).toHaveLength(4)
    expect(acts.filter((act) => act === 'meeting.chair')).toHaveLength(2)
    expect(rows.filter(({ change }) => change !== null)).toHaveLength(4)
    for (const { object, change } of rows) {
      expect(object).toMatch(/^meeting\/[^/]+\/judge\/[^/]+\/problem\/[^/]+$/)
      expect(JSON.stringify(change)).not.toMatch(/总结|填错|文件/)
    }
  })
})

describe('the twenty-first that is open', () => {
  it('is refused, sent at once or one by one; the others stand, and one that is dealt with makes room', async () => {
    const client = randomUUID()
    const kept = await tell(2, '问题', client)
    const sent = await Promise.all(
      Array.from({ length: MOST_OPEN_PROBLEMS + 3 }, (_, i) => tell(2, `问题${i}`)),
    )
    const statuses = sent.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(MOST_OPEN_PROBLEMS - 1)
    const refused = sent.find(({ status }) => status === 409)!.json
    expect(refused.title).toBe('报告的问题太多了')
    expect(refused.detail).toContain('20 个还没有处理')
    expect((await tell(2, '问题', client)).json).toEqual(kept.json)
    expect(await own(2)).toHaveLength(MOST_OPEN_PROBLEMS)
    expect((await tell(0, '别的评委照样可以')).status).toBe(200)
    await deal(kept.json.problem.id)
    expect((await tell(2, '又一个')).status).toBe(200)
    expect((await tell(2, '再一个')).status).toBe(409)
  })
})

// Written independently of the policies.
describe('who else comes by an account', () => {
  const cases = places.flatMap((place) => accountRoles.map((role): [Role, Place] => [role, place]))
  const others = cases.filter(([role, place]) => role !== 'organiser' || place !== 'own')
  it.each(others)(
    '%s at %s neither sees nor answers one, nor tells one',
    async (role, place) => {
      const ask = await world.as(role, place)
      const [{ id }] = await office()
      for (const [path, sent] of [
        [desk(), {}],
        [`${desk()}/${id}/dealt`, post({})],
        [`/meetings/${hall.meeting}/live?as=chair`, {}],
      ] as const) {
        const { status, text } = await ask(path, sent)
        expect([path, status, text.includes(OPENS_NOT)]).toEqual([path, 404, false])
      }
      expect((await ask('/ballot/problems', told('我不是评委'))).status).toBe(401)
    },
    60_000,
  )

  it('a link opens nothing of the office', async () => {
    expect((await judge(0)(desk())).status).toBe(401)
    const [{ id }] = await office()
    expect((await judge(0)(`${desk()}/${id}/dealt`, post({}))).status).toBe(401)
  })
})

describe('by SQL, as the application', () => {
  const count = async (asker: Parameters<typeof acting>[1]) =>
    acting(world.db, asker, async (db) => {
      const rows = await db.selectFrom('judge_problem').select('judge').execute()
      return new Set(rows.map((row) => row.judge))
    })

  it('rows are shown to their judge and to the office, and to nobody else', async () => {
    const { id: org, path } = world.units.own
    expect((await count({ org, path, role: 'organiser' })).size).toBe(3)
    for (const role of [
      ...accountRoles.filter((one) => one !== 'organiser'),
      'ballot-box',
      'judge',
    ])
      expect([role, await count({ org, path, role })]).toEqual([role, new Set()])
    for (const place of places.filter((one) => one !== 'own')) {
      const there = { org: world.units[place].id, path: world.units[place].path }
      expect([place, await count({ ...there, role: 'organiser' })]).toEqual([place, new Set()])
    }
    const token = createHash('sha256').update(hall.slips[0]!.token).digest('hex')
    expect(await count({ token, role: 'judge' })).toEqual(new Set([hall.slips[0]!.judge]))
    expect(await count({ token, role: 'organiser' })).toEqual(new Set())
  })

  it('a judge writes none for another one, nor one that is dealt with, and alters none', async () => {
    const token = createHash('sha256').update(hall.slips[0]!.token).digest('hex')
    const asFirst = { token, role: 'judge' }
    const { id: org } = world.units.own
    const fresh = { org, meeting: hall.meeting, client: randomUUID(), text: 'x', at: '2023-12-28' }
    const write = (row: object) =>
      acting(world.db, asFirst, (db) =>
        db
          .insertInto('judge_problem')
          .values({ ...fresh, judge: hall.slips[0]!.judge, ...row })
          .execute(),
      )
    await expect(write({ judge: hall.slips[1]!.judge })).rejects.toThrow(/row-level security/)
    await expect(write({ dealt_at: '2023-12-28' })).rejects.toThrow(/row-level security|check/)
    await expect(write({ meeting: elsewhere.meeting })).rejects.toThrow(/foreign key/)
    const altered = await acting(world.db, asFirst, (db) =>
      db.updateTable('judge_problem').set({ answer: 'x' }).executeTakeFirst(),
    )
    expect(altered.numUpdatedRows).toBe(0n)
  })
})

describe('screens', () => {
  it('that of the chair hears at once that something changed; the wall and phones hear nothing', async () => {
    const live = `/meetings/${hall.meeting}/live`
    const wall = await following(world, live, { Cookie: cookie })
    const chair = await following(world, `${live}?as=chair`, { Cookie: cookie })
    const phone = await following(world, '/ballot/live', { 'Kaohe-Link': hall.slips[1]!.token })
    const [first] = await hall.speakers()
    await hall.step('open', first!.id)
    await chair.until((event) => event.includes('"scoring"'))
    const known = JSON.parse(await chair.until((event) => event.startsWith('{"problems"')))
    await tell(0, '声音听不清')
    await chair.until((event) => event === JSON.stringify({ problems: known.problems + 1 }))
    const [open] = (await office()).filter(({ text }: { text: string }) => text === '声音听不清')
    await deal(open.id)
    await chair.until((event) => event === JSON.stringify({ problems: known.problems + 2 }))
    const late = await following(world, `${live}?as=chair`, { Cookie: cookie })
    await late.until((event) => event === JSON.stringify({ problems: known.problems + 2 }))
    await judge(1)(`/ballot/${first!.id}`, ballot('77.37'))
    await wall.until((event) => event.includes('"given":1'))
    await chair.until((event) => event.includes('"given":1'))
    await hall.step('seal', first!.id)
    await wall.until((event) => event.includes('"sealed"'))
    await phone.until((event) => event.includes('"sealed"'))
    for (const event of [...wall.events, ...phone.events])
      expect(event).not.toMatch(/problem|声音|甲/)
    for (const event of chair.events) expect(event).not.toMatch(/声音|甲/)
    expect((await hall.ask(`/meetings/${hall.meeting}/screen`)).text).not.toMatch(/problem|声音/)
    expect(JSON.stringify([await office(), await own(1)])).not.toContain('77.37')
    await Promise.all([wall.close(), chair.close(), late.close(), phone.close()])
  }, 30_000)
})

describe('a judge who is taken off', () => {
  it('takes what he told with him; who told something and has no ballot can be taken off', async () => {
    const judges = [{ name: '甲' }, { name: '乙' }]
    const other = await openHall(world, { judges })
    const leaving = asJudge(world, other.slips[0]!)
    await leaving('/ballot/problems', told(OPENS_NOT))
    const path = `/meetings/${other.meeting}/judges/${other.slips[0]!.judge}`
    expect((await other.ask(path, { method: 'DELETE' })).status).toBe(200)
    expect((await other.ask(`/meetings/${other.meeting}/problems`)).json).toEqual({ problems: [] })
  })
})
