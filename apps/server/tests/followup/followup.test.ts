import { accountRoles, type Role } from '@kaohe/domain'
import { acting } from '@kaohe/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addTownship,
  post,
  put,
  ratified,
  released,
  reported,
  SCHEME,
  seedYear,
  setDay,
} from '../result/year.ts'
import { nextYear, yearBefore } from './years.ts'
import { type Got, type Place, places, startWorld, type World } from '../world.ts'

const WITH_CONSEQUENCES = `${SCHEME}
结果运用:
  - {编号: praise, 名称: 通报表扬, 范围: {前: {名额: 1, 同分: 全部入围}}, 措施: 表彰, 决定: meeting, 抄送: [县委组织部], 条款: 十}
  - {编号: talk, 名称: 约谈主要负责人, 范围: {后: {名额: 1, 同分: 全部入围}, 连续: 2}, 措施: 约谈, 决定: meeting, 条款: 十一}
  - {编号: fix, 名称: 限期整改, 范围: {得分: 不足60}, 措施: 整改, 条款: 十二}
  - {编号: slow, 名称: 督促提醒, 范围: {原意: 进度滞后的}, 措施: 其他, 条款: 十三}
`

let world: World
let cycle: string
let first: string
let middle: string
let snapshot: string
beforeAll(async () => {
  world = await startWorld()
  cycle = await seedYear(world, WITH_CONSEQUENCES)
  first = await addTownship(world, cycle, '邻镇团委')
  middle = await addTownship(world, cycle, '山镇团委')
  await reported(world, cycle, world.units.child.id, { 'fee-rate': '90%', hours: '71' })
  await reported(world, cycle, first, { 'fee-rate': '96%', hours: '87' })
  await reported(world, cycle, middle, { 'fee-rate': '96%', hours: '50' })
}, 120_000)
afterAll(() => world.stop())

const organiser = () => world.as('organiser', 'own')
const ratifier = () => world.as('ratifier', 'own')
const head = () => world.as('unit-head', 'child')
const title = ({ status, json }: Got) => [status, json.title]
const path = () => `/cycles/${cycle}/followup`
const decide = (consequence: string) => `/cycles/${cycle}/consequences/${consequence}/decisions`

interface Unit {
  readonly name: string
  readonly robust: object
}
interface Found {
  readonly id: string
  readonly units: readonly Unit[]
}
async function proposal(id: string): Promise<Found> {
  const { json } = await (await organiser())(path())
  return (json.proposals as Found[]).find((one) => one.id === id)!
}
async function measure(source: string) {
  const { json } = await (await organiser())(path())
  return json.measures.find((one: { source: string }) => one.source === source)
}

const AGREED = { adopt: true, reason: '按方案', body: '书记会', number: '6号', on: '2024-01-25' }

describe('what the scheme proposes', () => {
  it('is nothing before a result is ratified', async () => {
    const { json } = await (await organiser())(path())
    expect(json).toMatchObject({ snapshot: null, proposals: [], measures: [] })
    const early = await (await ratifier())(
      decide('praise'),
      post({ ...AGREED, assessees: [first] }),
    )
    expect(title(early)).toEqual([409, '结果还没有审定，不能决定结果运用'])
  })

  it('says on what it rests and how sure it is', async () => {
    snapshot = await ratified(world, cycle, '年终')
    expect(await proposal('praise')).toMatchObject({
      kindName: '表彰',
      body: '书记会',
      decider: 'ratifier',
      copies: ['县委组织部'],
      units: [
        {
          name: '邻镇团委',
          met: 'yes',
          total: '92.2',
          rank: 1,
          robust: { verdict: 'firm', points: '22.2', ranks: 1, beside: '山镇团委', line: null },
          refused: null,
        },
      ],
    })
    expect(await proposal('fix')).toMatchObject({
      decider: 'organiser',
      units: [
        {
          name: 'child org',
          total: '42.6',
          robust: { points: '27.4', line: '17.4', step: '0.01' },
        },
      ],
    })
  })

  it('says that years running cannot be decided while an earlier result is missing', async () => {
    const { units } = await proposal('talk')
    expect(units).toMatchObject([
      {
        name: 'child org',
        met: 'undecided',
        robust: { verdict: 'firm', points: '27.4' },
        earlier: [],
        missingYears: [2022],
        refused: '还不能判断是否符合，不能采用',
      },
    ])
    const body = { ...AGREED, assessees: [world.units.child.id] }
    const got = await (await ratifier())(decide('talk'), post(body))
    expect(title(got)).toEqual([409, 'child org：还不能判断是否符合，不能采用'])
  })
})

