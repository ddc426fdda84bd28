import { readScheme } from '@kaohe/scheme'
import { describe, expect, it } from 'vitest'
import { compile, evaluate, formatRational, prove, tellProof } from '../src/index.ts'
import type { Dataset, Program } from '../src/index.ts'

const HEAD = `
方案: demo
名称: 示例
版本: "1"
发文: {机关: 示例, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
考核对象: [{编号: town, 名称: 乡镇}, {编号: branch, 名称: 支部}]
数据:
  - {编号: x, 名称: 甲数, 类型: 数值, 单位: 分, 最大: 100分, 可不适用: 是}
  - {编号: y, 名称: 乙数, 类型: 数值, 单位: 分, 最大: 100分}
`

function program(text: string): Program {
  const { scheme, diagnostics } = readScheme(HEAD + text)
  if (scheme === undefined) throw new Error(diagnostics.map((d) => d.message).join())
  return compile(scheme)
}

const point = (unit: string, fact: string, n: bigint) => ({
  unit,
  fact,
  period: null,
  value: { number: { num: n, den: 1n } },
})

const DATA: Dataset = {
  units: ['t', 'u', 'b'].map((id) => ({
    id,
    name: id,
    type: id === 'b' ? 'branch' : 'town',
    attributes: {},
  })),
  facts: [
    point('t', 'x', 30n),
    point('u', 'x', 20n),
    point('b', 'x', 40n),
    point('t', 'y', 50n),
    point('u', 'y', 60n),
    point('b', 'y', 10n),
  ],
  events: [],
  reported: [],
  pending: [],
  history: [],
  lineage: [],
  previous: [],
}

function totals(of: Program): Readonly<Record<string, string>> {
  const results = evaluate(of, DATA).results()
  return Object.fromEntries(
    results.map((r) => [r.unit, r.total === undefined ? '' : formatRational(r.total)]),
  )
}

const item = (id: string, more: string) => `  - {编号: ${id}, 名称: ${id}, ${more}}\n`
const take = (fact: string) => `规则: {外部得分: {量: ${fact}}}`

describe('a sheet for each kind of assessee', () => {
  const two = `指标:\n${item('a', `分值: 100, 适用: [town], ${take('x')}`)}${item('b', `分值: 100, 适用: [branch], ${take('y')}`)}`

  it('what is not for a unit is neither in its points nor in its full score', () => {
    expect(totals(program(two))).toEqual({ t: '30', u: '20', b: '10' })
    expect(program(two).full).toEqual({ num: 100n, den: 1n })
  })

  it('sheets may be worth different points', () => {
    const more = `${two}${item('c', `分值: 50, 适用: [town], ${take('y')}`)}`
    const of = program(
      `${more}结果运用: [{编号: prize, 名称: 奖金, 措施: 奖金, 金额: 得分率 * 300元}]\n`,
    )
    expect(of.full).toBeUndefined()
    expect(Object.fromEntries(of.fulls)).toEqual({
      town: { num: 150n, den: 1n },
      branch: { num: 100n, den: 1n },
    })
    const amounts = evaluate(of, DATA)
      .results()
      .map((r) => r.consequences[0]?.amount)
    expect(amounts.map((a) => a && formatRational(a))).toEqual(['160', '160', '30'])
  })

  it('says that it was reported as not applicable, not that nobody asks it of such units', () => {
    const kept = `指标:\n${item('a', `分值: 100, 适用: [town], 不适用时: 得满分, ${take('x')}`)}`
    const facts = DATA.facts.map((f) => (f.unit === 't' ? { ...f, value: { na: true } } : f))
    const proof = prove(evaluate(program(kept), { ...DATA, facts } as Dataset), 't')
    const told = tellProof(proof, 1).map((line) => line.text)
    expect(told.join()).toContain('不适用，计满分100分。这一项所需的数据报为不适用')
  })

  it('is not misled by what a measure is called', () => {
    const rule = '规则: {每次: {量: x, 称: 不适用情形以外的数, 得: 1}}'
    const kept = `指标:\n${item('a', `分值: 100, 适用: [town], 不适用时: 得满分, ${rule}`)}`
    const facts = DATA.facts.map((f) => (f.unit === 't' ? { ...f, value: { na: true } } : f))
    const proof = prove(evaluate(program(kept), { ...DATA, facts } as Dataset), 't')
    const told = tellProof(proof, 1).map((line) => line.text)
    expect(told.join()).toContain('这一项所需的数据报为不适用')
    expect(told.join()).not.toContain('不适用情形以外的数')
  })

  it('不适用时 keeps it on the sheet of all', () => {
    const kept = `指标:\n${item('a', `分值: 100, 适用: [town], 不适用时: 得满分, ${take('x')}`)}`
    expect(totals(program(kept))).toEqual({ t: '30', u: '20', b: '100' })
    const told = tellProof(prove(evaluate(program(kept), DATA), 'b'), 1).map((line) => line.text)
    expect(told.some((text) => text.includes('不适用，计满分100分。'))).toBe(true)
  })

  it('the best, the worst and the mean are of what is on the sheet', () => {
    const together = (how: string) =>
      totals(
        program(
          `类别: [{编号: k, 名称: 类, 合成: ${how}, 满分: 100}]\n指标:\n${item('a', `类别: k, 分值: 100, ${take('x')}`)}${item('b', `类别: k, 分值: 100, 适用: [town], ${take('y')}`)}`,
        ),
      )
    expect(together('就低')).toEqual({ t: '30', u: '20', b: '40' })
    expect(together('就高')).toEqual({ t: '50', u: '60', b: '40' })
    expect(together('平均')).toEqual({ t: '40', u: '40', b: '40' })
  })

  it('shares are of the sheet of the type', () => {
    const of = program(
      `评价方式: [{编号: s, 名称: 部门, 方式: 部门评价, 占比: 100%}]\n指标:\n${item('a', `评价方式: s, 分值: 100, ${take('x')}`)}${item('b', `评价方式: s, 分值: 100, 适用: [town], ${take('y')}`)}`,
    )
    expect(totals(of)).toEqual({ t: '40', u: '40', b: '40' })
  })
})

describe('计入总分: 否', () => {
  const staged = `类别: [{编号: raw, 名称: 积分, 计入总分: 否}]
指标:
${item('a', `类别: raw, ${take('x')}`)}${item('aside', `计入总分: 否, ${take('y')}`)}${item('b', '分值: 10, 规则: {名次: {量: a, 先: 高, 得: [满分, 5, 1], 组: 全部, 并列: 并列占位}}')}`

  it('is worked out, and may be ranked by, but is in no total', () => {
    const of = program(staged)
    expect(totals(of)).toEqual({ t: '5', u: '1', b: '10' })
    const [first] = evaluate(of, DATA).results()
    expect(first?.items.map((i) => i.points && formatRational(i.points))).toEqual(['30', '50', '5'])
  })

  it('is told', () => {
    const evaluation = evaluate(program(staged), DATA)
    const proof = prove(evaluation, 't')
    const lines = tellProof(proof, 1).map((line) => line.text)
    expect(lines).toContain('积分合计 30分，不计入总分')
    expect(lines.some((line) => line.startsWith('aside（不计入总分）：50分'))).toBe(true)
  })
})
