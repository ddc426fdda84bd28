import { readScheme } from '@kaohe/scheme'
import { expect, it } from 'vitest'
import { readFacts } from '../src/index.ts'
import {
  UNITS,
  YEAR_HEAD,
  YEAR_ROW,
  book,
  errorsOf,
  readBook,
  readText,
  sheet,
  yearWith,
} from './support/base.ts'
import { type TestCell, workbook } from './support/xlsx.ts'

type Rows = readonly (readonly TestCell[])[]

const told = (...sheets: readonly (readonly [string, Rows])[]) => {
  const bytes = workbook({ sheets: sheets.map(([name, rows]) => sheet(name, rows)) })
  return errorsOf(readBook(bytes)).map((one) => one.message)
}

it('a sheet of units without units is told where to write them', () => {
  const year = ['全年数据', [YEAR_HEAD, YEAR_ROW]] as const
  expect(told(['单位', UNITS.slice(0, 1)], year)).toEqual([
    '数据.xlsx!单位：这张表里一个单位也没有填；请从第 2 行起，一行一个单位，写编号、名称和类别',
  ])
  expect(told(year)).toEqual(['数据.xlsx：没有单位名单；请加一张“单位”表：编号、名称、类别'])
})

it('a unit whose kind is wrong is told of once, and not at each of its figures', () => {
  const units = UNITS.map((row, i) => (i === 1 ? ['t01', '沙井镇团委', '乡镇'] : row))
  const said = told(['单位', units], ['全年数据', [YEAR_HEAD, YEAR_ROW]])
  expect(said).toEqual([expect.stringContaining('数据.xlsx!单位!C2 类别：写的是“乡镇”')])
})

it('a column added to a template is told of at its heading', () => {
  const anchored: Rows = [
    ['单位编号', '单位', '工作经费', '分管领导'],
    ['', '', '万元', ''],
    ['kaohe:facts|unit-id', 'unit', 'fact:funds', null],
    ['t01', '沙井镇团委', 2.5, '王某'],
  ]
  expect(told(['单位', UNITS], ['全年数据', anchored])).toEqual([
    expect.stringContaining('数据.xlsx!全年数据!D1：写的是“分管领导”'),
  ])
})

it('two figures for one place are told with their units', () => {
  const twice: Rows = [...yearWith({}), ['t01', '沙井镇团委', '97%']]
  expect(errorsOf(readBook(book(sheet('全年数据', twice)))).map((one) => one.message)).toEqual([
    '数据.xlsx!全年数据!C3 团费收缴率（%）：写的是“97%”，数据.xlsx!全年数据!C2 写的是“98%”，两处不一致；两处只能留一个',
  ])
})

it('a figure too long to help is not proposed', () => {
  const [message] = errorsOf(readBook(book(sheet('全年数据', yearWith({ D: '1e300' }))))).map(
    (one) => one.message,
  )
  expect(message).toBe(
    '数据.xlsx!全年数据!D2 培训团干部：写的是“1e300”，是科学计数法，位数可能已经丢失；请写出全部数字',
  )
})

it.each([
  ['{"scheme": {}, "units": [{"unit": "t01", "total": "3"}]}', '这是算出的结果，不是数据'],
  ['{"proofs": []}', '这是得分说明，不是数据'],
])('what the tool writes is no file of facts: %s', (text, why) => {
  const { diagnostics } = readText('结果.json', text)
  expect(diagnostics.map((one) => one.message)).toEqual([
    `结果.json：${why}；请交填报的数据：工作簿、CSV，或写着 units、facts、events 的 JSON`,
  ])
})

it('figures of events are whole or not as the scheme says, else by their unit', () => {
  const { scheme } = readScheme(`
方案: whole
名称: 整数
版本: "1"
发文: {机关: 示范县委, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
考核对象: [{编号: town, 名称: 乡镇}]
事件:
  - 编号: visit
    名称: 走访
    属性:
      - {编号: days, 名称: 平均用时, 类型: 数值, 单位: 工作日, 整数: 否}
      - {编号: hours, 名称: 时长, 类型: 数值, 单位: 小时, 整数: 是}
      - {编号: people, 名称: 人数, 类型: 数值, 单位: 人}
指标:
  - {编号: a, 名称: 甲, 规则: {每次: {事件: visit, 得: 1}}}
`)
  if (scheme === undefined) throw new Error('not read')
  const attributes = { days: '5.5工作日', hours: '1.5小时', people: '2.5人' }
  const facts = {
    units: [{ id: 't', name: '镇', type: 'town' }],
    events: [{ id: 'e', unit: 't', event: 'visit', date: '2023-03-05', attributes }],
  }
  const bytes = new TextEncoder().encode(JSON.stringify(facts))
  const found = errorsOf(readFacts([{ path: 'x.json', bytes }], scheme)).map((one) => one.found)
  expect(found).toEqual(['1.5小时', '2.5人'])
})
