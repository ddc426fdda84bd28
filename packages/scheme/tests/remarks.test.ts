import { type FactEntry, type Rational, compile, evaluate, formatRational } from '@kaohe/engine'
import { expect, it } from 'vitest'
import { languageReference } from '../src/reference/reference.ts'
import { REMARKS } from '../src/reference/remarks.ts'
import { KINDS, readScheme } from '../src/index.ts'

// What the reference says of a word in prose is worked out here by the word.

const HEAD = `方案: said
名称: 试例
版本: "1"
发文: {机关: 某机关, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
考核对象: [{编号: town, 名称: 乡镇}]
`

const EMPTY = { events: [], reported: [], pending: [], history: [], lineage: [], previous: [] }

function number(value: number): FactEntry['value'] {
  return { number: { num: BigInt(value), den: 1n } }
}

const given = (fact: string, value: FactEntry['value'], period: string | null = null) => ({
  unit: 'u',
  fact,
  period,
  value,
})

function resultOf(text: string, known: Partial<Parameters<typeof evaluate>[1]>) {
  const { scheme, diagnostics } = readScheme(HEAD + text)
  if (scheme === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  const units = [{ id: 'u', name: '某镇', type: 'town', attributes: {} }]
  const [result] = evaluate(compile(scheme), { ...EMPTY, units, facts: [], ...known }).results()
  if (result === undefined) throw new Error('no result')
  return result
}

/** The points of the one item: a figure, or the two ends between which they lie. */
function pointsOf(text: string, known: Partial<Parameters<typeof evaluate>[1]>): string {
  const item = resultOf(text, known).items[0]
  if (item === undefined) throw new Error('no item')
  const { lo, hi } = item.range
  const said = (of: Rational | null) => (of === null ? '' : formatRational(of))
  return said(lo) === said(hi) ? said(lo) : `${said(lo)}～${said(hi)}`
}

it('every remark is about a rule, and stands in the reference', () => {
  for (const [keyword, remark] of Object.entries(REMARKS)) {
    expect(KINDS.has(keyword)).toBe(true)
    expect(languageReference()).toContain(remark)
  }
})

const DONE = `数据:
  - {编号: done, 名称: 整改数, 类型: 数值, 单位: 件}
  - {编号: quota, 名称: 排查数, 类型: 数值, 单位: 件}
指标:
  - {编号: a, 名称: 甲项, 性质: 基本, 分值: 20, 不适用时: 得零分, 规则: `
const SLOPE = '升降: {量: done / quota, 基准: 100%, 基准得: 满分, 每: 1百分点, 低扣: 0.25'
const NONE = { facts: [given('done', number(0)), given('quota', number(0))] }

it('分母为零 of 升降 is not about a division in 量; 不适用 beside it is', () => {
  expect(pointsOf(`${DONE}{${SLOPE}, 分母为零: 不适用}, 下限: 0}}\n`, NONE)).toBe('0～20')
  expect(pointsOf(`${DONE}{${SLOPE}}, 不适用: quota = 0件, 下限: 0}}\n`, NONE)).toBe('0')
  expect(pointsOf(`${DONE}{${SLOPE}}, 前提: {条件: quota > 0件, 否则: 3}, 下限: 0}}\n`, NONE)).toBe(
    '3',
  )
})

it('分母为零 of 升降 is about 基准, of which a step is a part', () => {
  const rule = '升降: {量: done, 基准: quota, 基准得: 满分, 每: 10%, 低扣: 1, 分母为零: 得零分}'
  expect(pointsOf(`${DONE}{${rule}, 下限: 0}}\n`, NONE)).toBe('0')
})
