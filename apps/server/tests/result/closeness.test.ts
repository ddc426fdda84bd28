import { acting } from '@kaohe/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../world.ts'
import { MARKED_SCHEME, marked } from './marked.ts'
import { addTownship, post, ratified, reported, seedYear } from './year.ts'

let world: World
let snapshot: string
let other: string

beforeAll(async () => {
  world = await startWorld()
  const cycle = await seedYear(world, MARKED_SCHEME)
  other = await addTownship(world, cycle, '新河镇团委')
  const child = world.units.child.id
  await reported(world, cycle, child, { hours: '80小时' })
  await reported(world, cycle, other, { hours: '70小时' })
  await marked(
    world,
    cycle,
    new Map([
      [child, '85'],
      [other, '80'],
    ]),
  )
  snapshot = await ratified(world, cycle, '书记会前')
}, 120_000)
afterAll(() => world.stop())

const asked = async (path: string) =>
  (await (await world.as('organiser', 'own'))(`/snapshots/${snapshot}${path}`)).json

describe('what a meeting asks', () => {
  it('sees the sources side by side, with their weights', async () => {
    const { parts, units } = await asked('')
    expect(parts).toEqual([
      { id: 'data', name: '数据', weight: '40%' },
      { id: 'office', name: '部门评价', weight: '60%' },
    ])
    const one = units.find(({ unit }: { unit: string }) => unit === world.units.child.id)
    expect(one).toMatchObject({ points: '83', parts: [{ points: '80' }, { points: '85' }] })
  })

  it('sees where the points were lost, from full marks to the total', async () => {
    const { fall } = await asked(`/assessees/${world.units.child.id}`)
    expect(fall).toEqual([
      { name: '数据', full: '40', got: '32', lost: '8' },
      { name: '部门评价', full: '60', got: '51', lost: '9' },
    ])
  })

  it('is told how close a unit is', async () => {
    expect(await asked(`/assessees/${other}/closeness`)).toMatchObject({
      ahead: { unit: world.units.child.id, name: 'child org', by: '7', grade: '好' },
      behind: null,
      better: { unit: world.units.child.id, name: 'child org', by: '7', grade: '好' },
      worse: null,
      swings: [{ mark: '80', lowered: { total: '70' }, raised: { total: '82', grade: '好' } }],
      years: [],
    })
  })

  it('is told of a mark that decides when it is a little otherwise', async () => {
    const { swings } = await asked(`/assessees/${world.units.child.id}/closeness`)
    expect(swings).toEqual([
      {
        item: '品牌',
        party: '组织部',
        mark: '85',
        lower: '75',
        higher: '95',
        lowered: { total: '77', rank: 1, grade: '较好' },
        raised: { total: '89', rank: 1, grade: '好' },
      },
    ])
  })

  it('is told what a little more or less weight would do', async () => {
    const { weights } = await asked('/weights')
    const effect = { moved: 2, ranked: 0, farthest: 0, regraded: 1, consequences: 0 }
    expect(weights).toEqual([
      { name: '数据', written: '40%', ...effect },
      { name: '部门评价', written: '60%', ...effect },
    ])
  })

  it('is told nothing of one that takes no part', async () => {
    const path = `/snapshots/${snapshot}/assessees/${world.units.sibling.id}/closeness`
    expect((await (await world.as('organiser', 'own'))(path)).status).toBe(404)
  })

  it.each(['unit-head', 'department-head', 'vice-secretary'] as const)(
    'and not %s',
    async (role) => {
      const place = role === 'unit-head' ? 'child' : 'own'
      const ask = await world.as(role, place)
      for (const path of ['/weights', `/assessees/${other}/closeness`])
        expect((await ask(`/snapshots/${snapshot}${path}`)).status).toBe(404)
    },
  )
})

it('the years before are told, once they were ratified', async () => {
  const { id: org, path } = world.units.own
  const cycle = await acting(world.db, { org, path, role: 'organiser' }, async (db) => {
    const { scheme } = await db.selectFrom('cycle').select('scheme').executeTakeFirstOrThrow()
    const dates = { starts_on: '2024-01-01', ends_on: '2024-12-31' }
    const row = { org, scheme, title: '2024年度考核', state: 'open' as const, ...dates }
    const made = await db.insertInto('cycle').values(row).returning('id').executeTakeFirstOrThrow()
    const none = { peer_group: null, excluded_because: null }
    await db
      .insertInto('assessee')
      .values({ org, cycle: made.id, unit: other, type: 'township', ...none })
      .execute()
    return made.id
  })
  const ask = await world.as('organiser', 'own')
  const next = await ask(`/cycles/${cycle}/snapshots`, post({ name: '明年' }))
  const { json } = await ask(`/snapshots/${next.json.id}/assessees/${other}/closeness`)
  expect(json.years).toEqual([{ year: 2023, former: null, total: '76', rank: 2, grade: '较好' }])
})
