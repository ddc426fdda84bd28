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

const MONTHLY = `数据:
  - {编号: late, 名称: 没有开会, 类型: 是否, 周期: 每月, 可不适用: 是}
  - {编号: rate, 名称: 到会人数, 类型: 数值, 单位: 人, 周期: 每月, 可不适用: 是}
指标:
  - {编号: a, 名称: 甲项, 性质: 基本, 分值: 100, 不适用时: 得零分, 规则: `
const months = Array.from({ length: 12 }, (_, i) => `2023-${String(i + 1).padStart(2, '0')}`)
// Late in March, April, June and July; May does not apply.
const lateIn = (month: string): FactEntry['value'] =>
  month === '2023-05' ? { na: true } : { truth: ['03', '04', '06', '07'].includes(month.slice(5)) }
const YEAR = {
  facts: months.flatMap((month) => [
    given('late', lateIn(month), month),
    given('rate', month === '2023-05' ? { na: true } : number(11), month),
  ]),
}
const formula = (of: string) => pointsOf(`${MONTHLY}{公式: {式: '${of}'}}}\n`, YEAR)

it.each([
  ['连续 is broken by 不适用', '连续(late) / 1个月 * 1分', '2'],
  ['个数 does not count it', '个数(late) / 1个月 * 1分', '4'],
  ['合计 takes it for zero', '合计(rate) / 1人 * 1分', '121'],
  ['平均 leaves it out', '平均(rate) / 1人 * 1分', '11'],
  ['占比 leaves it out', '占比(late) * 11分', '4'],
  ['最高 leaves it out', '最高(rate) / 1人 * 1分', '11'],
  ['最低 leaves it out', '最低(rate) / 1人 * 1分', '11'],
  ['全部 leaves it out', '如果(全部(rate >= 11人), 1分, 0分)', '1'],
])('%s', (_, of, points) => {
  expect(formula(of)).toBe(points)
})

const BALLOTS = `事件:
  - {编号: ballot, 名称: 票, 属性: [{编号: from, 名称: 组, 类型: 选项, 选项: [领导, 群众]}, {编号: score, 名称: 分, 类型: 数值, 单位: 分, 最小: 0分, 最大: 10分}]}
指标:
  - {编号: a, 名称: 甲项, 性质: 基本, 分值: 10, 不适用时: 得零分, 规则: {评委组: {事件: ballot, 量: score, 方法: 平均, 票面满分: 10, 最少票数: 2, 组: [{名称: 领导, 占比: 60%, 条件: from = "领导"}, {名称: 群众, 占比: 40%, 条件: from = "群众"}]`

// One ballot of the leaders, which is too few, and two of the others, of 5 each.
const CAST = {
  reported: ['ballot'],
  events: ['领导', '群众', '群众'].map((word, i) => ({
    id: `b${i}`,
    unit: 'u',
    event: 'ballot',
    date: '2023-12-01',
    attributes: { from: { word }, score: number(word === '领导' ? 10 : 5) },
  })),
}

it.each([
  ['不适用', '5'],
  ['得零分', '2'],
  ['得满分', '8'],
])('a group of 评委组 with too few ballots, 不足时 %s', (few, points) => {
  expect(pointsOf(`${BALLOTS}, 不足时: ${few}}}}\n`, CAST)).toBe(points)
})

it('money is not rounded: what no decimal is exact for is a fraction', () => {
  const amountOf = (money: string) => {
    const paid = `结果运用: [{编号: pay, 名称: 奖金, 范围: {全部: 是}, 措施: 奖金, 金额: ${money}}]\n`
    const [pay] = resultOf(`${MONTHLY}{公式: {式: '1分'}}}\n${paid}`, YEAR).consequences
    return pay?.amount === undefined ? undefined : formatRational(pay.amount)
  }
  expect(amountOf('44万元 / 3')).toBe('440000/3')
  expect(amountOf('总分 / 16分 * 1元')).toBe('0.0625')
})
