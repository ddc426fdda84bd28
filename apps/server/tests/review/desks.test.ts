import { accountRoles, type Role } from '@kaohe/domain'
import { acting } from '@kaohe/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedCycle } from '../reporting/cycle.ts'
import { type Place, places, type Sent, startWorld, type World } from '../world.ts'

let world: World
let cycle: string
let desk: string
beforeAll(async () => {
  world = await startWorld()
  cycle = await seedCycle(world)
  desk = `/cycles/${cycle}/desks/organisation`
}, 120_000)
afterAll(() => world.stop())

const put = (body: object): Sent => ({ method: 'PUT', body })
const post = (body: object): Sent => ({ method: 'POST', body })
const head = () => world.as('department-head', 'own')
const reviewer = () => world.as('department-reviewer', 'own')
const secretary = () => world.as('vice-secretary', 'own')
const child = () => world.units.child.id
const mark = (text: string, version: number, more: object = {}) =>
  put({ unit: child(), item: 'brand', text, version, ...more })

describe('a desk from the first mark to the signature', () => {
  it('says what there is to mark, and how far it is', async () => {
    const ask = await reviewer()
    const { json } = await ask(desk)
    expect(json.fields).toEqual([
      expect.objectContaining({
        id: 'brand',
        name: '品牌工作',
        most: '20',
        step: '0.5',
        words: [],
      }),
    ])
    expect(json.units).toEqual([
      expect.objectContaining({ id: child(), lacking: 1, points: null, full: '20', own: false }),
    ])
    expect(json.desk).toMatchObject({ state: 'draft', asked: 1, given: 0, mine: true, version: 0 })
  })

  it.each([
    ['21', /20/],
    ['-1', /./],
    ['18.3', /0\.5 分为一档/],
    ['很好', /./],
  ])('refuses the mark %s and says why', async (text, why) => {
    const ask = await reviewer()
    const { status, json } = await ask(`${desk}/marks`, mark(text, 0))
    expect(status).toBe(422)
    expect(json.faults).toEqual([{ pointer: '/body/text', message: expect.stringMatching(why) }])
  })

  it('takes a mark, and not a second one over a version that has gone', async () => {
    const ask = await reviewer()
    const first = await ask(`${desk}/marks`, mark('１８.5', 0, { reason: '材料齐' }))
    expect(first.json).toMatchObject({
      mark: { text: '18.5', reason: '材料齐', version: 1 },
      given: 1,
    })
    expect((await ask(`${desk}/marks`, mark('17', 0))).status).toBe(409)
    expect((await ask(`${desk}/marks`, mark('17', 1))).json.mark.version).toBe(2)
  })

  it('takes a mark back, which then is to be given again', async () => {
    const ask = await reviewer()
    const { json } = await ask(`${desk}/marks`, mark('', 2))
    expect(json).toMatchObject({ mark: { text: '', version: 3 }, given: 0 })
    const handed = await (await head())(`${desk}/hand`, post({ version: 1 }))
    expect(handed.json).toMatchObject({ status: 409, title: '还有 1 个分没有打' })
    expect((await ask(`${desk}/marks`, mark('17', 3))).status).toBe(200)
  })

  it('keeps a remark, and says at once when comment and points do not go together', async () => {
    const ask = await reviewer()
    expect((await ask(`${desk}/marks`, mark('8', 4))).status).toBe(200)
    const opinion = { unit: child(), grade: null, comment: '工作成绩突出，走在全县前列。' }
    const { json } = await ask(`${desk}/opinions`, put({ ...opinion, version: 0 }))
    expect(json.opinion).toMatchObject({ comment: opinion.comment, returned: null, version: 1 })
    const { cautions } = (await ask(desk)).json
    expect(cautions.map(({ text }: { text: string }) => text)).toEqual([
      'child org：评语说“突出”，分数却不到满分的六成，请核对',
    ])
  })

  it('shows the vice secretary nothing before it is handed to him', async () => {
    expect((await (await secretary())(desk)).status).toBe(404)
    const list = await (await secretary())(`/cycles/${cycle}/desks`)
    expect(list.json.desks).toEqual([
      expect.objectContaining({ given: 1, open: false, mine: false }),
    ])
    expect(list.text).not.toContain('前列')
  })

  it('is handed in by the head, and then nobody changes it', async () => {
    expect((await (await reviewer())(`${desk}/hand`, post({ version: 1 }))).status).toBe(404)
    const { json } = await (await head())(`${desk}/hand`, post({ version: 1 }))
    expect(json.desk).toMatchObject({ state: 'handed', version: 2, open: true })
    const late = await (await reviewer())(`${desk}/marks`, mark('20', 5))
    expect(late.json).toMatchObject({ status: 409, title: '这份评价已经提交分管书记' })
  })

  it('is given back with the reason at the unit, mended, handed in again and approved', async () => {
    const ask = await secretary()
    expect((await ask(desk)).json.marks).toEqual([expect.objectContaining({ text: '8' })])
    const bare = await ask(`${desk}/decide`, post({ approve: false, because: null, version: 2 }))
    expect(bare.status).toBe(422)
    const units = [{ unit: child(), because: '评语与分数不符' }]
    const back = { approve: false, because: null, units, version: 2 }
    expect((await ask(`${desk}/decide`, post(back))).json.desk.state).toBe('returned')
    expect((await ask(desk)).status).toBe(404)
    const seen = (await (await reviewer())(desk)).json
    expect(seen.opinions).toEqual([
      expect.objectContaining({ returned: '评语与分数不符', version: 1 }),
    ])
    expect((await (await reviewer())(`${desk}/marks`, mark('18', 5))).status).toBe(200)
    await (await head())(`${desk}/hand`, post({ version: 3 }))
    const yes = { approve: true, because: null, version: 4 }
    expect((await ask(`${desk}/decide`, post(yes))).json.desk.state).toBe('approved')
    expect((await ask(`${desk}/decide`, post({ ...yes, version: 5 }))).status).toBe(409)
  })
})