describe('what people decide', () => {
  it('is decided by the body to which the scheme leaves it', async () => {
    const byOffice = await (await organiser())(
      decide('praise'),
      post({ ...AGREED, assessees: [first] }),
    )
    expect(title(byOffice)).toEqual([409, '方案规定这件事由审定机构决定'])
    const bare = await (await ratifier())(
      decide('praise'),
      post({ ...AGREED, body: null, assessees: [first] }),
    )
    expect([bare.status, bare.json.faults[0].pointer]).toEqual([422, '/body/body'])
    const other = await (await ratifier())(
      decide('praise'),
      post({ ...AGREED, assessees: [middle] }),
    )
    expect([other.status, other.json.faults[0].pointer]).toEqual([422, '/body/assessees/0'])
    const body = { ...AGREED, assessees: [first], dueOn: '2024-03-31' }
    expect((await (await ratifier())(decide('praise'), post(body))).json).toEqual({ decided: 1 })
    expect(await measure('praise')).toMatchObject({
      unitName: '邻镇团委',
      state: 'open',
      decided: { body: '书记会', on: '2024-01-25', number: '6号' },
      copies: ['县委组织部'],
      dueOn: '2024-03-31',
      facts: ['名列第1，前1名', '与结论不同的最近单位是山镇团委，相差 22.2 分、1 名'],
    })
    const twice = await (await ratifier())(decide('praise'), post(body))
    expect(title(twice)).toEqual([409, '邻镇团委已经决定过'])
  })

  it('may be not to adopt it, with the reason; what the scheme says in words people judge', async () => {
    const ask = await organiser()
    const no = { adopt: false, reason: '已另行提醒', assessees: [middle] }
    expect((await ask(decide('slow'), post(no))).status).toBe(200)
    expect(await measure('slow')).toMatchObject({ state: 'declined', reason: '已另行提醒' })
    const yes = { adopt: true, reason: '进度滞后', assessees: [world.units.child.id] }
    expect((await ask(decide('slow'), post(yes))).status).toBe(200)
  })
})

describe('what was adopted', () => {
  it('has an owner of the office, a date and fields of its own, and is closed by another', async () => {
    const { id, version, copies } = await measure('praise')
    const [owner, stranger] = [
      world.people.get('own-department-head')!,
      world.people.get('child-unit-head')!,
    ]
    const assigned = {
      owner,
      dueOn: '2024-04-30',
      copies,
      places: null,
      persons: '李某某',
      version,
    }
    const ask = await organiser()
    const wrong = await ask(`/measures/${id}`, put({ ...assigned, owner: stranger }))
    expect([wrong.status, wrong.json.faults[0].pointer]).toEqual([422, '/body/owner'])
    const { json } = await ask(`/measures/${id}`, put(assigned))
    expect(json).toMatchObject({ owner: { id: owner }, dueOn: '2024-04-30', persons: '李某某' })
    const department = await world.as('department-head', 'own')
    const mine = (await department('/measures')).json.measures
    expect(mine).toMatchObject([{ id, facts: null }])
    const early = { passed: true, text: '已核', version: version + 1 }
    const closing = `/measures/${id}/closing`
    expect(title(await ask(closing, post(early)))).toEqual([409, '还没有报告完成，不能复查销号'])
    const step = { kind: 'minutes', text: '表扬通报已印发', done: true, version: version + 1 }
    const done = await department(`/measures/${id}/steps`, post(step))
    expect(done.json).toMatchObject({ state: 'done', steps: [{ kind: 'minutes', side: 'office' }] })
    const own = await department(closing, post({ ...early, version: version + 2 }))
    expect(title(own)).toEqual([409, '负责的人不能自己销号，请由别人复查'])
    const back = { passed: false, text: '通报没有抄送', version: version + 2 }
    expect((await ask(closing, post(back))).json).toEqual({ state: 'open' })
    const again = { ...step, text: '已补抄送', version: version + 3 }
    await department(`/measures/${id}/steps`, post(again))
    const passed = { passed: true, text: '属实', version: version + 4 }
    expect((await ask(closing, post(passed))).json).toEqual({ state: 'closed' })
    const late = await ask(`/measures/${id}/steps`, post({ ...step, version: version + 5 }))
    expect(title(late)).toEqual([409, '已经销号'])
  })

  it('stands in what is made public of those commended, when it was adopted', async () => {
    const wish = {
      title: '表彰公示',
      note: '请向组织部反映',
      parts: ['commended'],
      audience: ['public'],
      days: 3,
      working: false,
      startsOn: '2024-01-22',
    }
    const { json } = await (await organiser())(`/snapshots/${snapshot}/publicities`, post(wish))
    expect(json.published.commended).toEqual([{ name: '通报表扬', units: ['邻镇团委'] }])
  })
})

