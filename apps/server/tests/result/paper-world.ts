import { randomUUID } from 'node:crypto'
import { acting, insertUnit } from '@kaohe/storage'
import { strFromU8, unzipSync } from 'fflate'
import { jobKinds } from '../../src/jobs/index.ts'
import { workOnce } from '../../src/jobs/work.ts'
import { seedCycle } from '../reporting/cycle.ts'
import { PASSWORD, type Sent, startWorld, type World } from '../world.ts'

// Two townships whose brand is marked by one department; grades by lines.
const SCHEME = `
方案: small-2023
名称: 示范县乡镇团委考核
版本: "1"
发文: {机关: 共青团示范县委, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
参与方:
  - {编号: organisation, 名称: 组织部, 身份: 部门}
考核对象:
  - {编号: township, 名称: 乡镇团委}
类别:
  - {编号: base, 名称: 基础工作, 满分: 100}
数据:
  - {编号: fee-rate, 名称: 团费收缴率, 类型: 数值, 单位: "%", 最大: 100%}
指标:
  - {编号: fee, 名称: 团费, 类别: base, 条款: 一, 分值: 40, 规则: {达标: {条件: fee-rate >= 95%, 得: 40}}}
  - {编号: brand, 名称: 品牌工作, 类别: base, 条款: 二, 分值: 60, 牵头: [organisation], 规则: {打分: {步长: 1/2}}}
总分: {}
排名: {分组: 同类, 并列: 并列占位}
评定:
  评定: 分数线
  等次:
    - {编号: good, 名称: 好, 分数: 90—100}
    - {编号: fair, 名称: 较好, 分数: 其他}
结果运用:
  - {编号: honour, 名称: 授予先进单位, 范围: {等次: [good]}, 措施: 表彰}
`

