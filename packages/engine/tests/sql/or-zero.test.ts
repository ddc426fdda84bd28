import { readScheme } from '@kaohe/scheme'
import { expect, it } from 'vitest'
import {
  boundsOf,
  compile,
  type Dataset,
  evaluate,
  formatRational,
  ratio,
} from '../../src/index.ts'
import { openDuckdb, openPostgres } from './databases.ts'
import { byDatabase, byKernel, compared } from './ways.ts'

const { scheme, diagnostics } = readScheme(`方案: or-zero
名称: 试例
版本: "1"
发文: {机关: 某机关, 级别: 区县}
参与方: [{编号: office, 名称: 办公室, 身份: 部门}]
考核对象: [{编号: town, 名称: 乡镇}]
指标:
  - {编号: faults, 名称: 没有问题不扣，有问题扣5—10分, 牵头: [office], 规则: {打分: {最低: 5, 最高: 10, 步长: 0.5, 可为零: 是, 计为: 扣, 依据: 检查}}}
  - {编号: clean, 名称: 没有扣分的加1分, 规则: {达标: {条件: faults = 0分, 得: 1}}}
总分: {起评分: 100}
`)

const MARKS = { a: ratio(0n, 1n), b: ratio(5n, 1n), c: ratio(15n, 2n), d: undefined }

const dataset: Dataset = {
  units: Object.keys(MARKS).map((id) => ({ id, name: id, type: 'town', attributes: {} })),
  facts: Object.entries(MARKS).flatMap(([unit, number]) =>
    number === undefined
      ? []
      : [{ unit, fact: 'mark:faults', period: null, value: { number }, evaluator: 'office' }],
  ),
  events: [],
  reported: [],
  pending: [],
  history: [],
  lineage: [],
  previous: [],
}

it('a mark that is 0 or from 5 on is the same in every reading of the core', async () => {
  if (scheme === undefined) throw new Error(diagnostics.map((d) => d.message).join())
  const evaluation = evaluate(compile(scheme), dataset)
  const { readings, program } = evaluation
  const totals = readings.map(({ values }) => values.of(program.total))
  const said = totals.map(({ lo, hi }) => [lo, hi].map((end) => end && formatRational(end)))
  expect(said).toEqual([
    ['101', '101'],
    ['95', '95'],
    ['92.5', '92.5'],
    ['90', '101'],
  ])
  expect(boundsOf(program).total).toEqual(totals[3])
  const databases = [await openDuckdb(), await openPostgres()]
  const answers = await Promise.all(databases.map((one) => byDatabase(evaluation, one)))
  await Promise.all(databases.map((one) => one.close()))
  for (const answered of [
    byKernel(evaluation, 'plain'),
    byKernel(evaluation, 'webassembly'),
    ...answers,
  ]) {
    const { found, declined } = compared(evaluation, answered)
    expect([found, declined]).toEqual([[], []])
  }
})
