import { acting } from '@kaohe/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sent, startWorld, type World } from '../world.ts'
import { seedCycle } from './cycle.ts'

let world: World
let report: string
let cycle: string
const as = {} as Record<
  'clerk' | 'head' | 'organiser',
  (path: string, sent?: Sent) => ReturnType<World['ask']>
>
beforeAll(async () => {
  world = await startWorld()
  cycle = await seedCycle(world)
  report = `/cycles/${cycle}/reports/${world.units.child.id}`
  as.clerk = await world.as('unit-clerk', 'child')
  as.head = await world.as('unit-head', 'child')
  as.organiser = await world.as('organiser', 'own')
}, 60_000)
afterAll(() => world.stop())

const enter = (fact: string, body: object, who: keyof typeof as = 'clerk') =>
  as[who](`${report}/entries/${fact}`, {
    method: 'PUT',
    body: { state: 'value', version: 0, ...body },
  })
const post = (path: string, body: object, who: keyof typeof as = 'clerk') =>
  as[who](`${report}${path}`, { method: 'POST', body })

interface Item {
  readonly id: string
  readonly yields: { readonly points: string }
}
const pointsOf = (items: readonly Item[], id: string) =>
  items.find((item) => item.id === id)?.yields.points

describe('a field', () => {
  it('takes a plain number under a shown % as percent, and says at once what it yields', async () => {
    const { json } = await enter('fee-rate', { text: '９６' })
    expect(json.entry).toMatchObject({ state: 'value', text: '96%', version: 1 })
    expect(json.items).toMatchObject([{ id: 'fee', yields: { points: '10', settled: true } }])
  })

  it('refuses what cannot be read at its place, and keeps what was there', async () => {
    const { status, json } = await enter('fee-rate', { text: '很多', version: 1 })
    expect([status, json.faults[0].pointer]).toEqual([422, '/body/text'])
    const { json: shown } = await as.clerk(report)
    const fee = shown.items.find(({ id }: Item) => id === 'fee')
    expect(fee.cells[0].entry.text).toBe('96%')
  })

  it('is never overwritten by one who saw an older version', async () => {
    await enter('fee-rate', { text: '97%', version: 1 })
    const late = await enter('fee-rate', { text: '90%', version: 1 })
    expect([late.status, late.json.type]).toEqual([409, 'urn:kaohe:problem:changed'])
  })

  it('keeps unknown, zero and not applicable apart', async () => {
    const time = async (body: object) => (await enter('hours', body)).json
    expect(pointsOf((await time({ text: '0' })).items, 'time')).toBe('0')
    const unknown = await time({ state: 'blank', reason: '还没有统计', version: 1 })
    expect(pointsOf(unknown.items, 'time')).toBe('0～5')
    const without = await enter('hours', { state: 'inapplicable', version: 2 })
    expect([without.status, without.json.faults[0].pointer]).toEqual([422, '/body/reason'])
    const na = await time({ state: 'inapplicable', reason: '没有志愿者队伍', version: 2 })
    expect(pointsOf(na.items, 'time')).toBe('不适用')
    expect(na.entry.reason).toBe('没有志愿者队伍')
  })

  it('holds each period by itself, and knows no others', async () => {
    const month = await enter('study-rate', { period: '2023-04', text: '95' })
    expect(month.json.entry.text).toBe('95%')
    expect((await enter('study-rate', { period: '2024-04', text: '95' })).status).toBe(404)
    expect((await enter('study-rate', { text: '95' })).status).toBe(404)
  })
})

describe('what others supply', () => {
  it('shows its source and time; the unit contests it once, and is answered', async () => {
    await enter('on-time', { text: '否' }, 'organiser')
    const contest = await post('/contests', { fact: 'on-time', reason: '6月已补报' })
    expect(contest.status).toBe(200)
    expect((await post('/contests', { fact: 'on-time', reason: '再说一次' })).status).toBe(409)
    expect((await post('/contests', { fact: 'fee-rate', reason: '自己的' })).status).toBe(404)
    const answer = `/contests/${contest.json.id}/answer`
    expect((await post(answer, { answer: '自己答' })).status).toBe(404)
    expect((await post(answer, { answer: '已更正' }, 'organiser')).json.answer).toBe('已更正')
    const { json } = await as.clerk(report)
    const [cell] = json.items.find(({ id }: Item) => id === 'table').cells
    expect(cell.entry.source).toBe('组织部提供，own org录入')
    expect(cell.contest).toMatchObject({ reason: '6月已补报', answer: '已更正' })
  })
})

