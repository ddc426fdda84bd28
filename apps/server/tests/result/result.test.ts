import { accountRoles, type Role } from '@kaohe/domain'
import { acting } from '@kaohe/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedCycle } from '../reporting/cycle.ts'
import { type Place, places, type Sent, startWorld, type World } from '../world.ts'

// The township's fee counts 40, its brand is marked out of 60; the meeting gives the grade.
const SCHEME = `
方案: small-2023
名称: 示范县乡镇团委考核
版本: "1"
发文: {机关: 共青团示范县委, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
参与方:
  - {编号: organisation, 名称: 组织部, 身份: 部门}
  - {编号: meeting, 名称: 书记会, 身份: 书记}
考核对象:
  - {编号: township, 名称: 乡镇团委}
类别:
  - {编号: base, 名称: 基础工作}
数据:
  - {编号: fee-rate, 名称: 团费收缴率, 类型: 数值, 单位: "%", 最大: 100%}
指标:
  - {编号: fee, 名称: 团费, 类别: base, 条款: 一, 分值: 40, 规则: {达标: {条件: fee-rate >= 95%, 得: 40}}}
  - {编号: brand, 名称: 品牌工作, 类别: base, 条款: 二, 分值: 60, 牵头: [organisation], 规则: {打分: {步长: 1/2}}}
总分: {}
排名: {分组: 同类, 并列: 并列占位}
评定:
  评定: 会议
  审定: meeting
  等次:
    - {编号: good, 名称: 好}
    - {编号: fair, 名称: 较好}
`

let world: World
let cycle: string
let snapshot: string
beforeAll(async () => {
  world = await startWorld()
  cycle = await seedCycle(world, SCHEME)
}, 120_000)
afterAll(() => world.stop())

const post = (body: object): Sent => ({ method: 'POST', body })
const put = (body: object): Sent => ({ method: 'PUT', body })
const child = () => world.units.child.id
const organiser = () => world.as('organiser', 'own')
const ratifier = () => world.as('ratifier', 'own')

async function report(): Promise<void> {
  const clerk = await world.as('unit-clerk', 'child')
  const path = `/cycles/${cycle}/reports/${child()}/entries/fee-rate`
  await clerk(path, put({ state: 'value', text: '96', version: 0 }))
}

async function mark(text: string): Promise<void> {
  const reviewer = await world.as('department-reviewer', 'own')
  const desk = `/cycles/${cycle}/desks/organisation`
  await reviewer(`${desk}/marks`, put({ unit: child(), item: 'brand', text, version: 0 }))
  const comment = '品牌立得住，县里有影响。'
  await reviewer(`${desk}/opinions`, put({ unit: child(), grade: 'good', comment, version: 0 }))
  const head = await world.as('department-head', 'own')
  await head(`${desk}/hand`, post({ version: 1 }))
}

async function approve(): Promise<void> {
  const secretary = await world.as('vice-secretary', 'own')
  const desk = `/cycles/${cycle}/desks/organisation`
  await secretary(`${desk}/decide`, post({ approve: true, because: null, version: 2 }))
}

const unitOf = (json: { units: readonly object[] }) => json.units[0]

