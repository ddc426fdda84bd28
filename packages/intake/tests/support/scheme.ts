import { type Scheme } from '@kaohe/engine'
import { readScheme } from '@kaohe/scheme'

const TEXT = `
方案: demo-2023
名称: 示范县乡镇团委考核办法
版本: "1"
发文: {机关: 共青团示范县委, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
层级:
  - {编号: town, 名称: 乡镇街道}
  - {编号: branch, 名称: 支部, 上级: town}
参与方:
  - {编号: organisation, 名称: 组织部, 身份: 部门}
  - {编号: propaganda, 名称: 宣传部, 身份: 部门}
  - {编号: schools, 名称: 学校部, 身份: 部门}
单位属性:
  - {编号: founded, 名称: 成立日期, 类型: 日期}
  - {编号: members, 名称: 团员人数, 类型: 数值, 单位: 人}
考核对象:
  - {编号: township, 名称: 乡镇团委, 层级: town}
  - {编号: street, 名称: 街道团工委, 层级: town}
数据:
  - {编号: fee-rate, 名称: 团费收缴率, 类型: 数值, 单位: "%", 最大: 100%, 条款: 第九条}
  - {编号: trained, 名称: 培训团干部, 类型: 数值, 单位: 人}
  - {编号: hours, 名称: 志愿服务时长, 类型: 数值, 单位: 小时, 可不适用: 是}
  - {编号: funds, 名称: 工作经费, 类型: 数值, 单位: 万元}
  - {编号: gap, 名称: 与上年相差, 类型: 数值, 单位: 百分点, 最小: -100百分点}
  - {编号: plan, 名称: 制定年度计划, 类型: 是否}
  - {编号: star, 名称: 对标定级, 类型: 选项, 选项: [五星, 四星, 三星及以下]}
  - {编号: elected, 名称: 换届日期, 类型: 日期}
  - {编号: phone, 名称: 联系电话, 类型: 文字}
  - {编号: study-rate, 名称: 参学率, 类型: 数值, 单位: "%", 周期: 每月}
  - {编号: on-time, 名称: 按时报表, 类型: 是否, 周期: 每季度}
  - {编号: branch-size, 名称: 支部团员数, 类型: 数值, 单位: 人, 层级: branch}
事件:
  - 编号: volunteer
    名称: 志愿服务活动
    属性:
      - {编号: level, 名称: 活动级别, 类型: 选项, 选项: [区级, 市级, 省级]}
      - {编号: people, 名称: 参加人数, 类型: 数值, 单位: 人, 最小: 1人}
      - {编号: title, 名称: 活动名称, 类型: 文字}
  - 编号: award
    名称: 获得表彰
    属性:
      - {编号: level, 名称: 表彰级别, 类型: 选项, 选项: [县级, 市级]}
指标:
  - {编号: fee, 名称: 团费, 分值: 10, 规则: {达标: {条件: fee-rate >= 95%, 得: 10}}}
  - {编号: study, 名称: 学习, 分值: 10, 规则: {增长: {量: funds, 以: 增量, 每: 1万元, 得: 1}}}
  - {编号: brand, 名称: 品牌工作, 分值: 20, 牵头: [organisation, propaganda], 规则: {打分: {步长: 1/2}}}
  - {编号: report, 名称: 述职, 分值: 10, 牵头: [organisation], 规则: {打分: {最高: 10}}}
结果运用:
  - {编号: bottom20, 名称: 后两成约谈, 措施: 约谈, 范围: {后: {比例: 20%}, 连续: 2}}
`

function load(): Scheme {
  const { scheme, diagnostics } = readScheme(TEXT, { file: 'demo.yaml' })
  if (scheme === undefined) throw new Error(diagnostics.map((d) => d.message).join('\n'))
  return scheme
}

/** A small scheme with facts of every type, used by the tests of this package. */
export const scheme: Scheme = load()