describe('events', () => {
  const body = {
    event: 'volunteer',
    happenedOn: '2023-03-05',
    attributes: { level: '市级', people: '12' },
  }

  it('count when they are written down, and settle the points once they are complete', async () => {
    const first = await post('/events', body)
    expect(pointsOf(first.json.items, 'service')).toBe('至少 2')
    const complete = { method: 'PUT', body: { complete: true } }
    const declared = await as.clerk(`${report}/complete/volunteer`, complete)
    expect(pointsOf(declared.json.items, 'service')).toBe('2')
    const { happening } = (await post('/events', body)).json
    const voided = await post(`/events/${happening.id}/void`, { reason: '重复', version: 1 })
    expect(pointsOf(voided.json.items, 'service')).toBe('2')
    expect(voided.json.happening.voidedBecause).toBe('重复')
    const late = await post(`/events/${happening.id}/void`, { reason: '又', version: 1 })
    expect(late.json).toMatchObject({ status: 409, title: '这一件已经作废' })
    expect(late.json.versions.standing).toMatchObject({ voidedBecause: '重复', version: 2 })
  })

  it('names every place that is wrong', async () => {
    const attributes = { level: '全国', people: '0' }
    const { status, json } = await post('/events', {
      ...body,
      happenedOn: '2022-12-31',
      attributes,
    })
    const pointers = json.faults.map((fault: { pointer: string }) => fault.pointer)
    expect([status, pointers]).toEqual([
      422,
      ['/body/happenedOn', '/body/attributes/level', '/body/attributes/people'],
    ])
  })

  it('of others are not the unit’s to write', async () => {
    expect((await post('/events', { ...body, event: 'visit', attributes: {} })).status).toBe(409)
  })
})

describe('handing in', () => {
  it('goes from confirmation to return and confirmation again; lateness is by the clock of the database', async () => {
    const confirm = (version: number) =>
      as.head(`${report}/confirmation`, { method: 'POST', body: { isTrue: true, version } })
    const first = await confirm(0)
    expect(first.json).toMatchObject({ state: 'confirmed', consequences: ['逾期不报：取消评优'] })
    expect(first.json.lateDays).toBeGreaterThan(365)
    expect((await enter('fee-rate', { text: '98', version: 2 })).status).toBe(409)

    await post('/returns', { item: 'brand', reason: '缺照片' }, 'organiser')
    const { json } = await as.clerk(report)
    expect(json.submission.state).toBe('returned')
    const brand = json.items.find(({ id }: Item) => id === 'brand')
    expect(brand.returned.reason).toBe('缺照片')
    expect((await enter('work:brand', { text: '补上了照片' })).status).toBe(200)

    const later = { dueOn: '2099-12-31', reason: '灾情' }
    await as.organiser(`${report}/exception`, { method: 'PUT', body: later })
    const again = await confirm(json.submission.version)
    expect(again.json).toMatchObject({ state: 'confirmed', lateDays: 0, exceptionBecause: '灾情' })
    const { json: after } = await as.clerk(report)
    expect(after.items.find(({ id }: Item) => id === 'brand').returned).toBeNull()
    await post('/returns', { item: 'fee', reason: '再看看' }, 'organiser')
  })

  it('is refused without the word that it is true', async () => {
    const sent = { method: 'POST', body: { isTrue: false, version: 9 } }
    const { status, json } = await as.head(`${report}/confirmation`, sent)
    expect([status, json.title]).toEqual([422, '提交前请确认内容属实'])
  })

  it('shows on the unit’s own page what is due and what is missing, with reminders', async () => {
    const body = { units: [world.units.child.id], text: '请在月底前填报' }
    await as.organiser(`/cycles/${cycle}/reminders`, { method: 'POST', body })
    const { json } = await as.clerk('/mine')
    expect(json.standing.reminders[0].text).toBe('请在月底前填报')
    expect(json.standing.dues).toHaveLength(13)
    expect(json.standing.dues.at(-1)).toMatchObject({ name: '报送情况表', on: '2024-01-26' })
    // Of fee-rate, hours, twelve months of study-rate, and the words on brand; blank is not filled in.
    expect([json.standing.asked, json.standing.filled]).toEqual([15, 4])
    const progress = await as.organiser(`/cycles/${cycle}/progress`)
    expect(progress.json.units).toMatchObject([{ asked: 15, filled: 4, openReturns: 1 }])
  })
})

describe('the second wall', () => {
  it('shows no row of the room to a neighbour, and takes none from it', async () => {
    const { id: org, path } = world.units.sibling
    const tables = [
      'entry',
      'happening',
      'contest',
      'declared_complete',
      'item_return',
      'deadline_exception',
      'reminder',
      'submission',
    ] as const
    await acting(world.db, { org, path, role: 'organiser' }, async (db) => {
      for (const table of tables)
        expect([table, await db.selectFrom(table).selectAll().execute()]).toEqual([table, []])
    })
  })

  it('lets no unit give itself a later deadline', async () => {
    const { id: org, path } = world.units.child
    const grant = acting(world.db, { org, path, role: 'organiser' }, (db) =>
      db.updateTable('deadline_exception').set({ due_on: '2100-01-01' }).executeTakeFirstOrThrow(),
    )
    expect((await grant).numUpdatedRows).toBe(0n)
  })
})