describe('a result, from nothing known to what a unit is told', () => {
  it('says between what the points lie while data and marks are missing', async () => {
    const { json } = await (await organiser())(`/cycles/${cycle}/result`)
    expect(unitOf(json)).toMatchObject({ points: null, least: '0', most: '100', gradeOpen: true })
    expect(json.missing).toEqual([
      { what: '打分：品牌工作', units: 1 },
      { what: '数据：团费收缴率', units: 1 },
    ])
  })

  it('counts a mark once the secretary in charge has agreed, and not before', async () => {
    await report()
    await mark('52.5')
    const before = await (await organiser())(`/cycles/${cycle}/result`)
    expect(unitOf(before.json)).toMatchObject({ points: null, least: '40', most: '100' })
    expect(before.text).not.toContain('52.5')
    await approve()
    const { json } = await (await organiser())(`/cycles/${cycle}/result`)
    expect(unitOf(json)).toMatchObject({ points: '92.5', rank: 1, grade: null, missing: 0 })
  })

  it('is frozen under a name, and then no later datum changes it', async () => {
    const ask = await organiser()
    const { json } = await ask(`/cycles/${cycle}/snapshots`, post({ name: '第一次书记会前' }))
    snapshot = json.id
    expect(json).toMatchObject({ name: '第一次书记会前', ratified: null, version: 1 })
    expect(json.digest).toMatch(/^[0-9a-f]{64}$/)
    const clerk = await world.as('unit-clerk', 'child')
    const path = `/cycles/${cycle}/reports/${child()}/entries/fee-rate`
    await clerk(path, put({ state: 'value', text: '80', version: 1 }))
    expect(unitOf((await ask(`/cycles/${cycle}/result`)).json)).toMatchObject({ points: '52.5' })
    const frozen = (await ask(`/snapshots/${snapshot}`)).json
    expect(unitOf(frozen)).toMatchObject({ points: '92.5' })
    expect(frozen.intact).toBe(true)
    const again = (await ask(`/cycles/${cycle}/snapshots`, post({ name: '改动以后' }))).json
    expect(again.digest).not.toBe(json.digest)
  })

  it('shows how the points of a unit came about, down to the clause, with what was said', async () => {
    const { json } = await (await organiser())(`/snapshots/${snapshot}/assessees/${child()}`)
    expect(json.items).toMatchObject([
      { name: '团费', clause: '一', points: '40', full: '40' },
      { name: '品牌工作', clause: '二', points: '52.5', full: '60' },
    ])
    expect(json.total).toMatch(/^总分＝.*＝92\.5分$/)
    expect(json.comments).toEqual([
      { party: '组织部', grade: '好', comment: '品牌立得住，县里有影响。' },
    ])
  })

  it('is not ratified while a grade is open, nor by the one who froze it', async () => {
    const body = { body: '书记会', on: '2024-01-20', version: 1 }
    const early = await (await ratifier())(`/snapshots/${snapshot}/ratification`, post(body))
    expect(early.json).toMatchObject({ status: 409, title: '还有 1 个单位的等次没有定' })
    const own = await (await organiser())(`/snapshots/${snapshot}/ratification`, post(body))
    expect(own.status).toBe(404)
  })

  it.each([
    ['no matter of the scheme', { matter: 'total', value: 'good' }, '/body/matter'],
    ['no grade of the scheme', { matter: 'grade', value: 'best' }, '/body/value'],
    [
      'someone not assessed',
      { assessee: '00000000-0000-4000-8000-000000000000' },
      '/body/assessee',
    ],
    ['another body than the scheme names', { body: '部务会' }, '/body/body'],
    ['no reason', { reason: ' ' }, '/body/reason'],
  ])('refuses to record %s', async (_, more, pointer) => {
    const { status, json } = await (await organiser())(
      `/snapshots/${snapshot}/resolutions`,
      post({ ...resolution(), ...more }),
    )
    expect([status, json.faults[0].pointer]).toEqual([422, pointer])
  })

  const resolution = () => ({
    assessee: child(),
    matter: 'grade',
    value: 'fair',
    body: '书记会',
    decidedOn: '2024-01-18',
    mover: '分管书记',
    reason: '品牌突出，团费个别月份偏低',
    votes: { for: 4, against: 1, abstained: 0 },
  })

  it('takes the grade that the meeting decided, with mover, reason and vote; the last word counts', async () => {
    const ask = await organiser()
    const path = `/snapshots/${snapshot}/resolutions`
    const first = await ask(path, post(resolution()))
    expect(first.json.resolution).toMatchObject({ matterName: '等次', said: '较好' })
    expect(unitOf((await ask(`/snapshots/${snapshot}`)).json)).toMatchObject({ grade: 'fair' })
    await ask(path, post({ ...resolution(), value: 'good', reason: '复议', votes: null }))
    expect(unitOf((await ask(`/snapshots/${snapshot}`)).json)).toMatchObject({
      grade: 'good',
      gradeOpen: false,
    })
    const { resolutions } = (await ask(`/snapshots/${snapshot}/assessees/${child()}`)).json
    expect(resolutions).toMatchObject([
      { said: '较好', votes: { for: 4, against: 1, abstained: 0 } },
      { said: '好', reason: '复议', votes: null },
    ])
  })

  it('takes one opinion of the office out of all remarks, which nobody writes over unseen', async () => {
    const ask = await organiser()
    const path = `/snapshots/${snapshot}/assessees/${child()}`
    const remark = '品牌立得住，县里有影响。'
    expect((await ask(path)).json.opinion).toEqual({ text: remark, version: 0 })
    const text = `总体较好。${remark}`
    const saved = await ask(`${path}/opinion`, put({ text, version: 0 }))
    expect(saved.json).toEqual({ text, version: 1 })
    expect((await ask(path)).json.opinion).toEqual({ text, version: 1 })
    for (const version of [0, 7])
      expect((await ask(`${path}/opinion`, put({ text: '别的', version }))).status).toBe(409)
    const other = `/snapshots/${snapshot}/assessees/${world.units.sibling.id}/opinion`
    expect((await ask(other, put({ text, version: 0 }))).status).toBe(404)
    await ask(`${path}/opinion`, put({ text: remark, version: 1 }))
  })

  it('is not released before it is ratified', async () => {
    const body = { parts: ['grade'], consent: '书记会同意', on: '2024-01-22' }
    const { json } = await (await organiser())(`/snapshots/${snapshot}/release`, post(body))
    expect(json).toMatchObject({ status: 409, title: '结果还没有审定，不能反馈' })
  })

  it('is ratified by the body, and then stands', async () => {
    const ask = await ratifier()
    const body = { body: '书记会', on: '2024-01-20', number: '3号', version: 1 }
    const { json } = await ask(`/snapshots/${snapshot}/ratification`, post(body))
    expect(json).toMatchObject({ ratified: { body: '书记会', on: '2024-01-20', number: '3号' } })
    const late = await (await organiser())(`/snapshots/${snapshot}/resolutions`, post(resolution()))
    expect(late.status).toBe(409)
    const path = `/snapshots/${snapshot}/assessees/${child()}/opinion`
    expect((await (await organiser())(path, put({ text: '改', version: 2 }))).status).toBe(409)
  })

  it('tells a unit what was released to it, and nothing else', async () => {
    const unit = await world.as('unit-head', 'child')
    expect((await unit('/released')).json).toEqual({ results: [] })
    const body = { parts: ['grade', 'comments'], consent: '书记会同意', on: '2024-01-22' }
    const released = await (await organiser())(`/snapshots/${snapshot}/release`, post(body))
    expect(released.json).toEqual({ units: 1, objectionUntil: null })
    const { json, text } = await unit('/released')
    expect(json.results).toEqual([
      {
        cycle,
        title: '2023年度考核',
        releasedOn: '2024-01-22',
        ratified: '书记会2024-01-20审定（3号）',
        grade: '好',
        total: null,
        rank: null,
        items: null,
        comment: '品牌立得住，县里有影响。',
        release: expect.any(String),
        objection: null,
      },
    ])
    expect(text).not.toMatch(/92\.5|52\.5/)
  })

  it('shows more once that is released, and only the latest', async () => {
    const parts = ['grade', 'total', 'rank', 'items']
    const body = { parts, consent: '书记会同意', on: '2024-01-25' }
    await (await organiser())(`/snapshots/${snapshot}/release`, post(body))
    const { json } = await (await world.as('unit-clerk', 'child'))('/released')
    expect(json.results).toHaveLength(1)
    expect(json.results[0]).toMatchObject({ total: '92.5', rank: 1, comment: null })
    expect(json.results[0].items[1].lines[0].text).toContain('52.5')
  })

  it('is corrected only by another frozen result, with a reason, and the first one stays on record', async () => {
    const ask = await organiser()
    const fresh = (await ask(`/cycles/${cycle}/snapshots`, post({ name: '更正' }))).json.id
    const decided = { ...resolution(), value: 'fair', reason: '团费更正' }
    await ask(`/snapshots/${fresh}/resolutions`, post(decided))
    const bare = { body: '书记会', on: '2024-02-20', version: 1 }
    const path = `/snapshots/${fresh}/ratification`
    expect((await (await ratifier())(path, post(bare))).status).toBe(422)
    const { json } = await (await ratifier())(path, post({ ...bare, because: '团费数据报错' }))
    expect(json).toMatchObject({ replaces: snapshot, because: '团费数据报错' })
    expect(unitOf((await ask(`/snapshots/${snapshot}`)).json)).toMatchObject({ points: '92.5' })
  })
})

