import { readScheme } from '@kaohe/scheme'
import { describe, expect, it } from 'vitest'
import { boundsOf } from '../src/bounds/index.ts'
import { compile } from '../src/compile/index.ts'
import { evaluate } from '../src/evaluate/index.ts'
import type { FactEntry } from '../src/model/index.ts'
import { formatRational, int } from '../src/number/index.ts'

const head = (rest: string) => `
方案: rescale
名称: 重新折算
版本: "1"
发文: {机关: 示范县委, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
考核对象: [{编号: town, 名称: 乡镇}]
数据:
${'abcdefg'
  .split('')
  .map((id) => `  - {编号: ${id}, 名称: 数${id}, 类型: 数值, 单位: 个, 最大: 10个, 可不适用: 是}`)
  .join('\n')}
指标:
${rest}`

const itemsOf = (ids: string, more: string) =>
  ids
    .split('')
    .map(
      (id) =>
        `  - {编号: i${id}, 名称: 项${id}, 分值: 10, ${more}不适用时: 重新折算, 规则: {每次: {量: ${id}, 得: 1}, 上限: 10}}`,
    )
    .join('\n')

function programOf(text: string) {
  const { scheme, diagnostics } = readScheme(text)
  if (scheme === undefined) throw new Error(diagnostics.map((d) => d.message).join('\n'))
  return compile(scheme)
}

type Known = Readonly<Record<string, number | '不适用'>>

function evaluated(text: string, known: Known) {
  const facts = Object.entries(known).map(
    ([fact, value]): FactEntry => ({
      unit: 'u',
      fact,
      period: null,
      value: value === '不适用' ? { na: true } : { number: int(value) },
    }),
  )
  const units = [{ id: 'u', name: '甲', type: 'town', attributes: {} }]
  const empty = { events: [], reported: [], pending: [], history: [], lineage: [], previous: [] }
  return evaluate(programOf(text), { units, facts, ...empty }).result('u')
}

function totalOf(text: string, known: Known): string {
  const { lo, hi } = evaluated(text, known).range ?? { lo: null, hi: null }
  const [low, high] = [lo, hi].map((end) => (end === null ? '' : formatRational(end)))
  return low === high ? `${low}` : `${low}..${high}`
}

const few = head(itemsOf('abc', ''))
const many = head(itemsOf('abcdefg', ''))
const weighted = head(
  itemsOf('ab', '类别: k, 占比: 50%, ').concat(`
类别: [{编号: k, 名称: 类, 满分: 100, 合成: 加权}]`),
)

describe('what does not apply is made up for by what does', () => {
  it.each<[string, string, Known, string]>([
    ['all apply: 6 + 8 + 10', few, { a: 6, b: 8, c: 10 }, '24'],
    ['one does not: (6 + 8) × 30 / 20', few, { a: 6, b: 8, c: '不适用' }, '21'],
    ['two do not: 6 × 30 / 10', few, { a: 6, b: '不适用', c: '不适用' }, '18'],
    // 14 or 24 where c applies, 21 where it does not.
    ['not known whether it applies', few, { a: 6, b: 8 }, '14..24'],
    ['of seven: 36 × 70 / 60', many, { a: 6, b: 6, c: 6, d: 6, e: 6, f: 6, g: '不适用' }, '42'],
    ['weighted: 60% of what is left', weighted, { a: 6, b: '不适用' }, '60'],
    ['weighted, one open: 30 to 80, or 60', weighted, { a: 6 }, '30..80'],
  ])('%s', (_, text, known, total) => {
    expect(totalOf(text, known)).toBe(total)
  })

  it.each([
    ['of a few', few, '30'],
    ['weighted', weighted, '100'],
  ])('and never to more than the whole: %s', (_, text, most) => {
    const { hi } = boundsOf(programOf(text)).total
    expect(hi && formatRational(hi)).toBe(most)
  })
})

describe('amounts of money', () => {
  it.each([
    ['20000', '2万元'],
    ['3000', '3千元'],
    ['500', '500元'],
    ['12000', '总分 / 10分 * 1万元'],
  ])('are in yuan: %s for %s', (yuan, amount) => {
    const text = few.concat(`
结果运用: [{编号: prize, 名称: 奖金, 措施: 奖金, 范围: {条件: 总分 >= 0分}, 金额: ${amount}}]`)
    const [prize] = evaluated(text, { a: 4, b: 4, c: 4 }).consequences
    expect(prize?.amount && formatRational(prize.amount)).toBe(yuan)
  })
})
