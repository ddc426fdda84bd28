import { readScheme } from '@kaohe/scheme'
import { describe, expect, it } from 'vitest'
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
function saidOf(mark: Readonly<Record<string, unknown>>, of = scheme): readonly string[] {
  const file = { units: UNITS, facts: [{ unit: 't', fact: 'mark:a', ...mark }] }
  const bytes = new TextEncoder().encode(JSON.stringify(file))
  return readFacts([{ path: 'x.json', bytes }], of as NonNullable<typeof scheme>)
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

const { scheme: deducted } = readScheme(
  `方案: deducted
名称: 试例
版本: "1"
发文: {机关: 某机关, 级别: 区县, 成文日期: 2022-12-20}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
参与方: [{编号: office, 名称: 办公室, 身份: 部门}]
考核对象: [{编号: town, 名称: 乡镇, 条款: 一}]
指标:
  - {编号: a, 名称: 问题, 性质: 减分, 条款: 二, 牵头: [office], 规则: {打分: {最低: 5, 最高: 10, 步长: 2, 可为零: 是, 计为: 扣, 依据: 检查}}}
`,
)

describe('a mark that is 0, or from 5 to 10', () => {
  const said = (value: number) => saidOf({ value }, deducted)

  it.each([0, 5, 7, 9])('may be %d', (value) => expect(said(value)).toEqual([]))

  it.each([
    [3, '小于允许的最小值 5分；应在 5分 到 10分 之间，或者是 0'],
    [0.5, '小于允许的最小值 5分；应在 5分 到 10分 之间，或者是 0'],
    [11, '大于允许的最大值 10分；应在 5分 到 10分 之间，或者是 0'],
    [6, '打分以 2 分为一档'],
  ])('may not be %d', (value, why) => expect(said(value)).toEqual([expect.stringContaining(why)]))
})