export interface PaperWorld {
  readonly world: World
  readonly cycle: string
  readonly snapshot: string
  /** The one with 92.5 points, and the one with 61.5. */
  readonly first: string
  readonly second: string
  ratify(): Promise<void>
  release(parts: readonly string[], assessees?: readonly string[]): Promise<void>
  detail(paper: string, body: object): Promise<void>
  /** Asks the server as the organiser, for bytes. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  ask(paper: string, body: object): Promise<Response>
  print(paper: string, body: object): Promise<Uint8Array>
  pack(body: object): Promise<Record<string, Uint8Array>>
}

const post = (body: object): Sent => ({ method: 'POST', body })
const put = (body: object): Sent => ({ method: 'PUT', body })

function must<T extends { readonly status: number; readonly text: string }>(got: T): T {
  if (got.status !== 200) throw new Error(`${got.status} ${got.text}`)
  return got
}

async function addNeighbour({ db, units }: World, cycle: string): Promise<string> {
  const { id: org, path } = units.own
  return acting(db, { org, path, role: 'organiser' }, async (asOrganiser) => {
    const fresh = { id: randomUUID(), name: '邻镇', kind: '乡镇' }
    const made = await insertUnit(asOrganiser, path, fresh, '2020-01-01')
    const row = { org, cycle, unit: made.id, type: 'township', peer_group: null }
    await asOrganiser
      .insertInto('assessee')
      .values({ ...row, excluded_because: null })
      .execute()
    return made.id
  })
}

async function assess(world: World, cycle: string, first: string, second: string): Promise<void> {
  const clerk = await world.as('unit-clerk', 'child')
  const entry = `/cycles/${cycle}/reports/${first}/entries/fee-rate`
  must(await clerk(entry, put({ state: 'value', text: '96', version: 0 })))
  const { db, people } = world
  await acting(
    db,
    { org: second, path: [...world.units.own.path, second], role: 'unit-clerk' },
    (asClerk) =>
      asClerk
        .insertInto('entry')
        .values({
          org: second,
          committee: world.units.own.id,
          cycle,
          fact: 'fee-rate',
          period: '',
          state: 'value',
          text: '80',
          reason: null,
          source: '本单位填报',
          person: people.get('child-unit-clerk')!,
        })
        .execute(),
  )
  const reviewer = await world.as('department-reviewer', 'own')
  const desk = `/cycles/${cycle}/desks/organisation`
  const said = [
    [first, '52.5', '品牌立得住，县里有影响。'],
    [second, '41.5', '活动有声势，台账不全。'],
  ] as const
  for (const [unit, text, comment] of said) {
    must(await reviewer(`${desk}/marks`, put({ unit, item: 'brand', text, version: 0 })))
    must(await reviewer(`${desk}/opinions`, put({ unit, grade: null, comment, version: 0 })))
  }
  const head = await world.as('department-head', 'own')
  must(await head(`${desk}/hand`, post({ version: 1 })))
  const secretary = await world.as('vice-secretary', 'own')
  must(await secretary(`${desk}/decide`, post({ approve: true, because: null, version: 2 })))
}

/** The words of a Word document, headers and all, a paragraph a line. */
export function wordsOf(bytes: Uint8Array): string {
  const parts = unzipSync(bytes)
  const names = Object.keys(parts).filter((name) => /^word\/(document|header\d*)\.xml$/.test(name))
  return names
    .map((name) => strFromU8(parts[name]!))
    .flatMap((xml) => [
      ...[...xml.matchAll(/ string="([^"]*)"/g)].map(([, text]) => text),
      ...xml.split('</w:p>').map((one) => one.replaceAll(/<[^>]+>/g, '')),
    ])
    .filter((one) => one !== '')
    .join('\n')
}

/** A cycle of two townships, frozen; everything else the tests do themselves. */
export async function startPaperWorld(): Promise<PaperWorld> {
  const world = await startWorld()
  const cycle = await seedCycle(world, SCHEME)
  const first = world.units.child.id
  const second = await addNeighbour(world, cycle)
  await assess(world, cycle, first, second)
  const organiser = await world.as('organiser', 'own')
  const frozen = must(await organiser(`/cycles/${cycle}/snapshots`, post({ name: '年终' })))
  const snapshot: string = frozen.json.id
  const login = { login: 'own-organiser', password: PASSWORD }
  const signedIn = (await world.ask('/session', post(login))) as unknown as { cookie: string }
  const cookie = signedIn.cookie.split(';', 1)[0]!
  const fetch = async (path: string, init: RequestInit = {}): Promise<Response> =>
    world.app.request(`/api${path}`, { ...init, headers: { Cookie: cookie } })
  const ask = (paper: string, body: object): Promise<Response> =>
    fetch(`/snapshots/${snapshot}/papers/${paper}`, { method: 'POST', body: JSON.stringify(body) })
  const bytesOf = async (response: Response): Promise<Uint8Array> => {
    if (response.status !== 200) throw new Error(await response.text())
    return new Uint8Array(await response.arrayBuffer())
  }
  return {
    world,
    cycle,
    snapshot,
    first,
    second,
    fetch,
    ask,
    ratify: async () => {
      const ratifier = await world.as('ratifier', 'own')
      const body = { body: '书记会', on: '2024-01-20', number: '3号', version: 1 }
      must(await ratifier(`/snapshots/${snapshot}/ratification`, post(body)))
    },
    release: async (parts, assessees) => {
      const body = { parts, consent: '书记会同意', on: '2024-01-22' }
      const sent = post(assessees === undefined ? body : { ...body, assessees })
      must(await organiser(`/snapshots/${snapshot}/release`, sent))
    },
    detail: async (paper, body) => {
      must(await organiser(`/snapshots/${snapshot}/papers/${paper}/detail`, put(body)))
    },
    print: async (paper, body) => bytesOf(await ask(paper, body)),
    pack: async (body) => {
      const { job } = must(await organiser(`/snapshots/${snapshot}/papers`, post(body))).json
      while (await workOnce(world.services, jobKinds));
      return unzipSync(await bytesOf(await fetch(`/jobs/${job}/file`)))
    },
  }
}
