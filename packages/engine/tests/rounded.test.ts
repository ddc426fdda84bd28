import { readScheme } from '@kaohe/scheme'
import { expect, it } from 'vitest'
import { compile, evaluate, int, prove, tellProof } from '../src/index.ts'

const SCHEME = `
方案: rounded
名称: 一项的舍入
版本: "1"
发文: {机关: 示例, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
考核对象: [{编号: town, 名称: 乡镇}]
数据: [{编号: done, 名称: 办结, 类型: 数值, 单位: 件}]
指标:
  - {编号: i, 名称: 办件, 分值: 10, 舍入: {到: 0.1, 方式: 舍去}, 规则: {按比例: {量: done, 目标: 8件}}}
  - {编号: j, 名称: 督办, 分值: 10, 规则: {按比例: {量: done, 目标: 8件}}}
`

it('says how the points of an item were rounded, which those of its rule do not say', () => {
  const { scheme, diagnostics } = readScheme(SCHEME)
  if (scheme === undefined) throw new Error(diagnostics.map((d) => d.message).join('\n'))
  const units = [{ id: 'u', name: '甲', type: 'town', attributes: {} }]
  const facts = [{ unit: 'u', fact: 'done', period: null, value: { number: int(1) } }]
  const empty = { events: [], reported: [], pending: [], history: [], lineage: [], previous: [] }
  const evaluation = evaluate(compile(scheme), { units, facts, ...empty })
  const [, ...lines] = tellProof(prove(evaluation, 'u'), 1).map(({ text }) => text)
  expect(lines).toEqual([
    '办件（满分10分）：1.2分（舍去到0.1）。办结 1件，目标 8件，满分10分，得1.25分',
    '督办（满分10分）：1.25分。办结 1件，目标 8件，满分10分，得1.25分',
    '总分＝基本项2.45分＝2.45分',
  ])
})
