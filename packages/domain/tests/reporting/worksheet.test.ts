import { compile } from '@kaohe/engine'
import { readSchemeFolder } from '@kaohe/scheme'
import { expect, it } from 'vitest'
import { worksheetOf } from '../../src/reporting/worksheet.ts'

const TEXT = `
方案: demo-2023
名称: 示范办法
版本: "1"
发文: {机关: 共青团示范县委, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
参与方: [{编号: organisation, 名称: 组织部, 身份: 部门}]
考核对象: [{编号: township, 名称: 乡镇团委}, {编号: street, 名称: 街道团工委}]
数据:
  - {编号: fee-rate, 名称: 团费收缴率, 类型: 数值, 单位: "%"}
  - {编号: quarter-rate, 名称: 参学率, 类型: 数值, 单位: "%", 周期: 每季度}
事件: [{编号: volunteer, 名称: 志愿服务}]
指标:
  - {编号: fee, 名称: 团费, 分值: 10, 规则: {达标: {条件: fee-rate >= 95%, 得: 10}}}
  - {编号: study, 名称: 学习, 适用: [township], 规则: {逐期: {规则: {达标: {条件: quarter-rate >= 90%, 得: 1}}, 取: 合计}}}
  - {编号: service, 名称: 服务, 规则: {每次: {事件: volunteer, 得: 2}}}
  - {编号: first, 名称: 名次, 规则: {名次: {量: fee-rate, 先: 高, 得: [3, 2], 组: 全部, 并列: 并列占位}}}
  - {编号: brand, 名称: 品牌, 分值: 20, 牵头: [organisation], 规则: {打分: {步长: 1}}}
`

function program() {
  const { scheme, diagnostics } = readSchemeFolder([{ path: 'scheme.yaml', text: TEXT }], {})
  if (scheme === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return compile(scheme)
}

it('asks of a unit what its own items rest on, period by period', () => {
  const told = worksheetOf(program(), 'township').map(
    ({ item, cells, events, judged, compared }) => [
      item.id,
      cells.map(({ fact, period }) => `${fact} ${period ?? '全年'}`),
      events,
      judged,
      compared,
    ],
  )
  expect(told).toEqual([
    ['fee', ['fee-rate 全年'], [], false, false],
    [
      'study',
      ['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4'].map((period) => `quarter-rate ${period}`),
      [],
      false,
      false,
    ],
    ['service', [], ['volunteer'], false, false],
    ['first', ['fee-rate 全年'], [], false, true],
    ['brand', [], [], true, false],
  ])
  expect(worksheetOf(program(), 'street').map(({ item }) => item.id)).not.toContain('study')
})

it('asks no words on what leaders mark by letter', () => {
  const text = `${TEXT}  - {编号: letter, 名称: 领导打分, 评价方式: leaders, 分值: 10, 牵头: [organisation], 规则: {打分: {步长: 1}}}
评价方式: [{编号: leaders, 名称: 党政评价, 占比: 100%, 方式: 函询评价, 评价人: [organisation]}]
`
  const { scheme } = readSchemeFolder([{ path: 'scheme.yaml', text }], {})
  const sheet = worksheetOf(compile(scheme!), 'township')
  const judged = sheet.filter((one) => one.judged).map(({ item }) => item.id)
  expect(judged).toEqual(['brand'])
})
