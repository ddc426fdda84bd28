import { accountRoles, type Role } from '@kaohe/domain'
import { acting } from '@kaohe/storage'
import { readSheets } from '@kaohe/intake'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addTownship, post, put, ratified, released, reported, seedYear } from '../result/year.ts'
import { loginOf, PASSWORD, type Place, places, startWorld, type World } from '../world.ts'

// A fifth is what young people answered, of which one rate counts; a tenth the points that they gave.
const SCHEME = `
方案: asked-2023
名称: 示范县乡镇团委考核
版本: "1"
发文: {机关: 共青团示范县委, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
参与方:
  - {编号: agency, 名称: 受委托的机构, 身份: 专业机构}
  - {编号: youth, 名称: 青年, 身份: 青年}
  - {编号: meeting, 名称: 书记会, 身份: 书记}
考核对象:
  - {编号: township, 名称: 乡镇团委}
评价方式:
  - {编号: data, 名称: 数据, 占比: 70%, 方式: 数据监控}
  - {编号: rate, 名称: 满意度, 占比: 20%, 方式: 抽样调查}
  - {编号: voice, 名称: 青年评议, 占比: 10%, 方式: 抽样调查, 评价人: [youth]}
数据:
  - {编号: hours, 名称: 志愿服务时长, 类型: 数值, 单位: 小时}
  - {编号: satisfaction, 名称: 青年满意度, 类型: 数值, 单位: "%", 最大: 100%, 来源: 抽样调查, 提供: agency}
指标:
  - {编号: service, 名称: 志愿服务, 评价方式: data, 分值: 100, 规则: {按比例: {量: hours, 目标: 100小时, 超出: 封顶}}}
  - {编号: asked, 名称: 青年满意度得分, 评价方式: rate, 分值: 100, 条款: 四, 规则: {按比例: {量: satisfaction, 目标: 100%}}}
  - {编号: interview, 名称: 电话访谈, 评价方式: voice, 分值: 100, 规则: {打分: {依据: 访谈}}}
总分: {}
排名: {分组: 全部, 并列: 并列占位}
`

let world: World
let cycle: string
let other: string
beforeAll(async () => {
  world = await startWorld()
  cycle = await seedYear(world, SCHEME)
  other = await addTownship(world, cycle, '乙乡团委')
  await reported(world, cycle, world.units.child.id, { hours: '90' })
  await reported(world, cycle, other, { hours: '70' })
}, 120_000)
afterAll(() => world.stop())

const own = () => world.units.child
async function bytesAt(path: string): Promise<Uint8Array> {
  const login = { login: loginOf('organiser', 'own'), password: PASSWORD }
  const body = JSON.stringify(login)
  const signedIn = await world.app.request('/api/session', { method: 'POST', body })
  const Cookie = signedIn.headers.get('Set-Cookie')!.split(';', 1)[0]!
  const answer = await world.app.request(`/api${path}`, { headers: { Cookie } })
  expect(answer.status).toBe(200)
  return new Uint8Array(await answer.arrayBuffer())
}
const list = async () =>
  (await (await world.as('organiser', 'own'))(`/cycles/${cycle}/surveys`)).json
const csv = (text: string, name = '青年评议.csv') => ({
  name,
  content: Buffer.from(text).toString('base64'),
})
const HEAD = '单位,有效样本数,青年满意度（%）,电话访谈'
const GOOD = `${HEAD}\nchild org,120,86.5,90\n乙乡团委,,80%,\n`
const ABOUT = {
  name: '2023年青年评议',
  method: '电话访谈',
  source: '某某调查公司',
  from: '2023-12-20',
  to: '2023-12-28',
  answers: 231,
}
const hand = async (text: string, more: object = {}) => {
  const ask = await world.as('organiser', 'own')
  return ask(`/cycles/${cycle}/surveys`, post({ ...ABOUT, file: csv(text), ...more }))
}
const look = async (file: object, more: object = {}) =>
  (await world.as('organiser', 'own'))(`/cycles/${cycle}/surveys/look`, post({ ...file, ...more }))
