import { randomUUID } from 'node:crypto'
import type { KindsSaid } from '@kaohe/domain'
import { acting, insertDescents, insertUnit, sayKinds } from '@kaohe/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sent, startWorld, type World } from '../world.ts'

const SCHEME = `
方案: levels-2023
名称: 示范县考核办法
版本: "1"
发文: {机关: 共青团示范省委, 级别: 省级}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
层级:
  - {编号: city, 名称: 市}
  - {编号: county, 名称: 县, 上级: city}
  - {编号: school, 名称: 学校, 上级: county}
单位属性: [{编号: youth, 名称: 青年人口, 类型: 数值, 单位: 人}]
考核对象: [{编号: county, 名称: 县团委, 层级: county}]
数据:
  - {编号: cadres, 名称: 团干部人数, 类型: 数值, 单位: 人, 层级: school}
  - {编号: built, 名称: 市里建成平台, 类型: 是否, 层级: city, 同享: 是}
  - {编号: solved, 名称: 办结, 类型: 数值, 单位: 人}
指标:
  - {编号: schools, 名称: 学校团干部, 分值: 5, 规则: {达标: {条件: 最低(cadres) >= 1人, 得: 5}}}
  - {编号: platform, 名称: 平台, 分值: 5, 规则: {达标: {条件: built, 得: 5}}}
  - {编号: growth, 名称: 增长, 规则: {增长: {量: solved, 以: 增量, 每: 1人, 得: 1, 无上年: 得零分, 不足一步: 舍去}}}
  - {编号: share, 名称: 人均, 规则: {公式: {式: solved / youth * 100分}}}
`

type Ask = (path: string, sent?: Sent) => ReturnType<World['ask']>

let world: World
let now: string
let before: string
const school = { id: randomUUID(), name: '示范一中', kind: '中学学校' }
const as = {} as Record<'clerk' | 'head' | 'city' | 'organiser' | 'stranger', Ask>