describe('an agreed desk is opened again by two persons', () => {
  const organiser = () => world.as('organiser', 'own')
  const path = () => `${desk}/reopening`
  const because = '乡镇补交了材料'

  it('is asked with a reason, by those who work at it or sign for it', async () => {
    const bare = await (await head())(path(), put({ because: ' ', version: 5 }))
    expect(bare.status).toBe(422)
    expect((await (await reviewer())(path(), put({ because, version: 5 }))).status).toBe(404)
    const { json } = await (await head())(path(), put({ because, version: 5 }))
    expect(json.desk).toMatchObject({
      state: 'approved',
      reopening: { by: 'department-head@own', because, mine: true },
    })
    const twice = await (await secretary())(path(), put({ because: '还有', version: 6 }))
    expect(twice.json).toMatchObject({
      status: 409,
      title: '已经有人申请重新打开，等另一位同志确认',
    })
  })

  it('is agreed to by another, who is the organiser or the secretary', async () => {
    expect((await (await head())(path(), post({ version: 6 }))).status).toBe(404)
    const list = await (await organiser())(`/cycles/${cycle}/desks`)
    expect(list.json.desks[0].reopening).toMatchObject({ because, mine: false })
    expect((await (await organiser())(path(), post({ version: 5 }))).status).toBe(409)
    const { json } = await (await organiser())(path(), post({ version: 6 }))
    expect(json.desk).toMatchObject({ state: 'returned', because, reopening: null, version: 7 })
    expect((await (await secretary())(desk)).status).toBe(404)
  })

  it('is not agreed to by the one who asked, and the one who asked may withdraw', async () => {
    await (await head())(`${desk}/hand`, post({ version: 7 }))
    const yes = post({ approve: true, because: null, version: 8 })
    expect((await (await secretary())(`${desk}/decide`, yes)).status).toBe(200)
    const ask = await secretary()
    expect((await ask(path(), put({ because, version: 9 }))).status).toBe(200)
    expect((await ask(path(), post({ version: 10 }))).json).toMatchObject({
      status: 409,
      title: '申请的人不能自己确认，请另一位同志确认',
    })
    const back = await ask(path(), put({ because: null, version: 10 }))
    expect(back.json.desk).toMatchObject({ state: 'approved', reopening: null })
  })
})

