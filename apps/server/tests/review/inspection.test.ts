import { randomUUID } from 'node:crypto'
import { accountRoles, type Role } from '@kaohe/domain'
import { acting } from '@kaohe/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedCycle } from '../reporting/cycle.ts'
import { type Place, places, type Sent, startWorld, type World } from '../world.ts'

// Half by inspection, half by data that the inspection supplies.
const SCHEME = `
方案: inspected-2023
名称: 示范县乡镇团委考核
版本: "1"
发文: {机关: 共青团示范县委, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
参与方:
  - {编号: office, 名称: 组织部, 身份: 部门}
考核对象:
  - {编号: township, 名称: 乡镇团委}
评价方式:
  - {编号: visit, 名称: 实地检查, 占比: 50%, 方式: 实地检查, 评价人: [office]}
  - {编号: data, 名称: 数据, 占比: 50%, 方式: 数据监控}
数据:
  - {编号: built, 名称: 建成青年之家, 类型: 是否, 来源: 实地检查, 提供: office}
指标:
  - {编号: place, 名称: 阵地面貌, 评价方式: visit, 分值: 100, 规则: {打分: {步长: 5}}}
  - {编号: house, 名称: 青年之家, 评价方式: data, 分值: 100, 规则: {达标: {条件: built, 得: 100}}}
总分: {}
`

let world: World
let cycle: string
let sheet: string
beforeAll(async () => {
  world = await startWorld()
  cycle = await seedCycle(world, SCHEME)
  sheet = `/cycles/${cycle}/inspection/${world.units.child.id}`
}, 120_000)
afterAll(() => world.stop())

const put = (body: object): Sent => ({ method: 'PUT', body })
const inspector = () => world.as('inspector', 'own')
const list = async () => (await (await inspector())(`/cycles/${cycle}/inspection`)).json
const finding = (subject: string, text: string, notedAt: string, id: string = randomUUID()) =>
  put({ id, subject, text, note: null, notedAt })
const rangeOf = async () => {
  const { json } = await (await world.as('organiser', 'own'))(`/cycles/${cycle}/result`)
  const [{ points, least, most }] = json.units
  return [points, least, most]
}