// The organisation above the one in the middle assesses the one below that.
async function seed(): Promise<void> {
  const { units, db } = world
  const { id: org, path } = units.parent
  await acting(db, { org, path, role: 'organiser' }, async (asOrganiser) => {
    for (const [unit, kind] of [
      [units.own, '市'],
      [units.child, '县'],
    ] as const)
      await asOrganiser.updateTable('unit').set({ kind }).where('id', '=', unit.id).execute()
    await insertUnit(asOrganiser, units.child.path, school, '2020-01-01')
    const scheme = await asOrganiser
      .insertInto('scheme')
      .values({
        org,
        title: '示范方案',
        text: SCHEME,
        readings: null,
        state: 'published',
        corrects: null,
        reason: null,
        published_at: '2023-01-01T00:00:00Z',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const cycle = async (year: number): Promise<string> => {
      const days = { starts_on: `${year}-01-01`, ends_on: `${year}-12-31` }
      const fresh = {
        org,
        scheme: scheme.id,
        title: `${year}年度`,
        ...days,
        state: 'open' as const,
      }
      const { id } = await asOrganiser
        .insertInto('cycle')
        .values(fresh)
        .returning('id')
        .executeTakeFirstOrThrow()
      const part = { org, cycle: id, unit: units.child.id, type: 'county', peer_group: null }
      await asOrganiser
        .insertInto('assessee')
        .values({ ...part, excluded_because: null, undecided_because: null })
        .execute()
      return id
    }
    before = await cycle(2022)
    now = await cycle(2023)
  })
}

beforeAll(async () => {
  world = await startWorld()
  await seed()
  as.clerk = await world.as('unit-clerk', 'child')
  as.head = await world.as('unit-head', 'child')
  as.city = await world.as('unit-clerk', 'own')
  as.organiser = await world.as('organiser', 'parent')
  as.stranger = await world.as('unit-clerk', 'sibling')
}, 60_000)
afterAll(() => world.stop())

const report = (unit: string, cycle = now) => `/cycles/${cycle}/reports/${unit}`
const enter = (ask: Ask, unit: string, fact: string, text: string, cycle = now) =>
  ask(`${report(unit, cycle)}/entries/${fact}`, {
    method: 'PUT',
    body: { state: 'value', text, version: 0 },
  })

interface Item {
  readonly id: string
  readonly yields: { readonly points: string; readonly lacks: string[] }
  readonly cells: { readonly fact: string; readonly entry: { source: string; text: string } }[]
  readonly below: object[]
}
async function itemOf(id: string): Promise<Item> {
  const { json } = await as.clerk(report(world.units.child.id))
  return json.items.find((item: Item) => item.id === id)
}

describe('a unit below the assessed one', () => {
  it('is asked only for what is rolled up, and is told for whom', async () => {
    const { json } = await as.clerk(report(school.id))
    expect(json.supplies).toMatchObject({ level: '学校', units: [{ unit: world.units.child.id }] })
    expect(json.items.map(({ id }: Item) => id)).toEqual(['schools'])
    expect(json.items[0].yields.points).toBe('汇总后计分')
  })

  it('reports there, and the upper unit sees who has, what, and what it comes to', async () => {
    expect((await itemOf('schools')).below).toEqual([{ level: '学校', units: 1, reported: 0 }])
    expect((await itemOf('schools')).yields.points).toBe('0～5')
    expect((await enter(as.clerk, school.id, 'cadres', '2')).status).toBe(200)
    const { json } = await as.clerk(`${report(world.units.child.id)}/below`)
    expect(json.levels[0].units).toMatchObject([
      { name: '示范一中', asked: 1, filled: 1, answers: [{ fact: 'cadres', said: '2' }] },
    ])
    expect(json.levels[0].items[0]).toMatchObject({
      yields: { points: '5' },
      decided: ['团干部人数：都是 2'],
    })
    expect((await itemOf('schools')).below).toEqual([{ level: '学校', units: 1, reported: 1 }])
  })

  it('is not asked for the data of others, nor are these asked for its', async () => {
    expect((await enter(as.clerk, school.id, 'solved', '3')).status).toBe(404)
    expect((await enter(as.clerk, world.units.child.id, 'cadres', '3')).status).toBe(404)
    expect((await as.stranger(report(school.id))).status).toBe(404)
  })

  it('gets no later deadline of its own', async () => {
    const organiser = await world.as('organiser', 'parent')
    const later = { method: 'PUT', body: { dueOn: '2024-03-01', reason: '灾情' } }
    const { status, json } = await organiser(`${report(school.id)}/exception`, later)
    expect([status, json.title]).toEqual([409, '这个单位只提供数据，不能单独延期'])
  })
})

describe('the level of a kind of unit', () => {
  const saying = async (kinds: object): Promise<void> => {
    const { id: org, path } = world.units.parent
    await acting(world.db, { org, path, role: 'organiser' }, (db) =>
      sayKinds(db, now, kinds as KindsSaid),
    )
  }

  it('is what the organiser said, before what the name says', async () => {
    await saying({ 中学学校: { type: null, level: null } })
    expect((await itemOf('schools')).below).toEqual([{ level: '学校', units: 0, reported: 0 }])
    expect((await as.clerk(report(school.id))).status).toBe(404)
    await saying({ 中学学校: { type: null, level: 'school' } })
    expect((await itemOf('schools')).below).toEqual([{ level: '学校', units: 1, reported: 1 }])
    await saying({})
  })
})

describe('a unit above the assessed one', () => {
  it('shares what it says with those below, who see the source and may contest it', async () => {
    const { json } = await as.city(report(world.units.own.id))
    expect(json.items.map(({ id }: Item) => id)).toEqual(['platform'])
    expect((await enter(as.city, world.units.own.id, 'built', '是')).status).toBe(200)
    const shown = await itemOf('platform')
    expect(shown.yields.points).toBe('5')
    expect(shown.cells[0]?.entry).toMatchObject({ text: '是', source: 'own org：本单位填报' })
    expect((await enter(as.clerk, world.units.child.id, 'built', '否')).status).toBe(404)
    const contested = await as.head(`${report(world.units.child.id)}/contests`, {
      method: 'POST',
      body: { fact: 'built', reason: '平台还没有验收' },
    })
    expect(contested.status).toBe(200)
  })

  it('keeps its other data to itself', async () => {
    const { id: org, path } = world.units.child
    const seen = await acting(world.db, { org, path, role: 'unit-clerk' }, (db) =>
      db
        .selectFrom('entry')
        .select(['org', 'fact'])
        .where('org', '=', world.units.own.id)
        .execute(),
    )
    expect(seen).toEqual([{ org: world.units.own.id, fact: 'built' }])
  })
})

describe('what else a rule needs', () => {
  it('is said to be lacking: last year, and what the unit is', async () => {
    expect((await itemOf('growth')).yields.lacks).toEqual([
      '上年的“办结”没有，与上年相比的分还定不下来',
    ])
    expect((await itemOf('share')).yields.lacks).toEqual(['本单位的“青年人口”在组织资料里还没有'])
  })

  it('comes from last year’s cycle, and from the organisation room', async () => {
    await enter(as.clerk, world.units.child.id, 'solved', '10', before)
    await enter(as.clerk, world.units.child.id, 'solved', '13')
    const growth = await itemOf('growth')
    expect([growth.yields.points, growth.yields.lacks]).toEqual(['3', []])
    const { id: org, path } = world.units.child
    await acting(world.db, { org, path, role: 'unit-clerk' }, (db) =>
      db
        .insertInto('unit_attribute')
        .values({
          org,
          attribute: '青年人口',
          known_on: '2023-03-01',
          value: '1300人',
          source: '公安',
        })
        .execute(),
    )
    const share = await itemOf('share')
    expect([share.yields.points, share.yields.lacks]).toEqual(['1', []])
  })
})

describe('the page of one’s own', () => {
  it('is there for units above and below too', async () => {
    const { json } = await as.city('/mine')
    expect(json.standing).toMatchObject({ countsFor: ['child org'], asked: 1, filled: 1 })
    expect((await as.clerk('/mine')).json.standing.countsFor).toEqual([])
  })
})

describe('last year’s figures after a merger', () => {
  const gone = { id: randomUUID(), name: '并入县', kind: '县' }
  const growth = async () => {
    const { json } = await as.clerk(report(world.units.child.id))
    const { yields, cells } = json.items.find(({ id }: Item) => id === 'growth')
    const [{ previous }] = cells.filter(({ fact }: { fact: string }) => fact === 'solved')
    return { yields, previous }
  }

  it('are those of the unit itself before it', async () => {
    expect((await growth()).previous).toEqual({
      title: '2022年度',
      counts: true,
      said: [{ name: null, how: 'itself', text: '10' }],
    })
  })

  it('are shown unit by unit, by whom they were, and left open', async () => {
    const { units, db, people } = world
    const { id: org, path } = units.parent
    const entry = (cycle: string, text: string) => ({
      org: gone.id,
      committee: org,
      cycle,
      fact: 'solved',
      period: '',
      state: 'value' as const,
      text,
      reason: null,
      source: '本单位填报',
      person: people.get('child-unit-clerk')!,
    })
    await acting(db, { org, path, role: 'organiser' }, async (asOrganiser) => {
      await insertUnit(asOrganiser, units.own.path, gone, '2020-01-01')
      const rows = [entry(before, '5'), entry(now, '7')]
      await asOrganiser.insertInto('entry').values(rows).execute()
      await insertDescents(asOrganiser, [
        { org: units.child.id, earlier: gone.id, happened_on: '2023-04-01', kind: 'merged' },
      ])
    })
    const { yields, previous } = await growth()
    expect(previous).toEqual({
      title: '2022年度',
      counts: false,
      said: [
        { name: null, how: 'itself', text: '10' },
        { name: '并入县', how: 'merged', text: '5' },
      ],
    })
    expect(yields.points).not.toBe('3')
    expect(yields.lacks).toEqual([
      '上年的“办结”是合并以前各单位的：本单位 10，并入县 5；方案没有写合并后怎样算，与上年相比的分还定不下来',
    ])
    const { json } = await as.organiser(`/cycles/${now}/result`)
    expect(JSON.stringify(json.missing)).toContain('办结')
  })

  it('show the successor what was before, and nothing of what came after', async () => {
    const { id: org, path } = world.units.child
    const seen = await acting(world.db, { org, path, role: 'unit-clerk' }, (db) =>
      db.selectFrom('entry').select(['cycle', 'text']).where('org', '=', gone.id).execute(),
    )
    expect(seen).toEqual([{ cycle: before, text: '5' }])
    const { id, path: beside } = world.units.sibling
    const others = await acting(world.db, { org: id, path: beside, role: 'unit-clerk' }, (db) =>
      db.selectFrom('entry').select('text').where('org', '=', gone.id).execute(),
    )
    expect(others).toEqual([])
  })
})