// Written independently of the policies: nobody else learns a result before it is released to him.
describe('who learns of results', () => {
  const cases = places.flatMap((place) => accountRoles.map((role): [Role, Place] => [role, place]))
  const readers: readonly Role[] = ['organiser', 'ratifier']
  it.each(cases)('%s at %s', async (role, place) => {
    const ask = await world.as(role, place)
    const expected = place === 'own' && readers.includes(role) ? 200 : 404
    const paths = [
      `/cycles/${cycle}/result`,
      `/snapshots/${snapshot}`,
      `/snapshots/${snapshot}/assessees/${child()}`,
    ]
    for (const path of paths) expect([path, (await ask(path)).status]).toEqual([path, expected])
  })

  it('not even by SQL', async () => {
    const seen = async (place: Place, role: string) => {
      const { id: org, path } = world.units[place]
      return acting(world.db, { org, path, role }, async (db) => [
        (await db.selectFrom('snapshot').select('id').execute()).length,
        (await db.selectFrom('resolution').select('id').execute()).length,
        (await db.selectFrom('release').select('id').execute()).length,
      ])
    }
    expect(await seen('own', 'organiser')).toEqual([3, 3, 2])
    expect(await seen('own', 'department-head')).toEqual([0, 0, 0])
    expect(await seen('child', 'unit-head')).toEqual([0, 0, 1])
    expect(await seen('child', 'subordinate-clerk')).toEqual([0, 0, 0])
    expect(await seen('parent', 'organiser')).toEqual([0, 0, 0])
    expect(await seen('sibling', 'unit-head')).toEqual([0, 0, 0])
  })
})
