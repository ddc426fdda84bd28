/**
 * What pages ask, counted: as many statements for a thousand units, two hundred indicators and two years as for ten
 * units, and at most eight. Every GET endpoint of the contract is asked, by whoever may.
 */
import { type Endpoint, endpoints } from '@kaohe/contract'
import { accountRoles } from '@kaohe/domain'
import { placeEntries } from '@kaohe/storage'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { must, startYear, type Year } from './planning/year.ts'
import { seedCycle } from './reporting/cycle.ts'
import { sampleOf } from './sample.ts'
import { statementsOf } from './statements.ts'
import { type Got, type Place, startWorld, type World } from './world.ts'

const MOST = 8
const INDICATORS = 200
const LONG = 500_000

/** What is not asked here, and why. */
const NOT_ASKED: Readonly<Record<string, string>> = {
  'followup.readHinges': 'wants a computed year, which tests of the room make',
  'followup.readMeasureUpload': 'one row, of a file on its way',
  'followup.readRectificationUpload': 'one row, of a file on its way',
  'jobs.readJob': 'one row, of work in the background',
  'jobs.readJobFile': 'bytes of one file',
  'planning.readPlanFile': 'bytes of one file',
  'reporting.previewEvidence': 'text of one file',
  'reporting.readEvidence': 'bytes of one file',
  'reporting.readObservationUpload': 'one row, of a file on its way',
  'reporting.readSharedSheet': 'a workbook to take away',
  'reporting.readUpload': 'one row, of a file on its way',
  'result.holdPublicity': 'comes by link',
  'result.readBundle': 'a file to take away, of a ratified year, which tests of the room make',
  'result.readCloseness': 'wants a computed year, which tests of the room make',
  'result.readObjectionUpload': 'one row, of a file on its way',
  'result.readPaperTemplate': 'a document to take away',
  'result.readPapers': 'wants a computed year, which tests of the room make',
  'result.readPublic': 'is asked without an account, of one row',
  'result.readSnapshot': 'wants a computed year, which tests of the room make',
  'result.readUnitResult': 'wants a computed year, which tests of the room make',
  'result.readWeights': 'wants a computed year, which tests of the room make',
  'review.followBallots': 'goes on',
  'review.followScreen': 'goes on',
  'review.listProblems': 'wants a meeting, which tests of the room make',
  'review.listSheets': 'wants a meeting, which tests of the room make',
  'review.readBallots': 'comes by link',
  'review.readBriefingFile': 'bytes of one file',
  'review.readMeeting': 'wants a meeting, which tests of the room make',
  'review.readOwnBriefingFile': 'comes by link',
  'review.readOwnLetter': 'comes by link',
  'review.readOwnProblems': 'comes by link',
  'review.readPaper': 'wants a letter, which tests of the room make',
  'review.readScan': 'bytes of one file',
  'review.readScreen': 'wants a meeting, which tests of the room make',
  'review.readSpeakerOutcome': 'wants a meeting, which tests of the room make',
  'review.readSummary': 'comes by link',
}

/** What an address is asked with, beyond what its shape demands. */
function demandedBy(path: string): Readonly<Record<string, string>> {
  if (path === '/units/search') return { q: '单位' }
  if (path === '/units-export') return { under: world.units.own.id, format: 'csv' }
  return {}
}

const SCHEME = `
方案: wide-2022
名称: 示范县乡镇团委考核办法
版本: "1"
发文: {机关: 共青团示范县委, 级别: 区县}
考核时段: {起: 2022-01-01, 止: 2022-12-31}
参与方: [{编号: organisation, 名称: 组织部, 身份: 部门}]
考核对象: [{编号: township, 名称: 乡镇团委}]
类别: [{编号: base, 名称: 基础工作}]
数据: [{编号: on-time, 名称: 按时报表, 类型: 是否}]
事件:
  - {编号: volunteer, 名称: 志愿服务活动}
  - {编号: project, 名称: 申报的项目, 属性: [{编号: title, 名称: 名称, 类型: 文字}, {编号: accepted, 名称: 是否认定, 类型: 是否, 认定: 是}]}
指标:
  - {编号: brand, 名称: 品牌工作, 类别: base, 分值: 20, 牵头: [organisation], 规则: {打分: {}}}
  - {编号: projects, 名称: 申报项目, 类别: base, 规则: {每次: {事件: project, 条件: accepted, 得: 1}}}
${Array.from({ length: INDICATORS }, (_, n) => `  - {编号: item-${n}, 名称: 第${n}项, 类别: base, 分值: 1, 规则: {达标: {条件: on-time, 得: 1}}}`).join('\n')}
日程: [{编号: hand-in, 名称: 报送情况表, 种类: 填报, 止: 2023-01-26, 条款: 五}]
`

