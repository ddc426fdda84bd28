import { randomUUID } from 'node:crypto'
import type { KindsSaid } from '@kaohe/domain'
import { acting, askAs, insertUnit, sayKinds } from '@kaohe/storage'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedCycle } from '../reporting/cycle.ts'
import { startWorld, type World } from '../world.ts'

// A township stands well when all of its villages have a room; two villages, of which one reports.
const SCHEME = `
方案: villages-2023
名称: 示范县乡镇团委考核
版本: "1"
发文: {机关: 共青团示范县委, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
层级:
  - {编号: town, 名称: 乡镇}
  - {编号: village, 名称: 村, 上级: town}
考核对象:
  - {编号: township, 名称: 乡镇团委, 层级: town}
类别:
  - {编号: base, 名称: 基础工作}
数据:
  - {编号: room, 名称: 有活动室, 类型: 是否, 层级: village}
指标:
  - {编号: rooms, 名称: 村村有活动室, 类别: base, 条款: 一, 分值: 10, 规则: {达标: {条件: 全部(room), 得: 10}}}
总分: {}
`

let world: World
let cycle: string
beforeAll(async () => {
  world = await startWorld()
  cycle = await seedCycle(world, SCHEME)
}, 120_000)
afterAll(() => world.stop())

async function addVillage(name: string, says: string | null): Promise<void> {
  const { id: above, path } = world.units.child
  await acting(world.db, { org: above, path, role: 'organiser' }, async (db) => {
    const made = await insertUnit(db, path, { id: randomUUID(), name, kind: '村' }, '2020-01-01')
    if (says === null) return
    await askAs(db, { org: made.id, path: made.path, role: 'unit-clerk' })
    await db
      .insertInto('entry')
      .values({
        org: made.id,
        committee: world.units.own.id,
        cycle,
        fact: 'room',
        period: '',
        state: 'value',
        text: says,
        reason: null,
        source: '本单位填报',
        person: world.people.get('child-unit-clerk')!,
      })
      .execute()
  })
}

it('waits for units below that have not reported, instead of leaving them out', async () => {
  await addVillage('东村', '是')
  await addVillage('西村', null)
  const ask = await world.as('organiser', 'own')
  const { json } = await ask(`/cycles/${cycle}/result`)
  expect(json.units[0]).toMatchObject({ points: null, least: '0', most: '10' })
  expect(json.missing).toEqual([{ what: '数据：有活动室', units: 1 }])
})

it('counts units below that are of the level by what the organiser said, not by their name', async () => {
  const ask = await world.as('organiser', 'own')
  const { id: org, path } = world.units.own
  const saying = (kinds: object) =>
    acting(world.db, { org, path, role: 'organiser' }, (db) =>
      sayKinds(db, cycle, kinds as KindsSaid),
    )
  await acting(world.db, { org, path, role: 'organiser' }, (db) =>
    db.updateTable('unit').set({ kind: '嘎查' }).where('name', '=', '西村').execute(),
  )
  const result = async () => (await ask(`/cycles/${cycle}/result`)).json
  expect([(await result()).missing, (await result()).units[0].points]).toEqual([[], '10'])
  await saying({ 嘎查: { type: null, level: 'village' } })
  expect((await result()).missing).toEqual([{ what: '数据：有活动室', units: 1 }])
})

it('feeds back to some without taking back what others were told', async () => {
  const { id: org, path } = world.units.own
  const neighbour = await acting(world.db, { org, path, role: 'organiser' }, async (db) => {
    const made = await insertUnit(
      db,
      path,
      { id: randomUUID(), name: '邻镇', kind: '乡镇' },
      '2020-01-01',
    )
    const row = { org, cycle, unit: made.id, type: 'township', peer_group: null }
    await db
      .insertInto('assessee')
      .values({ ...row, excluded_because: null })
      .execute()
    return made.id
  })
  const ask = await world.as('organiser', 'own')
  const post = (body: object) => ({ method: 'POST', body })
  const { id } = (await ask(`/cycles/${cycle}/snapshots`, post({ name: '年终' }))).json
  const ratified = { body: '书记会', on: '2024-01-20', version: 1 }
  await (await world.as('ratifier', 'own'))(`/snapshots/${id}/ratification`, post(ratified))
  const told = { consent: '书记会同意', on: '2024-01-22' }
  const release = `/snapshots/${id}/release`
  expect((await ask(release, post({ ...told, parts: ['grade'] }))).json.units).toBe(2)
  const some = { ...told, parts: ['total'], assessees: [neighbour] }
  expect((await ask(release, post(some))).json.units).toBe(1)
  const standing = await acting(world.db, { org, path, role: 'organiser' }, (db) =>
    db
      .selectFrom('release')
      .select(['org', 'parts'])
      .where('withdrawn_because', 'is', null)
      .execute(),
  )
  expect(new Map(standing.map((one) => [one.org, one.parts]))).toEqual(
    new Map([
      [world.units.child.id, ['grade']],
      [neighbour, ['total']],
    ]),
  )
})
