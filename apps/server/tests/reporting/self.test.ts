import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sent, startWorld, type World } from '../world.ts'
import { seedCycle } from './cycle.ts'

// The unit's own mark counts 30 of 100, that of the department 70.
const SCHEME = `
方案: self-2023
名称: 示范县乡镇团委考核
版本: "1"
发文: {机关: 共青团示范县委, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
参与方:
  - {编号: organisation, 名称: 组织部, 身份: 部门}
考核对象:
  - {编号: township, 名称: 乡镇团委}
评价方式:
  - {编号: own, 名称: 自评, 占比: 30%, 方式: 自评}
  - {编号: office, 名称: 部门评价, 占比: 70%, 方式: 部门评价, 评价人: [organisation]}
指标:
  - {编号: own-work, 名称: 全年工作自评, 评价方式: own, 分值: 100, 规则: {打分: {步长: 5}}}
  - {编号: work, 名称: 全年工作, 评价方式: office, 分值: 100, 规则: {打分: {}}}
总分: {}
`

let world: World
let cycle: string
let report: string
beforeAll(async () => {
  world = await startWorld()
  cycle = await seedCycle(world, SCHEME)
  report = `/cycles/${cycle}/reports/${world.units.child.id}`
}, 120_000)
afterAll(() => world.stop())

const put = (body: object): Sent => ({ method: 'PUT', body })
const clerk = () => world.as('unit-clerk', 'child')
const entry = (text: string, version: number) =>
  put({ period: null, state: 'value', text, version })
const rangeOf = async () => {
  const { json } = await (await world.as('organiser', 'own'))(`/cycles/${cycle}/result`)
  const [{ points, least, most }] = json.units
  return [points, least, most]
}

describe('a mark that a unit gives itself', () => {
  it('is asked beside the rule of the item, as the scheme allows it', async () => {
    const { json } = await (await clerk())(report)
    const item = json.items.find(({ id }: { id: string }) => id === 'own-work')
    expect(item.cells.map(({ fact }: { fact: string }) => fact)).toContain('self:own-work')
    expect(json.facts).toContainEqual(
      expect.objectContaining({ id: 'self:own-work', name: '自评', unit: '分', mine: true }),
    )
    expect(json.facts.map(({ id }: { id: string }) => id)).not.toContain('self:work')
  })

  it.each([
    ['101', /100/],
    ['82', /5 分为一档/],
    ['很好', /./],
  ])('is refused when it is %s', async (text, why) => {
    const { status, json } = await (await clerk())(
      `${report}/entries/self:own-work`,
      entry(text, 0),
    )
    expect(status).toBe(422)
    expect(json.faults[0].message).toMatch(why)
  })

  it('shows the unit at once what it brings, and counts when the head has handed in', async () => {
    const { json } = await (await clerk())(`${report}/entries/self:own-work`, entry('90', 0))
    expect(json.items).toEqual([
      { id: 'own-work', yields: expect.objectContaining({ points: '90', settled: true }) },
    ])
    expect(await rangeOf()).toEqual([null, '0', '100'])
    const head = await world.as('unit-head', 'child')
    const confirm = { method: 'POST', body: { version: 0, isTrue: true } }
    expect((await head(`${report}/confirmation`, confirm)).status).toBe(200)
    expect(await rangeOf()).toEqual([null, '27', '97'])
  })

  it('is for the unit alone: no desk asks for it, nobody of the office types it, no other unit', async () => {
    const reviewer = await world.as('department-reviewer', 'own')
    const { json } = await reviewer(`/cycles/${cycle}/desks/organisation`)
    expect(json.fields.map(({ id }: { id: string }) => id)).toEqual(['work'])
    const typed = await reviewer(`${report}/entries/self:own-work`, entry('10', 1))
    expect(typed.status).toBe(409)
    const neighbour = await world.as('unit-clerk', 'sibling')
    expect((await neighbour(`${report}/entries/self:own-work`, entry('10', 1))).status).toBe(404)
    const other = await (await clerk())(`${report}/entries/self:work`, entry('10', 0))
    expect(other.status).toBe(404)
  })
})
