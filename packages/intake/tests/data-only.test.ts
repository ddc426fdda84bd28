import { template } from '@kaohe/documents'
import { compile, type Dataset, evaluate, type Scheme } from '@kaohe/engine'
import { readScheme } from '@kaohe/scheme'
import { expect, it } from 'vitest'
import { readFacts } from '../src/index.ts'
import { type TestCell, workbook } from './support/xlsx.ts'

const TOWN = '{编号: town, 名称: 乡镇, 层级: town-level, 条款: 一}'
const FARM = '{编号: farm, 名称: 农场, 层级: town-level, 条款: 一}'

function schemeOf(...assessees: readonly string[]): Scheme {
  const { scheme, diagnostics } = readScheme(`方案: below
名称: 试例
版本: "1"
发文: {机关: 某机关, 级别: 区县, 成文日期: 2022-12-20}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
层级:
  - {编号: town-level, 名称: 乡镇级}
  - {编号: village-level, 名称: 村级, 上级: town-level}
考核对象: [${assessees.join(', ')}]
数据:
  - {编号: clean, 名称: 村容整洁, 类型: 是否, 层级: village-level}
  - {编号: paid, 名称: 缴费率, 类型: 数值, 单位: "%"}
指标:
  - {编号: tidy, 名称: 整治, 分值: 10, 条款: 二, 规则: {汇总: {层级: village-level, 条件: clean, 取: 占比}}}
  - {编号: fee, 名称: 缴费, 分值: 10, 条款: 三, 规则: {达标: {条件: paid >= 90%, 得: 10}}}
`)
  if (scheme === undefined) throw new Error(diagnostics.map((d) => d.message).join('\n'))
  return scheme
}

const village = (id: string) => ({ id, name: `${id}村`, type: null, parent: 't1', attributes: {} })

const DATASET: Dataset = {
  units: [
    { id: 't1', name: '沙井镇', type: 'town', level: 'town-level', attributes: {} },
    village('v1'),
    village('v2'),
    { ...village('v3'), level: 'village-level' },
  ],
  facts: ['v1', 'v2', 'v3'].map((unit) => {
    return { unit, fact: 'clean', period: null, value: { truth: unit !== 'v2' } }
  }),
  events: [],
  reported: [],
  pending: [],
  history: [],
  lineage: [],
  previous: [],
}

const SCHEMES = [
  ['one kind of assessee', schemeOf(TOWN)],
  ['several kinds', schemeOf(TOWN, FARM)],
] as const

it.each(SCHEMES)(
  'units that only supply facts come back so from a template: %s',
  async (_, scheme) => {
    const bytes = await template(scheme, { filled: DATASET })
    const { dataset, diagnostics } = readFacts([{ path: '填报.xlsx', bytes }], scheme)
    expect(diagnostics).toEqual([])
    expect(dataset?.units).toEqual(DATASET.units)
    expect(dataset?.facts).toMatchObject(DATASET.facts)
    const { readings } = evaluate(compile(scheme), dataset ?? DATASET)
    expect(readings.map(({ unit }) => unit.id)).toEqual(['t1'])
  },
)

/** What is said of a list of units, with the kinds that were read. */
function readUnits(scheme: Scheme, ...rows: readonly (readonly TestCell[])[]) {
  const bytes = workbook({
    sheets: [{ name: '单位', rows: [['编号', '名称', '类别', '上级'], ...rows] }],
  })
  const { dataset, diagnostics } = readFacts([{ path: '单位.xlsx', bytes }], scheme)
  const said = diagnostics.map(({ code, cell, message }) => ({ code, cell, message }))
  return { kinds: dataset?.units.map(({ type }) => type), said }
}

const [[, one], [, several]] = SCHEMES

it.each(['只提供数据', '不考核'])('%s is no kind of assessee', (word) => {
  const rows = [
    ['t1', '沙井镇', '乡镇', null],
    ['v1', '一村', word, '沙井镇'],
  ]
  expect(readUnits(several, ...rows)).toEqual({ kinds: ['town', null], said: [] })
})

it('nothing written is the only kind there is', () => {
  const rows = [
    ['t1', '沙井镇', null, null],
    ['t2', '水西镇', null, null],
  ]
  expect(readUnits(one, ...rows)).toEqual({ kinds: ['town', 'town'], said: [] })
})

it('nothing written below a unit of the only kind is asked for', () => {
  const { said } = readUnits(one, ['v1', '一村', null, 't1'], ['t1', '沙井镇', null, null])
  expect(said).toEqual([
    { code: 'no-type', cell: 'C2', message: expect.stringContaining('写“只提供数据”') },
  ])
})