// In the order of their letters, not of their ranks, which change with what comes in.
const points = async () => {
  const { json } = await (await world.as('organiser', 'own'))(`/cycles/${cycle}/result`)
  const rows: (string | null)[][] = json.units.map(
    ({ name, points: total, least, most }: never) => [name, total, least, most],
  )
  return rows.toSorted(([a], [b]) => (a! < b! ? -1 : 1))
}

describe('what a survey came to', () => {
  it('has a column for each figure that the scheme takes from a survey, and none is typed in elsewhere', async () => {
    const { columns, units, surveys, closed } = await list()
    expect(columns).toEqual([
      {
        subject: 'fact:satisfaction/',
        name: '青年满意度',
        type: 'number',
        unit: '%',
        clause: null,
      },
      { subject: 'mark:interview', name: '电话访谈', type: 'number', unit: '分', clause: null },
    ])
    expect([units, surveys, closed]).toEqual([2, [], null])
    const { json } = await (await world.as('organiser', 'own'))(`/cycles/${cycle}/facts`)
    expect(json.facts).toEqual([])
  })

  it('can be filled into a workbook that has a row for each unit', async () => {
    const bytes = await bytesAt(`/cycles/${cycle}/surveys/sheet`)
    const { sheets } = readSheets({ path: 'x.xlsx', bytes }, () => false)
    const rows = sheets[0]!.rows.map(({ cells }) => [...cells.values()].map(({ text }) => text))
    expect(rows[0]).toEqual(['单位编号', '单位', '有效样本数', '青年满意度', '电话访谈'])
    expect(rows.slice(1).map(([, name]) => name)).toEqual(
      expect.arrayContaining(['child org', '乙乡团委']),
    )
  })

  it('is shown row by row before it is taken', async () => {
    const { json } = await look(csv(GOOD))
    expect(json).toEqual({
      refused: [],
      notes: [],
      rows: [
        {
          place: '青年评议 第 2 行',
          unit: own().id,
          name: 'child org',
          answers: 120,
          cells: [
            { subject: 'fact:satisfaction/', text: '86.5%' },
            { subject: 'mark:interview', text: '90' },
          ],
        },
        {
          place: '青年评议 第 3 行',
          unit: other,
          name: '乙乡团委',
          answers: null,
          cells: [{ subject: 'fact:satisfaction/', text: '80%' }],
        },
      ],
    })
    expect((await list()).surveys).toEqual([])
  })

  it.each([
    [
      'a unit that is not there',
      `${HEAD}\n丙乡团委,,80,\n`,
      '青年评议!A2',
      '没有这个参加考核的单位',
    ],
    ['a unit twice', `${HEAD}\nchild org,,80,\nchild org,,81,\n`, '青年评议 第 3 行', '写了两行'],
    ['a rate above its most', `${HEAD}\nchild org,,180,\n`, '青年评议!C2', '100%'],
    ['points above the most', `${HEAD}\nchild org,,,101\n`, '青年评议!D2', '100'],
    ['a number of answers that is none', `${HEAD}\nchild org,许多,80,\n`, '青年评议!B2', '整数'],
    ['no figure at all', `${HEAD}\n`, '青年评议.csv', '一个数也没有'],
    ['columns that are not asked for', '单位,知晓度\nchild org,80\n', '青年评议.csv', '青年满意度'],
  ])('is refused as a whole for %s', async (_, text, place, says) => {
    const { json } = await look(csv(text))
    expect(json.refused.map((one: { place: string }) => one.place)).toContain(place)
    expect(JSON.stringify(json.refused)).toContain(says)
    const taken = await hand(text)
    expect(taken.status).toBe(422)
    expect(taken.text).toContain(place)
    expect((await list()).surveys).toEqual([])
  })

  it.each([
    ['method', ''],
    ['source', ' '],
    ['from', ''],
    ['to', '2023-01-01'],
    ['answers', 0],
  ])('is refused without a good %s', async (key, value) => {
    expect((await hand(GOOD, { [key]: value })).status).toBe(422)
  })

  it('counts as soon as it is taken, in place of what was typed in before', async () => {
    expect(await points()).toEqual([
      ['child org', null, '63', '93'],
      ['乙乡团委', null, '49', '79'],
    ])
    await reported(world, cycle, own().id, { satisfaction: '10%' })
    const { status, json } = await hand(GOOD)
    expect(status).toBe(200)
    expect(json.survey).toMatchObject({ stands: true, by: 'organiser@own', rows: [{}, {}] })
    expect(await points()).toEqual([
      ['child org', '89.3', '89.3', '89.3'],
      ['乙乡团委', null, '65', '75'],
    ])
  })

  it('gives no figure that another one gives', async () => {
    const again = await hand(`${HEAD}\n乙乡团委,,81,70\n`, { name: '网络调查', method: '网络问卷' })
    expect(again.status).toBe(422)
    expect(again.text).toContain('已由《2023年青年评议》给出')
    const besides = await hand(`单位,电话访谈\n乙乡团委,70\n`, { name: '补充访谈', answers: null })
    expect(besides.status).toBe(200)
    expect((await points())[1]).toEqual(['乙乡团委', '72', '72', '72'])
  })

  it('is replaced by a version with its reason, and the one before stays on record', async () => {
    const [, first] = (await list()).surveys
    const bare = await hand(GOOD, { replaces: first.id })
    expect(bare.status).toBe(422)
    const mended = GOOD.replace('86.5', '90')
    const { json } = await hand(mended, { replaces: first.id, because: '漏算一批电话' })
    expect(json.survey).toMatchObject({ stands: true, replaces: first.id, because: '漏算一批电话' })
    expect((await points())[0]).toEqual(['child org', '90', '90', '90'])
    const { surveys } = await list()
    expect(surveys.map(({ stands }: { stands: boolean }) => stands)).toEqual([true, true, false])
    const late = await hand(GOOD, { replaces: first.id, because: '再换' })
    expect(late.json).toMatchObject({ status: 409, title: '这一版已经被换过或者撤回' })
  })

  it('can be withdrawn with a reason, and then does not count', async () => {
    const extra = (await list()).surveys.find(({ name }: { name: string }) => name === '补充访谈')
    const ask = await world.as('organiser', 'own')
    const path = `/cycles/${cycle}/surveys/${extra.id}/withdrawal`
    expect((await ask(path, post({ because: '不是这个年度的' }))).json.survey.stands).toBe(false)
    expect((await points())[1]).toEqual(['乙乡团委', null, '65', '75'])
    expect(
      (await hand(`单位,电话访谈\n乙乡团委,70\n`, { name: '补充访谈', answers: null })).status,
    ).toBe(200)
  })
})

