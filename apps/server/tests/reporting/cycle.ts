import { acting } from '@kaohe/storage'
import type { World } from '../world.ts'

const SCHEME = `
方案: demo-2023
名称: 示范县乡镇团委考核办法
版本: "1"
发文: {机关: 共青团示范县委, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
参与方:
  - {编号: organisation, 名称: 组织部, 身份: 部门}
考核对象:
  - {编号: township, 名称: 乡镇团委}
类别:
  - {编号: base, 名称: 基础工作}
数据:
  - {编号: fee-rate, 名称: 团费收缴率, 类型: 数值, 单位: "%", 最大: 100%}
  - {编号: hours, 名称: 志愿服务时长, 类型: 数值, 单位: 小时, 可不适用: 是}
  - {编号: study-rate, 名称: 参学率, 类型: 数值, 单位: "%", 周期: 每月}
  - {编号: on-time, 名称: 按时报表, 类型: 是否, 提供: organisation}
事件:
  - 编号: volunteer
    名称: 志愿服务活动
    属性:
      - {编号: level, 名称: 活动级别, 类型: 选项, 选项: [区级, 市级]}
      - {编号: people, 名称: 参加人数, 类型: 数值, 单位: 人, 最小: 1人}
  - {编号: visit, 名称: 观摩, 提供: organisation}
指标:
  - {编号: fee, 名称: 团费, 类别: base, 分值: 10, 规则: {达标: {条件: fee-rate >= 95%, 得: 10}}}
  - {编号: time, 名称: 时长, 类别: base, 分值: 5, 不适用时: 得满分, 规则: {达标: {条件: hours >= 20小时, 得: 5}}}
  - {编号: study, 名称: 学习, 类别: base, 规则: {逐期: {规则: {达标: {条件: study-rate >= 90%, 得: 1}}, 取: 合计}}}
  - {编号: table, 名称: 报表, 类别: base, 分值: 5, 规则: {达标: {条件: on-time, 得: 5}}}
  - {编号: service, 名称: 志愿服务, 类别: base, 规则: {每次: {事件: volunteer, 得: 2}}}
  - {编号: host, 名称: 承接观摩, 类别: base, 规则: {每次: {事件: visit, 得: 3}}}
  - {编号: brand, 名称: 品牌工作, 类别: base, 分值: 20, 牵头: [organisation], 规则: {打分: {步长: 1/2}}}
否决降等:
  - {编号: late, 名称: 逾期不报, 条件: 非 on-time, 取消评优: 是, 条款: 五}
日程:
  - {编号: hand-in, 名称: 报送情况表, 种类: 填报, 止: 2024-01-26, 条款: 五}
  - {编号: monthly, 名称: 报送信息, 种类: 填报, 每月: 月底, 条款: 六}
`

/** A cycle of the organisation in the middle, in which the one below it is assessed. @returns its id */
export async function seedCycle({ db, units }: World, scheme = SCHEME): Promise<string> {
  const { id: org, path } = units.own
  return acting(db, { org, path, role: 'organiser' }, async (asOrganiser) => {
    const stored = await asOrganiser
      .insertInto('scheme')
      .values({
        org,
        title: '示范方案',
        text: scheme,
        readings: null,
        state: 'published',
        corrects: null,
        reason: null,
        published_at: '2023-01-01T00:00:00Z',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const days = { starts_on: '2023-01-01', ends_on: '2023-12-31' }
    const cycle = await asOrganiser
      .insertInto('cycle')
      .values({ org, scheme: stored.id, title: '2023年度考核', ...days, state: 'open' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await asOrganiser
      .insertInto('assessee')
      .values({
        org,
        cycle: cycle.id,
        unit: units.child.id,
        type: 'township',
        peer_group: null,
        excluded_because: null,
      })
      .execute()
    return cycle.id
  })
}