describe('an inspection', () => {
  it('has a list for each unit, of what is marked on the spot and what data it supplies', async () => {
    const { checks, units, mine } = await list()
    expect(mine).toBe(true)
    expect(checks).toEqual([
      expect.objectContaining({ subject: 'fact:built/', name: '建成青年之家', type: 'truth' }),
      expect.objectContaining({ subject: 'mark:place', name: '阵地面貌', unit: '分', most: '100' }),
    ])
    expect(units).toEqual([
      expect.objectContaining({
        unit: world.units.child.id,
        subjects: ['fact:built/', 'mark:place'],
        findings: [],
        handedAt: null,
        own: false,
      }),
    ])
    const head = await world.as('department-head', 'own')
    expect((await head(`/cycles/${cycle}/desks`)).json.desks).toEqual([])
  })

  it.each([
    ['mark:place', '83', 422],
    ['mark:place', '105', 422],
    ['fact:built/', '也许', 422],
    ['mark:other', '10', 422],
  ])('refuses of %s the finding %s', async (subject, text, status) => {
    const got = await (await inspector())(
      `${sheet}/findings`,
      finding(subject, text, '2023-06-01T09:00:00+08:00'),
    )
    expect(got.status).toBe(status)
  })

  it('writes down once what is sent twice, and the later one stands whatever comes first', async () => {
    const ask = await inspector()
    const late = finding('mark:place', '90', '2023-06-01T10:00:00+08:00')
    expect((await ask(`${sheet}/findings`, late)).status).toBe(200)
    expect((await ask(`${sheet}/findings`, late)).status).toBe(200)
    const early = finding('mark:place', '60', '2023-06-01T09:00:00+08:00')
    expect((await ask(`${sheet}/findings`, early)).status).toBe(200)
    const [{ findings }] = (await list()).units
    expect(findings).toEqual([
      expect.objectContaining({ subject: 'mark:place', text: '90', by: 'inspector@own' }),
    ])
    const { id: org, path } = world.units.own
    const rows = await acting(world.db, { org, path, role: 'inspector' }, (db) =>
      db.selectFrom('finding').selectAll().execute(),
    )
    expect(rows).toHaveLength(2)
  })

  it('counts when the list is handed in, which wants all of it', async () => {
    const ask = await inspector()
    expect(await rangeOf()).toEqual([null, '0', '100'])
    const early = await ask(`${sheet}/sheet`, put({ handed: true }))
    expect(early.json).toMatchObject({
      status: 409,
      title: '还有 1 项没有查',
      detail: '建成青年之家',
    })
    await ask(`${sheet}/findings`, finding('fact:built/', '是', '2023-06-01T10:05:00+08:00'))
    expect(await rangeOf()).toEqual([null, '0', '100'])
    const { json } = await ask(`${sheet}/sheet`, put({ handed: true }))
    expect(json).toMatchObject({ unit: { handedAt: expect.any(String) }, kept: [] })
    expect(await rangeOf()).toEqual(['95', '95', '95'])
    const after = finding('mark:place', '100', '2023-06-01T11:00:00+08:00')
    expect((await ask(`${sheet}/findings`, after)).json).toMatchObject({
      status: 409,
      title: '这个单位的检查单已经提交',
    })
  })

  it('shows the unit the data, with where they come from, and no mark', async () => {
    const clerk = await world.as('unit-clerk', 'child')
    const { json, text } = await clerk(`/cycles/${cycle}/reports/${world.units.child.id}`)
    const house = json.items.find(({ id }: { id: string }) => id === 'house')
    expect(house.cells[0].entry).toMatchObject({ text: '是', source: '实地检查' })
    expect(text).not.toMatch(/"90"|90分/)
  })

  it('can be taken back, mended and handed in again; data of others stay', async () => {
    const ask = await inspector()
    await ask(`${sheet}/sheet`, put({ handed: false }))
    expect(await rangeOf()).toEqual([null, '50', '100'])
    await ask(`${sheet}/findings`, finding('mark:place', '80', '2023-06-02T10:00:00+08:00'))
    const reviewer = await world.as('department-reviewer', 'own')
    const entry = `/cycles/${cycle}/reports/${world.units.child.id}/entries/built`
    const no = put({ period: null, state: 'value', text: '否', version: 1 })
    expect((await reviewer(entry, no)).status).toBe(200)
    const { json } = await ask(`${sheet}/sheet`, put({ handed: true }))
    expect(json.kept).toEqual(['建成青年之家'])
    expect(await rangeOf()).toEqual(['40', '40', '40'])
  })

  it('is not of a unit that is one’s own', async () => {
    const person = world.people.get('own-inspector')!
    const { id: org, path } = world.units.child
    await acting(world.db, { org, path, role: 'security-administrator' }, (db) =>
      db
        .insertInto('post')
        .values({ org, person, role: 'unit-clerk', department: null, from_on: '2020-01-01' })
        .execute(),
    )
    const got = await (await inspector())(`${sheet}/sheet`, put({ handed: false }))
    expect(got.json).toMatchObject({ status: 409, title: '您在这个单位任职，不能检查它' })
  })
})

// Written independently of the policies.
describe('who learns of findings', () => {
  const readers: readonly Role[] = [
    'organiser',
    'department-head',
    'department-reviewer',
    'inspector',
  ]
  const cases = places.flatMap((place) => accountRoles.map((role): [Role, Place] => [role, place]))
  it.each(cases)('%s at %s', async (role, place) => {
    const ask = await world.as(role, place)
    const reads = place === 'own' && readers.includes(role)
    const got = await ask(`/cycles/${cycle}/inspection`)
    expect(got.status).toBe(reads ? 200 : 404)
    expect(got.text.includes('"80"')).toBe(reads)
    const notes = reads && role !== 'organiser'
    const wrote = await ask(
      `${sheet}/findings`,
      finding('mark:place', '10', '2023-06-03T10:00:00Z'),
    )
    expect(wrote.status).toBe(notes ? 409 : 404)
  })

  it('not even by SQL', async () => {
    const seen = async (place: Place, role: string) => {
      const { id: org, path } = world.units[place]
      return acting(world.db, { org, path, role }, async (db) => {
        return (await db.selectFrom('finding').selectAll().execute()).length
      })
    }
    expect(await seen('own', 'inspector')).toBe(4)
    expect(await seen('own', 'unit-clerk')).toBe(0)
    expect(await seen('own', 'survey-agency')).toBe(0)
    expect(await seen('child', 'unit-head')).toBe(0)
    expect(await seen('parent', 'inspector')).toBe(0)
  })
})