describe('after a result was frozen', () => {
  let snapshot: string
  it('nothing is changed until two persons open it again', async () => {
    snapshot = await ratified(world, cycle, '会前')
    expect((await list()).closed).toMatchObject({ name: '会前' })
    const [standing] = (await list()).surveys
    const refused = await hand(GOOD, { replaces: standing.id, because: '再换' })
    expect(refused.json).toMatchObject({
      status: 409,
      title: '结果已经冻结（会前），调查结果不能再改',
    })
    const ask = await world.as('organiser', 'own')
    const path = `/cycles/${cycle}/surveys/reopening`
    const ratifier = await world.as('ratifier', 'own')
    expect((await ratifier(path, post({}))).json.title).toBe('没有人申请重新打开调查结果')
    expect((await ask(path, put({ because: '机构更正' }))).status).toBe(200)
    expect((await ask(path, put({ because: '机构更正' }))).status).toBe(409)
    expect((await ask(path, post({}))).json.title).toContain('不能自己确认')
    expect((await list()).reopening).toMatchObject({ because: '机构更正', mine: true })
    expect((await ratifier(path, post({}))).status).toBe(200)
    expect((await list()).closed).toBeNull()
    expect((await ask(path, put({ because: '再来' }))).status).toBe(409)
  })

  it('every figure has beside it who asked, how, when, and how many answered', async () => {
    const ask = await world.as('organiser', 'own')
    const { json, text } = await ask(`/snapshots/${snapshot}/assessees/${own().id}`)
    const said =
      '《2023年青年评议》（某某调查公司，电话访谈，2023-12-20 至 2023-12-28，本单位有效样本 120）'
    const asked = json.items.find(({ id }: { id: string }) => id === 'asked')
    expect(asked.surveys).toEqual([said])
    expect(asked.lines).toContainEqual({ depth: 1, text: `调查：${said}` })
    const service = json.items.find(({ id }: { id: string }) => id === 'service')
    expect(service.surveys).toEqual([])
    expect(text).not.toContain('"10%"')
    const two = (await ask(`/snapshots/${snapshot}/assessees/${other}`)).text
    expect(two).toContain('电话访谈，2023-12-20 至 2023-12-28，有效样本共 231')
  })

  it('the bundle says how and when, and names nobody', async () => {
    const files = unzipSync(await bytesAt(`/snapshots/${snapshot}/bundle`))
    const facts = new TextDecoder().decode(files['core/facts.json'])
    expect(facts).toContain(
      '调查结果《2023年青年评议》（电话访谈，2023-12-20 至 2023-12-28，本单位有效样本 120）',
    )
    const all = Object.values(files).map((one) => new TextDecoder().decode(one))
    expect(all.filter((one) => one.includes('某某调查公司'))).toEqual([])
  })

  it('a unit learns of it by the release, with what lies behind the figure', async () => {
    const unit = await world.as('unit-head', 'child')
    expect((await unit('/released')).text).not.toContain('青年评议》')
    await released(world, snapshot, ['items'])
    expect((await unit('/released')).text).toContain('调查：《2023年青年评议》（某某调查公司')
  })
})

