import { readScheme } from '@kaohe/scheme'
import { describe, expect, it } from 'vitest'
import {
  type Dataset,
  type Decision,
  compile,
  evaluate,
  int,
  prove,
  rescore,
  tellProof,
} from '../src/index.ts'

const { scheme, diagnostics } = readScheme(`
方案: demo
名称: 示例
版本: "1"
发文: {机关: 甲区, 级别: 区县}
考核时段: {起: 2024-01-01, 止: 2024-12-31}
参与方: [{编号: meeting, 名称: 书记会, 身份: 书记}]
考核对象: [{编号: branch, 名称: 支部}]
数据: [{编号: s, 名称: 稿件, 类型: 数值, 单位: 篇}]
指标: [{编号: a, 名称: 甲, 分值: 10, 规则: {每次: {量: s, 得: 1}}}]
排名: {分组: 全部, 并列: 并列占位}
评定: {评定: 名额, 审定: meeting, 等次: [{编号: good, 名称: 好, 限额: {名额: 1, 同分: 由会议定}}, {编号: fair, 名称: 一般}]}
结果运用: [{编号: praise, 名称: 表扬, 范围: {等次: [good]}, 措施: 推荐, 决定: meeting}]
`)
if (scheme === undefined) throw new Error(JSON.stringify(diagnostics))
const program = compile(scheme)

const fact = (unit: string, articles: number) => ({
  unit,
  fact: 's',
  period: null,
  value: { number: int(articles) },
})

const decision: Decision = {
  unit: 'b',
  on: 'grade-tie:good',
  value: 1,
  body: 'meeting',
  date: '2025-01-20',
  number: '3号',
}

function dataset(articles: Readonly<Record<string, number>>, decisions?: Decision[]): Dataset {
  const units = Object.keys(articles).map((id) => ({
    id,
    name: id,
    type: 'branch',
    attributes: {},
  }))
  const facts = Object.entries(articles).map(([unit, n]) => fact(unit, n))
  const none = { events: [], reported: [], pending: [], history: [], lineage: [], previous: [] }
  return { units, facts, ...none, ...(decisions === undefined ? {} : { decisions }) }
}

const LEVEL = { a: 5, b: 5, c: 1 }
const gradesOf = (of: ReturnType<typeof evaluate>) => of.results().map((r) => r.grade)

describe('decisions in an evaluation', () => {
  it('settle what is left to people, and leave the facts as they were', () => {
    expect(gradesOf(evaluate(program, dataset(LEVEL)))).toEqual([undefined, undefined, 'fair'])
    const given = dataset(LEVEL, [decision])
    expect(gradesOf(evaluate(program, given))).toEqual(['fair', 'good', 'fair'])
    expect(given).toEqual(dataset(LEVEL, [decision]))
  })

  it('are in the proof and its explanation', () => {
    const proof = prove(evaluate(program, dataset(LEVEL, [decision])), 'b')
    expect(proof.decisions).toMatchObject([{ on: 'grade-tie:good', used: true }])
    expect(tellProof(proof, 1).at(-1)?.text).toBe(
      '等次同分：好：先后第1，书记会2025-01-20决定（3号）',
    )
    expect(prove(evaluate(program, dataset(LEVEL)), 'b').decisions).toBeUndefined()
  })

  it('hold when a fact changes, and are told to be of no use once nobody is level', () => {
    const before = evaluate(program, dataset(LEVEL, [decision]))
    const after = rescore(before, fact('a', 7))
    expect(after.results()).toEqual(
      evaluate(program, dataset({ ...LEVEL, a: 7 }, [decision])).results(),
    )
    expect(gradesOf(after)).toEqual(['good', 'fair', 'fair'])
    expect(after.result('b').decisions).toMatchObject([{ used: false }])
    expect(rescore(after, fact('a', 5)).results()).toEqual(before.results())
  })
})