/** So many units below the one in the middle, each with a year of everything in both cycles. */
const GROW = `
WITH fresh AS (
  INSERT INTO unit (id, path, parent, kind, name)
  SELECT id, (SELECT path FROM unit WHERE id = $1) || id, $1::uuid, '团委', '单位' || id
  FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, $2)) g RETURNING id),
placed AS (
  INSERT INTO unit_place (org, from_on, parent, name, kind)
  SELECT id, '2020-01-01', $1, '单位' || id, '团委' FROM fresh),
known AS (
  INSERT INTO unit_attribute (org, attribute, known_on, value, source)
  SELECT id, '团员数', '2020-01-01', '30', '团统' FROM fresh),
someone AS (
  INSERT INTO person (org, name, login) SELECT id, '某人', 'u' || replace(id::text, '-', '') FROM fresh
  RETURNING org, id),
held AS (
  INSERT INTO post (org, person, role, from_on) SELECT org, id, 'unit-clerk', '2020-01-01' FROM someone),
assessed AS (
  INSERT INTO assessee (org, cycle, unit, type)
  SELECT $1, c, id, 'township' FROM fresh, unnest($3::uuid[]) c RETURNING cycle, unit)
SELECT count(*) FROM assessed`

const FILL = [
  `INSERT INTO entry (org, committee, cycle, fact, state, text, source, person)
   SELECT unit, org, cycle, 'on-time', 'value', '是', '本单位填报', gen_random_uuid() FROM assessee ON CONFLICT DO NOTHING`,
  `INSERT INTO submission (org, committee, cycle, state) SELECT unit, org, cycle, 'draft' FROM assessee ON CONFLICT DO NOTHING`,
  `INSERT INTO happening (org, committee, cycle, event, happened_on, attributes, source, person)
   SELECT unit, org, cycle, 'volunteer', '2022-03-01', '{}', '本单位填报', gen_random_uuid() FROM assessee`,
  `INSERT INTO happening (org, committee, cycle, event, happened_on, attributes, source, person)
   SELECT unit, org, cycle, 'project', '2022-03-01', jsonb_build_object('title', '项目' || unit), '本单位填报', gen_random_uuid()
   FROM assessee`,
  `INSERT INTO evidence_file (org, cycle, sha256, name, type, size, person)
   SELECT unit, cycle, 'x' || unit, '照片.jpg', 'image/jpeg', 1, gen_random_uuid() FROM assessee`,
  `INSERT INTO evidence_item (org, file, item) SELECT org, id, 'brand' FROM evidence_file ON CONFLICT DO NOTHING`,
  `INSERT INTO mark (org, cycle, unit, item, party, text, person, at)
   SELECT a.org, a.cycle, a.unit, 'brand', 'organisation', '15', p.id, now()
   FROM assessee a, (SELECT id FROM person LIMIT 1) p ON CONFLICT DO NOTHING`,
  `INSERT INTO opinion (org, cycle, unit, party, comment, person, at)
   SELECT a.org, a.cycle, a.unit, 'organisation', '扎实', p.id, now()
   FROM assessee a, (SELECT id FROM person LIMIT 1) p ON CONFLICT DO NOTHING`,
  `INSERT INTO observation (org, cycle, unit, item, observed_on, text, person)
   SELECT org, cycle, unit, 'item-1', '2022-03-01', '看过', gen_random_uuid() FROM assessee`,
  `INSERT INTO question (org, cycle, unit, clause, text, asked_at)
   SELECT org, cycle, unit, '四', '怎么算', now() FROM assessee`,
  `INSERT INTO receipt (org, notice, unit) SELECT n.org, n.id, a.unit FROM notice n JOIN assessee a USING (org, cycle)
   ON CONFLICT DO NOTHING`,
]

