import { readScheme } from '@kaohe/scheme'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { compile, type Dataset, type EventEntry, evaluate } from '../../src/index.ts'
import { sayPoints } from '../rules.ts'
import { openDuckdb, openPostgres } from './databases.ts'
import { byDatabase, byKernel, compared } from './ways.ts'

const { scheme, diagnostics } = readScheme(`方案: repeated
名称: 试例
版本: "1"
发文: {机关: 某机关, 级别: 区县}
考核时段: {起: 2024-01-01, 止: 2024-12-31}
考核对象: [{编号: town, 名称: 乡镇}]
事件:
  - {编号: fault, 名称: 事故, 属性: [{编号: case, 名称: 案号, 类型: 选项, 选项: [甲, 乙, 丙]}]}
指标:
  - {编号: faults, 名称: 事故, 规则: {每次: {事件: fault, 扣: 4, 去重: {按: [case], 取: 最高}, 累犯: {2次: 2, 3次及以上: 3}}}}
总分: {起评分: 100, 下限: 不设, 上限: 不设}
`)
if (scheme === undefined) throw new Error(JSON.stringify(diagnostics))
const program = compile(scheme)

type Told = string | undefined

const faultsOf = (unit: string, cases: readonly Told[]): EventEntry[] =>
  cases.map((of, i) => ({
    id: `${unit}-${i}`,
    unit,
    event: 'fault',
    date: `2024-03-${10 + i}`,
    attributes: of === undefined ? {} : { case: { word: of } },
  }))

function dataOf(units: readonly (readonly Told[])[]): Dataset {
  const none = { facts: [], pending: [], history: [], lineage: [], previous: [] }
  return {
    ...none,
    units: units.map((_, i) => ({ id: `u${i}`, name: `u${i}`, type: 'town', attributes: {} })),
    events: units.flatMap((cases, i) => faultsOf(`u${i}`, cases)),
    reported: ['fault'],
  }
}

function scored(cases: readonly Told[]): string {
  const [item] = evaluate(program, dataOf([cases])).result('u0').items
  return item === undefined ? '' : sayPoints(item.range)
}

it.each<[string, readonly Told[], string]>([
  ['three cases', ['甲', '乙', '丙'], '-24'],
  ['a case told twice at once', ['甲', '甲', '乙', '丙'], '-24'],
  ['a case told again at the end', ['甲', '乙', '丙', '甲'], '-24'],
  ['one case alone, told three times', ['乙', '乙', '乙'], '-4'],
  // -12 at worst; the range holds it, for an untold case stands as the first and as another by turns.
  ['one whose case nobody told, which may be the first', ['甲', undefined], '-16..-4'],
])('the same thing told again is no repeat: %s', (_name, cases, points) => {
  expect(scored(cases)).toBe(points)
})

it('is so in every reading of the core', async () => {
  const anyCases = fc.array(fc.constantFrom('甲', '乙', '丙'), { maxLength: 6 })
  const data = dataOf(fc.sample(anyCases, { numRuns: 60, seed: 7 }))
  const evaluation = evaluate(program, data)
  const databases = [await openDuckdb(), await openPostgres()]
  const answers = [
    byKernel(evaluation, 'plain'),
    byKernel(evaluation, 'webassembly'),
    ...(await Promise.all(databases.map((one) => byDatabase(evaluation, one)))),
  ]
  await Promise.all(databases.map((one) => one.close()))
  for (const answer of answers)
    expect([compared(evaluation, answer).found, compared(evaluation, answer).declined]).toEqual([
      [],
      [],
    ])
})
