import { readScheme } from '@kaohe/scheme'
import { describe, expect, it } from 'vitest'
import { compile, evaluate, int, prove, tellProof } from '../src/index.ts'
import type { FactEntry } from '../src/index.ts'

const head = (rest: string) => `
方案: formula
名称: 算式
版本: "1"
发文: {机关: 示例, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
考核对象: [{编号: town, 名称: 乡镇}]
数据:
${['a', 'b', 'c'].map((id) => `  - {编号: ${id}, 名称: 数${id}, 类型: 数值, 单位: 分, 最大: 1000分, 可不适用: 是}`).join('\n')}
${rest}`

const item = (id: string, more: string) =>
  `  - {编号: i${id}, 名称: 项${id}, ${more}, 规则: {外部得分: {量: ${id}}}}`

const SOURCES = head(`评价方式:
  - {编号: desk, 名称: 部门, 占比: 60%, 方式: 部门评价, 无评价时: 重新折算}
  - {编号: poll, 名称: 调查, 占比: 40%, 方式: 抽样调查, 无评价时: 重新折算}
指标:
${item('a', '评价方式: desk, 分值: 100, 不适用时: 重新折算')}
${item('b', '评价方式: poll, 分值: 10, 不适用时: 重新折算')}
${item('c', '性质: 加分')}
总分: {舍入: {到: 0.1, 方式: 四舍五入}}`)

const within = (category: string) =>
  head(`类别: [{编号: g, 名称: 一组, ${category}}]
指标:
${item('a', '类别: g, 分值: 30, 占比: 1/3, 不适用时: 重新折算')}
${item('b', '类别: g, 分值: 20, 占比: 2/3, 不适用时: 重新折算')}
${item('c', '类别: g, 分值: 50, 占比: 0%, 不适用时: 重新折算')}`)

type Known = Readonly<Record<string, number | '不适用' | undefined>>

/** The lines that say how parts and total came about. */
function toldOf(text: string, known: Known): readonly string[] {
  const { scheme, diagnostics } = readScheme(text)
  if (scheme === undefined) throw new Error(diagnostics.map((d) => d.message).join('\n'))
  const facts = Object.entries(known).flatMap(([fact, value]): FactEntry[] =>
    value === undefined
      ? []
      : [
          {
            unit: 'u',
            fact,
            period: null,
            value: value === '不适用' ? { na: true } : { number: int(value) },
          },
        ],
  )
  const units = [{ id: 'u', name: '甲', type: 'town', attributes: {} }]
  const empty = { events: [], reported: [], pending: [], history: [], lineage: [], previous: [] }
  const proof = prove(evaluate(compile(scheme), { units, facts, ...empty }), 'u')
  const lines = tellProof(proof, 1).map((line) => line.text)
  return lines.filter((line) => line.includes('合计 ') || line.startsWith('总分'))
}

describe('how the points of parts and of the total came about', () => {
  it('says what each source brings by its full score and its share', () => {
    expect(toldOf(SOURCES, { a: 80, b: 8, c: 3 }).at(-1)).toBe(
      '总分＝基本项80分（80×60%＋8÷10×100×40%）＋加分项3分（四舍五入到0.1）＝83分',
    )
  })

  it('says by what the rest is scaled up where a source is left out', () => {
    expect(toldOf(SOURCES, { a: 80, b: '不适用', c: 0 }).at(-1)).toBe(
      '总分＝基本项80分（（80×60%）÷60%）（四舍五入到0.1）＝80分',
    )
  })

  it('says nothing of a formula while a figure is not known', () => {
    expect(toldOf(SOURCES, { a: 80, c: 0 }).at(-1)).toBe(
      '总分＝基本项48至4048分之间（四舍五入到0.1）＝48至4048分之间',
    )
  })

  it('says the parts of a category that are weighted, a third as a fraction', () => {
    const text = within('合成: 加权, 满分: 100, 舍入: {到: 1, 方式: 四舍五入}')
    expect(toldOf(text, { a: 20, b: 20, c: 50 })[0]).toBe(
      '一组合计 20÷30×100×1/3＋20÷20×100×2/3＋50÷50×100×0%＝89分（四舍五入到1），满分100分',
    )
  })

  it('says nothing of what is only added up, and by what it is scaled up', () => {
    const text = within('上限: 90')
    expect(toldOf(text, { a: 20, b: 10, c: 40 })[0]).toBe('一组合计 70分（最多90分），满分100分')
    expect(toldOf(text, { a: '不适用', b: 10, c: 40 })[0]).toBe(
      '一组合计 50÷70×100＝500/7分（约71.43分）（最多90分），满分100分',
    )
  })

  it('says equal thirds as a mean, of those that apply', () => {
    const text = within('合成: 加权, 满分: 100').replace(/2\/3|0%/g, '1/3')
    expect(toldOf(text, { a: 15, b: 20, c: 50 })[0]).toMatch(
      /^一组合计 （15÷30×100＋20÷20×100＋50÷50×100）÷3＝/,
    )
    expect(toldOf(text, { a: 15, b: 20, c: '不适用' })[0]).toMatch(
      /^一组合计 （15÷30×100＋20÷20×100）÷2＝75分/,
    )
  })

  it('says how many are averaged', () => {
    const text = within('合成: 平均')
    expect(toldOf(text, { a: 20, b: -10, c: 40 })[0]).toMatch(/^一组合计 （20－10＋40）÷3＝50\/3分/)
    expect(toldOf(text, { a: 20, b: '不适用', c: 40 })[0]).toMatch(/^一组合计 （20＋40）÷2＝30分/)
  })
})