let world: World
let year: Year
let wide = ''
let owner: Client

async function seeded(): Promise<void> {
  year = await startYear(world)
  wide = await seedCycle(world, SCHEME)
  const asked = await must((await world.as('organiser', 'own'))('/plans'))
  expect(asked.plans.length).toBeGreaterThan(0)
}

async function grow(units: number): Promise<void> {
  await owner.query(GROW, [world.units.own.id, units, [year.cycle, wide]])
  for (const sql of FILL) await owner.query(sql)
  const keeper = { origin: 'test', sign: (text: string) => text }
  await placeEntries(world.db, keeper, '2026-01-01T00:00:00Z')
  await owner.query('ANALYZE')
}

beforeAll(async () => {
  world = await startWorld()
  owner = new Client({ connectionString: world.url })
  await owner.connect()
  await seeded()
  await grow(10)
}, LONG)
afterAll(async () => {
  await owner.end()
  await world.stop()
})

/** Addresses of an endpoint with everything in braces filled in; none where something in them is not known here. */
function addressesOf(room: string, { path, query }: Endpoint): string[] {
  const known: Readonly<Record<string, string>> = {
    unit: world.units.child.id,
    assessee: world.units.child.id,
    scheme: year.scheme,
    plan: year.plan,
    proposal: year.proposal,
    fact: 'on-time',
    position: '1',
    old: '1',
    party: room === 'review' ? 'organisation' : year.department,
    item: room === 'review' ? 'brand' : 'item-1',
  }
  const sample = { ...(sampleOf(query) as object), ...demandedBy(path) }
  const search = new URLSearchParams(sample).toString()
  const cycles = room === 'planning' ? [year.cycle, wide] : [wide]
  const all = path.includes('{cycle}') ? cycles : ['']
  return all
    .map((cycle) =>
      path.replaceAll(/\{(\w+)\}/g, (whole, name: string) => ({ ...known, cycle })[name] ?? whole),
    )
    .filter((address) => !address.includes('{'))
    .map((address) => (search === '' ? address : `${address}?${search}`))
}

type Ask = Awaited<ReturnType<World['as']>>

/** Someone who is answered, of all roles in the middle and below. */
async function whoMay(address: string): Promise<Ask | undefined> {
  for (const place of ['own', 'child'] satisfies Place[])
    for (const role of accountRoles) {
      const ask = await world.as(role, place)
      if ((await ask(address)).status === 200) return ask
    }
  return undefined
}

async function counted(asked: ReadonlyMap<string, Ask>): Promise<[string, number][]> {
  const counts: [string, number][] = []
  // One after the other: they are counted together.
  for (const [address, ask] of asked) {
    const look = async (): Promise<Got> => {
      const got = await ask(address)
      expect([address, got.status]).toEqual([address, 200])
      return got
    }
    // What is read once and remembered is not counted.
    await look()
    counts.push([address, (await statementsOf(look)).length])
  }
  return counts
}

it('asks the database as often for a thousand units as for ten, and at most eight times', {
  timeout: LONG,
}, async () => {
  const asked = new Map<string, Ask>()
  const unasked: string[] = []
  for (const { room, name, endpoint } of endpoints) {
    if (endpoint.method !== 'GET') continue
    const found = await Promise.all(
      addressesOf(room, endpoint).map(async (address) => [address, await whoMay(address)] as const),
    )
    const may = found.filter((one): one is [string, Ask] => one[1] !== undefined)
    for (const [address, ask] of may) asked.set(address, ask)
    if (may.length === 0) unasked.push(`${room}.${name}`)
  }
  expect(unasked.toSorted()).toEqual(Object.keys(NOT_ASKED).toSorted())
  expect(asked.size).toBeGreaterThan(40)
  const few = await counted(asked)
  await grow(990)
  expect(await counted(asked)).toEqual(few)
  expect(few.filter(([, count]) => count > MOST)).toEqual([])
})
