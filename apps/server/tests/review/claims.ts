import { randomUUID } from 'node:crypto'
import { acting, insertUnit } from '@kaohe/storage'
import { seedCycle } from '../reporting/cycle.ts'
import type { Sent, World } from '../world.ts'

/** Each accepted project brings what the office awards, 5 points at most in all. */
const SCHEME = `
方案: claims-2023
名称: 示范县乡镇团委考核
版本: "1"
发文: {机关: 共青团示范县委, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
参与方:
  - {编号: organisation, 名称: 组织部, 身份: 部门}
  - {编号: publicity, 名称: 宣传部, 身份: 部门}
  - {编号: meeting, 名称: 书记会, 身份: 书记}
考核对象:
  - {编号: township, 名称: 乡镇团委}
类别:
  - {编号: bonus, 名称: 加分, 性质: 加分}
事件:
  - 编号: project
    名称: 申报加分的项目
    属性:
      - {编号: title, 名称: 项目名称, 类型: 文字}
      - {编号: sort, 名称: 种类, 类型: 选项, 选项: [创新项目, 表彰项目]}
      - {编号: accepted, 名称: 是否认定, 类型: 是否, 认定: 是}
      - {编号: award, 名称: 认定的分值, 类型: 数值, 单位: 分, 最小: 1分, 最大: 3分, 认定: 是}
    来源: 申报
    支撑材料:
      - {名称: 正式文件, 形式: 文件, 必交: 是}
      - {名称: 表彰文件复印件, 形式: 文件}
指标:
  - 编号: projects
    名称: 创新和表彰项目
    类别: bonus
    条款: 三
    牵头: [organisation]
    规则: {每次: {事件: project, 条件: accepted, 得: award, 去重: {按: [title], 取: 最高}}, 上限: 5}
总分: {}
评定:
  评定: 会议
  审定: meeting
  等次: [{编号: good, 名称: 好}, {编号: fair, 名称: 较好}]
`

export const post = (body: object): Sent => ({ method: 'POST', body })
export const put = (body: object): Sent => ({ method: 'PUT', body })

export interface Claims {
  readonly cycle: string
  readonly earlier: string
  /** Another unit that is assessed. */
  readonly other: { readonly id: string; readonly path: readonly string[] }
}

/** A cycle in which bonus points are claimed, one of the year before, and a second unit. */
export async function seedClaims(world: World): Promise<Claims> {
  const { id: org, path } = world.units.own
  const earlier = await seedCycle(world, SCHEME.replaceAll('2023', '2022'))
  const cycle = await seedCycle(world, SCHEME)
  const id = randomUUID()
  await acting(world.db, { org, path, role: 'organiser' }, async (db) => {
    await db
      .updateTable('cycle')
      .set({ starts_on: '2022-01-01', ends_on: '2022-12-31', title: '2022年度考核' })
      .where('id', '=', earlier)
      .execute()
    await insertUnit(db, path, { id, name: '乙镇团委', kind: '团委' }, '2020-01-01')
    const row = { org, cycle, unit: id, type: 'township', peer_group: null, excluded_because: null }
    await db.insertInto('assessee').values(row).execute()
  })
  return { cycle, earlier, other: { id, path: [...path, id] } }
}

/** A claim as it lies in the database, for a unit in which nobody of the test has a post. */
export async function layClaim(
  world: World,
  { id: org, path }: { readonly id: string; readonly path: readonly string[] },
  cycle: string,
  attributes: Record<string, string>,
): Promise<string> {
  const { id: committee } = world.units.own
  return acting(world.db, { org, path: [...path], role: 'unit-clerk' }, async (db) => {
    const { id } = await db
      .insertInto('happening')
      .values({
        org,
        committee,
        cycle,
        event: 'project',
        happened_on: '2023-03-01',
        attributes: JSON.stringify(attributes),
        source: '本单位填报',
        person: randomUUID(),
        voided_because: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  })
}

/** A file of these bytes, handed in for the item of claims. @returns its identifier */
export async function layFile(
  world: World,
  { id: org, path }: { readonly id: string; readonly path: readonly string[] },
  cycle: string,
  { name, sha256, item = 'projects' }: { name: string; sha256: string; item?: string },
): Promise<string> {
  return acting(world.db, { org, path: [...path], role: 'unit-clerk' }, async (db) => {
    const person = randomUUID()
    const file = { org, cycle, sha256, name, type: 'application/pdf', size: 10, shows_on: null }
    const { id } = await db
      .insertInto('evidence_file')
      .values({ ...file, person })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db.insertInto('evidence_item').values({ org, file: id, item, removed_at: null }).execute()
    return id
  })
}
