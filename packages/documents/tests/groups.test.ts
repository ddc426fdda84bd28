import { compile, evaluate } from '@kaohe/engine'
import { readScheme } from '@kaohe/scheme'
import { expect, it } from 'vitest'
import { exports } from '../src/index.ts'

const TEXT = `
方案: groups
名称: 分类排名
版本: "1"
发文: {机关: 示范县委, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
考核对象: [{编号: town, 名称: 乡镇}, {编号: plant, 名称: 工厂}]
评价方式:
  - {编号: desk, 名称: 业务评价, 方式: 数据监控, 占比: 60%}
  - {编号: visit, 名称: 实地, 方式: 实地检查, 占比: 40%, 对象: [town], 无评价时: 重新折算}
数据:
  - {编号: plans, 名称: 计划数, 类型: 数值, 单位: 个}
指标:
  - {编号: plan, 名称: 计划, 分值: 100, 评价方式: desk, 规则: {每次: {量: plans, 得: 10}, 上限: 100}}
  - {编号: look, 名称: 检查, 分值: 100, 评价方式: visit, 规则: {每次: {量: plans, 得: 10}, 上限: 100}}
总分: {满分: 100}
排名: {分组: 同类, 并列: 并列占位}
`

const kinds = ['plant', 'town', 'plant', 'town']
const units = kinds.map((type, i) => ({ id: `u${i}`, name: `单位${i}`, type, attributes: {} }))
const facts = units.map(({ id }, i) => ({
  unit: id,
  fact: 'plans',
  period: null,
  value: { number: { num: BigInt(i + 1), den: 1n } },
}))
const empty = { events: [], reported: [], pending: [], history: [], lineage: [], previous: [] }

function rowsOf(name: string) {
  const { scheme, diagnostics } = readScheme(TEXT)
  if (scheme === undefined) throw new Error(diagnostics.map((d) => d.message).join('\n'))
  const results = evaluate(compile(scheme), { units, facts, ...empty }).results()
  const table = exports.find((e) => e.name === name)?.make({ scheme, units: results })
  const ids = table?.columns.map((c) => c.id) ?? []
  return (table?.rows ?? []).map((row) => Object.fromEntries(row.map((cell, i) => [ids[i], cell])))
}

it('stands units together that are ranked together', () => {
  const rows = rowsOf('ranking')
  expect(rows.map(({ rank, unit, group }) => [rank, unit, group])).toEqual([
    [1, 'u2', '工厂'],
    [2, 'u0', '工厂'],
    [1, 'u3', '乡镇'],
    [2, 'u1', '乡镇'],
  ])
})

it('says of what does not apply that it does not, and nothing of between what it would lie', () => {
  const rows = rowsOf('points')
  expect(rows.map((row) => row['part:visit'])).toEqual([
    '不适用',
    '不适用',
    { num: 40n, den: 1n },
    { num: 20n, den: 1n },
  ])
})