describe('one indicator across all units', () => {
  it('shows what was reported and seen beside the rule', async () => {
    const clerk = await world.as('unit-clerk', 'child')
    const report = `/cycles/${cycle}/reports/${child()}`
    const work = put({ state: 'value', text: '办了三场活动', version: 0 })
    expect((await clerk(`${report}/entries/work:brand`, work)).status).toBe(200)
    const ask = await reviewer()
    await ask(
      `/cycles/${cycle}/observations`,
      post({ unit: child(), item: 'brand', observedOn: '2023-05-06', text: '现场看到百余人' }),
    )
    const { json } = await ask(`${desk}/items/brand`)
    expect(json.rule).toEqual(expect.any(String))
    expect(json.units).toEqual([
      {
        unit: child(),
        work: '办了三场活动',
        data: [],
        files: [],
        observations: [{ on: '2023-05-06', text: '现场看到百余人', by: 'department-reviewer@own' }],
        submitted: 'draft',
        lateDays: null,
      },
    ])
    expect((await ask(`${desk}/items/fee`)).status).toBe(404)
  })
})

describe('nobody evaluates a unit that is his own', () => {
  it('refuses one who has a post there', async () => {
    const person = world.people.get('own-department-reviewer')!
    const { id: org, path } = world.units.child
    await acting(world.db, { org, path, role: 'security-administrator' }, (db) =>
      db
        .insertInto('post')
        .values({ org, person, role: 'unit-clerk', department: null, from_on: '2020-01-01' })
        .execute(),
    )
    const ask = await reviewer()
    expect((await ask(desk)).json.units).toEqual([expect.objectContaining({ own: true })])
  })
})

// Written independently of the policies: before a release nobody else learns a mark, nor that there is one.
describe('who learns of marks', () => {
  const readers: Partial<Record<Role, number>> = {
    'department-head': 200,
    'department-reviewer': 200,
    'vice-secretary': 200,
  }
  const cases = places.flatMap((place) => accountRoles.map((role): [Role, Place] => [role, place]))
  it.each(cases)('%s at %s', async (role, place) => {
    const ask = await world.as(role, place)
    const expected = (place === 'own' ? readers[role] : undefined) ?? 404
    const got = await ask(desk)
    expect(got.status).toBe(expected)
    expect(expected === 200 || !/品牌|"text"|前列/.test(got.text)).toBe(true)
    const list = await ask(`/cycles/${cycle}/desks`)
    const collects = place === 'own' && (role === 'organiser' || role in readers)
    expect(list.status).toBe(collects ? 200 : 404)
    expect(list.text).not.toContain('前列')
  })

  it('not even by SQL', async () => {
    const seen = async (place: Place, role: string) => {
      const { id: org, path } = world.units[place]
      return acting(world.db, { org, path, role }, async (db) => [
        (await db.selectFrom('mark').selectAll().execute()).length,
        (await db.selectFrom('opinion').selectAll().execute()).length,
        (await db.selectFrom('desk').selectAll().execute()).length,
      ])
    }
    expect(await seen('own', 'department-head')).toEqual([1, 1, 1])
    expect(await seen('own', 'unit-clerk')).toEqual([0, 0, 0])
    expect(await seen('child', 'unit-head')).toEqual([0, 0, 0])
    expect(await seen('parent', 'organiser')).toEqual([0, 0, 0])
    expect(await seen('sibling', 'vice-secretary')).toEqual([0, 0, 0])
  })
})
