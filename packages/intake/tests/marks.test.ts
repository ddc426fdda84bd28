import { readScheme } from '@kaohe/scheme'
import { expect, it } from 'vitest'
import { readFacts } from '../src/index.ts'

const { scheme } = readScheme(
  `方案: marks
名称: 试例
版本: "1"
发文: {机关: 某机关, 级别: 区县, 成文日期: 2022-12-20}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
参与方: [{编号: office, 名称: 办公室, 身份: 部门}]
考核对象: [{编号: town, 名称: 乡镇, 条款: 一}]
指标:
  - {编号: a, 名称: 甲, 分值: 10, 条款: 二, 牵头: [office], 规则: {打分: {最低: 5, 步长: 0.5, 依据: 现场}}}
`,
)
if (scheme === undefined) throw new Error('not read')

const UNITS = [{ id: 't', name: '沙井镇', type: 'town' }]

/** What is said of one mark in a JSON file. */
function saidOf(mark: Readonly<Record<string, unknown>>): readonly string[] {
  const file = { units: UNITS, facts: [{ unit: 't', fact: 'mark:a', ...mark }] }
  const bytes = new TextEncoder().encode(JSON.stringify(file))
  return readFacts([{ path: 'x.json', bytes }], scheme as NonNullable<typeof scheme>)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ message }) => message)
}

it('a mark between two steps is told of at its value', () => {
  expect(saidOf({ value: 8.3, evaluator: 'office' })).toEqual([
    expect.stringMatching(/facts\[0\]\.value.*写的是“8\.3”.*0\.5 分为一档/),
  ])
  expect(saidOf({ value: 8.5, evaluator: 'office' })).toEqual([])
})

it('a mark by another than the evaluator is told of at who gave it', () => {
  expect(saidOf({ value: 8.3, evaluator: 'town' })).toEqual([
    expect.stringContaining('facts[0].evaluator'),
  ])
})
