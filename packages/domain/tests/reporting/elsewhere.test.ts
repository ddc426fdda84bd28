import { compile, evaluate } from '@kaohe/engine'
import { readFacts } from '@kaohe/intake'
import { readSchemeFolder } from '@kaohe/scheme'
import { expect, it } from 'vitest'
import { grillesOf } from '../../src/reporting/grilles.ts'
import { levelSheetOf, worksheetOf } from '../../src/reporting/worksheet.ts'

const TEXT = `
方案: demo-2023
名称: 示范办法
版本: "1"
发文: {机关: 共青团示范市委, 级别: 地市}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
层级:
  - {编号: city, 名称: 市}
  - {编号: county, 名称: 县, 上级: city}
  - {编号: school, 名称: 学校, 上级: county}
考核对象: [{编号: county, 名称: 县团委, 层级: county}]
单位属性: [{编号: youth, 名称: 青年人口, 类型: 数值, 单位: 人}]
数据:
  - {编号: cadres, 名称: 团干部人数, 类型: 数值, 单位: 人, 层级: school}
  - {编号: built, 名称: 市里建成平台, 类型: 是否, 层级: city, 同享: 是}
  - {编号: solved, 名称: 办结, 类型: 数值, 单位: 件}
  - {编号: rate, 名称: 参学率, 类型: 数值, 单位: "%", 周期: 每半年}
事件: [{编号: activity, 名称: 活动, 层级: school}]
指标:
  - {编号: schools, 名称: 学校团干部, 规则: {状态: {条件: 最低(cadres) >= 1人}}}
  - {编号: acts, 名称: 学校活动, 分值: 5, 规则: {汇总: {层级: school, 规则: {每次: {事件: activity, 得: 1}}, 取: 合计}, 上限: 5}}
  - {编号: platform, 名称: 平台, 分值: 5, 规则: {达标: {条件: built, 得: 5}}}
  - {编号: growth, 名称: 增长, 规则: {增长: {量: solved, 以: 增量, 每: 1件, 得: 1, 无上年: 得零分, 不足一步: 舍去}, 上限: 5}}
  - {编号: study, 名称: 参学, 规则: {逐期: {规则: {分段: {量: rate, 段: [{范围: 不足100%, 扣: 2}, {范围: "[100%, 120%)", 得: 0}, {范围: 120%及以上, 得: 2}]}}, 取: 合计}}}
  - {编号: visits, 名称: 次数, 规则: {对照: {量: solved, 得: {4件及以上: 3, 3件: 2, 其他: 0}}}}
`

function program() {
  const { scheme, diagnostics } = readSchemeFolder([{ path: 'scheme.yaml', text: TEXT }], {})
  if (scheme === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return compile(scheme)
}

it('says what units below and above supply, and what must be known of last year', () => {
  const sheet = worksheetOf(program(), 'county')
  const of = (id: string) => sheet.find(({ item }) => item.id === id)!
  expect(of('schools').elsewhere).toEqual([
    { level: 'school', where: 'below', cells: [{ fact: 'cadres', period: null }], events: [] },
  ])
  expect(of('acts').elsewhere[0]?.events).toEqual(['activity'])
  expect(of('platform').elsewhere).toEqual([
    { level: 'city', where: 'above', cells: [{ fact: 'built', period: null }], events: [] },
  ])
  expect(of('growth').previous).toEqual([{ fact: 'solved', period: null }])
})

it('asks a unit of another level only for what is taken from it', () => {
  const sheet = levelSheetOf(program(), 'school', ['county'])
  expect(sheet.map(({ item, cells, events }) => [item.id, cells.length, events])).toEqual([
    ['schools', 1, []],
    ['acts', 0, ['activity']],
  ])
  expect(levelSheetOf(program(), 'county', ['county'])).toEqual([])
})

it('shows the tables of a rule with the rows that the data hit', () => {
  const of = program()
  const facts = `{"units":[{"id":"a","name":"甲","type":"county","parent":null,"attributes":{}}],
    "facts":[{"unit":"a","fact":"solved","value":3},{"unit":"a","fact":"rate","period":"2023-H1","value":"121%"}]}`
  const bytes = new TextEncoder().encode(facts)
  const { dataset } = readFacts([{ path: 'year.json', bytes }], of.scheme)
  const [reading] = evaluate(of, dataset!).readings
  const tables = (id: string) =>
    grillesOf(of.items.find(({ item }) => item.id === id)!, reading!.values)
  expect(tables('study')).toEqual([
    {
      of: '',
      rows: [
        { label: '不足100%，扣2分', hits: 0 },
        { label: '100%（含）—120%（不含），得0分', hits: 0 },
        { label: '120%及以上，得2分', hits: 1 },
      ],
    },
  ])
  const [visits] = tables('visits')
  expect(visits?.of).toContain('3件')
  expect(visits?.rows.filter(({ hits }) => hits > 0)).toHaveLength(1)
  expect(tables('platform')).toEqual([])
})
