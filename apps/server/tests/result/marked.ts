/** A year with two sources: two fifths by data, three by what an office marks out of 100. */
import { acting } from '@kaohe/storage'
import type { World } from '../world.ts'

export const MARKED_SCHEME = `
方案: marked-2023
名称: 示范县乡镇团委考核
版本: "1"
发文: {机关: 共青团示范县委, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
参与方:
  - {编号: organisation, 名称: 组织部, 身份: 部门}
  - {编号: meeting, 名称: 书记会, 身份: 书记}
考核对象: [{编号: township, 名称: 乡镇团委}]
评价方式:
  - {编号: data, 名称: 数据, 占比: 40%, 方式: 数据监控}
  - {编号: office, 名称: 部门评价, 占比: 60%, 方式: 部门评价}
类别: [{编号: base, 名称: 基础工作}]
数据:
  - {编号: hours, 名称: 志愿服务时长, 类型: 数值, 单位: 小时}
指标:
  - {编号: service, 名称: 志愿服务, 评价方式: data, 条款: 二, 分值: 100, 规则: {按比例: {量: hours, 目标: 100小时, 超出: 封顶}}}
  - {编号: brand, 名称: 品牌, 评价方式: office, 条款: 三, 分值: 100, 牵头: [organisation], 规则: {打分: {步长: 1}}}
总分: {}
排名: {分组: 全部, 并列: 并列占位}
评定:
  评定: 分数线
  审定: meeting
  等次:
    - {编号: good, 名称: 好, 分数: 80及以上}
    - {编号: fair, 名称: 较好, 分数: 不足80}
`

/** The office's marks, by unit, as if handed in and agreed; how that goes is told by the tests of the room review. */
export async function marked(
  world: World,
  cycle: string,
  marks: ReadonlyMap<string, string>,
): Promise<void> {
  const { id: org, path } = world.units.own
  const person = world.people.get('own-department-head')!
  const at = '2024-01-10T00:00:00Z'
  await acting(world.db, { org, path, role: 'organiser' }, async (db) => {
    const desk = { org, cycle, party: 'organisation', state: 'approved' as const }
    await db
      .insertInto('desk')
      .values({ ...desk, handed_by: person, handed_at: at })
      .execute()
    const mark = { org, cycle, item: 'brand', party: 'organisation', person, at }
    const rows = [...marks].map(([unit, text]) => ({ ...mark, unit, text }))
    await db.insertInto('mark').values(rows).execute()
  })
}