describe('points lost', () => {
  let id: string

  it('become a rectification with one click, with item, clause and points', async () => {
    const ask = await organiser()
    const at = `/snapshots/${snapshot}/assessees/${world.units.child.id}/rectifications`
    const none = await ask(
      `/snapshots/${snapshot}/assessees/${first}/rectifications`,
      post({ item: 'fee' }),
    )
    expect(title(none)).toEqual([409, '这一项没有失分'])
    const { json } = await ask(at, post({ item: 'fee', dueOn: '2024-03-01' }))
    id = json.id
    expect(json).toMatchObject({
      kind: 'rectify',
      name: '团费',
      clause: '一',
      pointsLost: '40',
      state: 'open',
    })
    expect(title(await ask(at, post({ item: 'fee' })))).toEqual([409, '这一项已经列为整改'])
  })

  it('are seen by the unit, with the points only where these were released to it', async () => {
    const ask = await head()
    const before = await ask('/rectifications')
    expect(before.json.measures).toMatchObject([
      { id, name: '团费', pointsLost: null, facts: null },
    ])
    expect(before.text).not.toMatch(/"40"|满分|42\.6|约谈|督促|表扬/)
    await released(world, snapshot, ['items'])
    const { json } = await ask('/rectifications')
    expect(json.measures).toMatchObject([{ id, pointsLost: '40' }])
  })

  it('are reported on by the unit and looked at again by the office, not by the unit', async () => {
    const ask = await head()
    const steps = `/rectifications/${id}/steps`
    const half = await ask(steps, post({ text: '已催收两个支部', done: false, version: 1 }))
    expect(half.json).toMatchObject({ state: 'open', steps: [{ side: 'unit' }] })
    await ask(steps, post({ text: '已全部收齐', done: true, version: 2 }))
    const again = await ask(steps, post({ text: '再说一遍', done: true, version: 3 }))
    expect(title(again)).toEqual([409, '已经报告完成，等待复查'])
    const inspector = await world.as('inspector', 'own')
    const back = { passed: false, text: '还有一个支部没有收', version: 3 }
    const looked = await inspector(`/measures/${id}/closing`, post(back))
    expect(looked.json).toEqual({ state: 'open' })
    const { json } = await ask('/rectifications')
    expect(json.measures[0].steps.at(-1)).toMatchObject({ kind: 'recheck', text: back.text })
    const { id: org, path: way } = world.units.child
    const person = world.people.get('child-unit-head')!
    const cheat = acting(world.db, { org, path: way, role: 'unit-head', person }, (db) =>
      db
        .updateTable('followup')
        .set({ state: 'closed', closed_by: person, closed_at: '2024-02-01T00:00:00Z' })
        .where('id', '=', id)
        .execute(),
    )
    await expect(cheat).rejects.toThrow('row-level security')
  })

  it('that are not made good show in the next year of the committee, at the unit that carries on', async () => {
    const next = await nextYear(world, cycle)
    const department = await world.as('department-reviewer', 'own')
    const { json, text } = await department(`/cycles/${next}/carried-over`)
    expect(json.measures).toMatchObject([
      {
        title: '2023年度考核',
        unitName: 'child org',
        carriedBy: [{ name: '并镇团委' }],
        name: '团费',
        state: 'open',
        last: '还有一个支部没有收',
      },
    ])
    expect(text).not.toMatch(/42\.6|约谈|表扬/)
    const same = await department(`/cycles/${cycle}/carried-over`)
    expect(same.json).toEqual({ measures: [] })
  })
})