// Written independently of the policies.
describe('who learns of a survey before a release', () => {
  const readers: readonly Role[] = ['organiser', 'ratifier']
  const cases = places.flatMap((place) => accountRoles.map((role): [Role, Place] => [role, place]))
  it.each(cases)('%s at %s', async (role, place) => {
    const ask = await world.as(role, place)
    const reads = place === 'own' && readers.includes(role)
    const got = await ask(`/cycles/${cycle}/surveys`)
    expect(got.status).toBe(reads ? 200 : 404)
    expect(got.text.includes('90%') || got.text.includes('某某调查公司')).toBe(reads)
    const hands = place === 'own' && role === 'organiser'
    const looked = await ask(`/cycles/${cycle}/surveys/look`, post(csv(GOOD)))
    expect(looked.status).toBe(hands ? 200 : 404)
    const report = await ask(`/cycles/${cycle}/reports/${own().id}`)
    expect(report.text).not.toContain('某某调查公司')
    expect(report.text).not.toContain('"90%"')
  })

  it('not even by SQL', async () => {
    const seen = async (place: Place, role: string) => {
      const { id: org, path } = world.units[place]
      return acting(world.db, { org, path, role }, async (db) => {
        return (await db.selectFrom('survey').selectAll().execute()).length
      })
    }
    expect(await seen('own', 'organiser')).toBe(5)
    expect(await seen('own', 'department-head')).toBe(0)
    expect(await seen('own', 'survey-agency')).toBe(0)
    expect(await seen('own', 'observer')).toBe(0)
    expect(await seen('child', 'unit-head')).toBe(0)
    expect(await seen('parent', 'organiser')).toBe(0)
  })
})
