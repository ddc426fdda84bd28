import { readScheme } from '@kaohe/scheme'
import { expect, it } from 'vitest'
import { compile, evaluate, int } from '../../src/index.ts'

const SCHEME = `
方案: words
名称: 范围的写法
版本: "1"
发文: {机关: 示例, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
考核对象: [{编号: town, 名称: 乡镇}]
数据: [{编号: a, 名称: 得分数, 类型: 数值, 单位: 分, 最大: 200分}]
指标: [{编号: ia, 名称: 项, 分值: 200, 规则: {外部得分: {量: a}}}]
排名: {分组: 全部, 并列: 并列占位}
评定:
  评定: 分数线
  等次:
    - {编号: good, 名称: 好, 得分率: 90%及以上}
    - {编号: fair, 名称: 一般, 得分率: "[75%, 90%)"}
    - {编号: poor, 名称: 差, 得分率: 不足75%}
结果运用:
  - {编号: money, 名称: 奖金, 范围: {名次: "[1, 3)"}, 措施: 奖金}
  - {编号: talk, 名称: 谈话, 范围: {得分: "[100, 180)"}, 措施: 约谈}
`

it('says ranges of grades, ranks and totals in words, not in the signs of mathematics', () => {
  const { scheme, diagnostics } = readScheme(SCHEME)
  if (scheme === undefined) throw new Error(diagnostics.map((d) => d.message).join('\n'))
  const units = [{ id: 'u', name: '甲', type: 'town', attributes: {} }]
  const facts = [{ unit: 'u', fact: 'a', period: null, value: { number: int(160) } }]
  const empty = { events: [], reported: [], pending: [], history: [], lineage: [], previous: [] }
  const result = evaluate(compile(scheme), { units, facts, ...empty }).result('u')
  expect(result.gradeReasons).toEqual(['总分160分，一般为满分的75%（含）—90%（不含）'])
  expect(result.consequences.map(({ reasons }) => reasons)).toEqual([
    ['名列第1，要求名次1（含）—3（不含）'],
    ['总分160分，要求100分（含）—180分（不含）'],
  ])
})