describe('two years running', () => {
  it('is decided once there is a ratified result of the year before, which is shown', async () => {
    const child = world.units.child.id
    const outcome = [
      { unit: child, year: 2022, total: '50', rank: 3, grade: 'fair', met: [] },
      { unit: first, year: 2022, total: '90', rank: 1, grade: 'good', met: [] },
      { unit: middle, year: 2022, total: '60', rank: 2, grade: 'fair', met: [] },
    ]
    await yearBefore(world, cycle, outcome)
    await ratified(world, cycle, '更正', '补入上年结果')
    const { units } = await proposal('talk')
    expect(units).toMatchObject([
      {
        name: 'child org',
        met: 'yes',
        earlier: [{ year: 2022, unitName: 'child org', total: '50', rank: 3, grade: '较好' }],
        missingYears: [],
        refused: null,
      },
    ])
    expect(await measure('fee')).toMatchObject({ outdated: true })
    const body = { ...AGREED, assessees: [world.units.child.id] }
    expect((await (await ratifier())(decide('talk'), post(body))).json).toEqual({ decided: 1 })
  })

  it('lets nobody decide who works at the unit', async () => {
    const person = world.people.get('own-organiser')!
    const { id: org, path: way } = world.units.child
    await acting(world.db, { org, path: way, role: 'security-administrator' }, (db) =>
      db
        .insertInto('post')
        .values({ org, person, role: 'unit-clerk', department: null, stands_in_for: null })
        .execute(),
    )
    const body = { ...AGREED, assessees: [org] }
    const got = await (await organiser())(decide('fix'), post(body))
    expect(title(got)).toEqual([409, '您在child org任职，应当回避'])
  })

  it('tells when something is overdue', async () => {
    await setDay(world, cycle, '2024-03-02')
    expect(await measure('fee')).toMatchObject({ dueOn: '2024-03-01', overdue: true })
  })
})

// Written independently of the policies: what follows is known to those who decide, and to whom it was given.
describe('who learns of what follows', () => {
  const cases = places.flatMap((place) => accountRoles.map((role): [Role, Place] => [role, place]))
  it.each(cases)('%s at %s', async (role, place) => {
    const ask = await world.as(role, place)
    const inOffice = place === 'own' && ['organiser', 'ratifier'].includes(role)
    const got = await ask(path())
    expect([got.status, got.text.includes('约谈')]).toEqual([inOffice ? 200 : 404, inOffice])
    const rectifications = await ask('/rectifications')
    const isUnit = ['unit-clerk', 'unit-head'].includes(role)
    expect(rectifications.status).toBe(isUnit ? 200 : 404)
    expect([rectifications.text.includes('团费'), rectifications.text.includes('约谈')]).toEqual([
      isUnit && place === 'child',
      false,
    ])
  })

  it('not even by SQL', async () => {
    const seen = async (place: Place, role: string) => {
      const { id: org, path: way } = world.units[place]
      return acting(world.db, { org, path: way, role }, async (db) => [
        (await db.selectFrom('followup').select('source').execute()).length,
        (await db.selectFrom('followup_ground').select('measure').execute()).length,
        (await db.selectFrom('followup_step').select('id').execute()).length,
      ])
    }
    expect(await seen('own', 'ratifier')).toEqual([5, 5, 7])
    // Rectifications alone, for those who evaluate and those who go and look.
    expect(await seen('own', 'department-reviewer')).toEqual([1, 0, 3])
    expect(await seen('own', 'inspector')).toEqual([1, 0, 3])
    expect(await seen('own', 'unit-clerk')).toEqual([0, 0, 0])
    expect(await seen('child', 'unit-clerk')).toEqual([1, 0, 3])
    expect(await seen('child', 'subordinate-clerk')).toEqual([0, 0, 0])
    expect(await seen('sibling', 'unit-head')).toEqual([0, 0, 0])
    expect(await seen('parent', 'organiser')).toEqual([0, 0, 0])
    expect(await seen('own', 'public')).toEqual([0, 0, 0])
  })
})
