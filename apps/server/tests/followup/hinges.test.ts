import { accountRoles, type Role } from '@kaohe/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MARKED_SCHEME, marked } from '../result/marked.ts'
import { addTownship, post, ratified, reported, seedYear } from '../result/year.ts'
import { type Place, places, startWorld, type World } from '../world.ts'

// The first is praised, below 60 is made good.
const SCHEME = `${MARKED_SCHEME}
结果运用:
  - {编号: praise, 名称: 通报表扬, 范围: {前: {名额: 1, 同分: 全部入围}}, 措施: 表彰, 条款: 十}
  - {编号: fix, 名称: 限期整改, 范围: {得分: 不足60}, 措施: 整改, 条款: 十二}
  - {编号: honour, 名称: 表彰, 范围: {等次: [good]}, 措施: 表彰, 条款: 十三}
`

let world: World
let cycle: string
const units = new Map<string, string>()

beforeAll(async () => {
  world = await startWorld()
  cycle = await seedYear(world, SCHEME)
  units.set('甲', world.units.child.id)
  for (const name of ['乙', '丙']) units.set(name, await addTownship(world, cycle, name))
  for (const id of units.values()) await reported(world, cycle, id, { hours: '50' })
  // 甲 20 + 54 = 74, 乙 20 + 48 = 68, 丙 20 + 36 = 56.
  const marks = Object.entries({ 甲: '90', 乙: '80', 丙: '60' })
  await marked(world, cycle, new Map(marks.map(([name, mark]) => [units.get(name)!, mark])))
  await ratified(world, cycle, '年终')
}, 120_000)
afterAll(() => world.stop())

const pathOf = (consequence: string, name: string): string =>
  `/cycles/${cycle}/consequences/${consequence}/assessees/${units.get(name)}/hinges`
const hinges = async (consequence: string, name: string) =>
  (await (await world.as('organiser', 'own'))(pathOf(consequence, name))).json

describe('on what a consequence hangs', () => {
  it('names the mark and how much it would have to change, also the neighbour’s', async () => {
    const { holds, tied, open, tried, marks, adjusted } = await hinges('praise', '甲')
    expect({ holds, tied, open, tried, adjusted }).toEqual({
      holds: true,
      tied: [],
      open: false,
      tried: 2,
      adjusted: false,
    })
    // Level with the other it is still among the first: at 79 it is not.
    expect(marks).toEqual([
      {
        unitName: 'child org',
        own: true,
        item: '品牌',
        party: '组织部',
        mark: '90',
        falls: '79',
        by: '11',
      },
      {
        unitName: '乙',
        own: false,
        item: '品牌',
        party: '组织部',
        mark: '80',
        falls: '91',
        by: '11',
      },
    ])
  })

  it('goes by the line where the scheme writes one, and by weights', async () => {
    const { marks, weights, widest } = await hinges('fix', '丙')
    // 20 + 0.6 × 67 = 60.2 is not below 60 any more.
    expect(marks[0]).toMatchObject({ own: true, mark: '60', falls: '67', by: '7' })
    expect(weights).toEqual([
      { name: '数据', written: '40%', change: '高三成' },
      { name: '部门评价', written: '60%', change: '高三成' },
    ])
    expect(widest).toBe('三成')
  })

  it('finds nothing that falls where it does not hold', async () => {
    expect(await hinges('fix', '甲')).toMatchObject({ holds: false, marks: [], weights: [] })
  })

  it('is not there for a unit or a consequence that is none', async () => {
    const ask = await world.as('organiser', 'own')
    expect((await ask(pathOf('praise', '丁'))).status).toBe(422)
    expect((await ask(pathOf('other', '甲'))).status).toBe(404)
    const { id } = world.units.own
    const stranger = `/cycles/${cycle}/consequences/praise/assessees/${id}/hinges`
    expect((await ask(stranger)).status).toBe(404)
  })
})

// Written independently of the policies.
describe('who asks', () => {
  const readers: readonly Role[] = ['organiser', 'ratifier']
  const cases = places.flatMap((place) => accountRoles.map((role): [Role, Place] => [role, place]))
  it.each(cases)('%s at %s', async (role, place) => {
    const got = await (await world.as(role, place))(pathOf('praise', '甲'))
    expect(got.status).toBe(place === 'own' && readers.includes(role) ? 200 : 404)
    expect(got.text.includes('品牌')).toBe(got.status === 200)
  })
})

it('an adjusted grade is said to be what it goes by', async () => {
  const organiser = await world.as('organiser', 'own')
  const frozen = await organiser(`/cycles/${cycle}/snapshots`, post({ name: '更正' }))
  const { id } = frozen.json
  const adjusting = {
    assessee: units.get('甲'),
    matter: 'grade-adjusted',
    value: 'good',
    body: '书记会',
    decidedOn: '2024-01-19',
    mover: '张书记',
    reason: '抗洪表现突出',
    votes: { for: 5, against: 0, abstained: 0 },
  }
  expect((await organiser(`/snapshots/${id}/resolutions`, post(adjusting))).status).toBe(200)
  const ratifier = await world.as('ratifier', 'own')
  const said = {
    body: '书记会',
    on: '2024-01-20',
    number: '4号',
    because: '补会议决定',
    version: 1,
  }
  expect((await ratifier(`/snapshots/${id}/ratification`, post(said))).status).toBe(200)
  expect(await hinges('honour', '甲')).toMatchObject({ holds: true, adjusted: true, marks: [] })
})
