import { compile, evaluate, prove } from '@kaohe/engine'
import { readScheme } from '@kaohe/scheme'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  exports,
  type Format,
  formats,
  resultWorkbook,
  type Results,
  table,
  template,
  textWidth,
} from '../src/index.ts'
import { column } from '../src/exports/table.ts'
import { compute } from './support/compute.ts'

const TEXT = `
方案: demo
名称: 示范
版本: "1"
发文: {机关: 示范县委, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
考核对象: [{编号: town, 名称: 乡镇}]
评价方式:
  - {编号: desk, 名称: 业务评价, 方式: 数据监控, 占比: 60%}
  - {编号: visit, 名称: 实地, 方式: 实地检查, 占比: 40%}
数据:
  - {编号: rate, 名称: 收缴率, 类型: 数值, 单位: "%", 最大: 100%, 条款: 第三条}
  - {编号: plans, 名称: 计划数, 类型: 数值, 单位: 个, 可不适用: 否}
  - {编号: monthly, 名称: 月活动, 类型: 数值, 单位: 次, 周期: 每季度}
指标:
  - {编号: fee, 名称: 团费, 分值: 10, 评价方式: desk, 规则: {达标: {条件: rate >= 95%, 得: 10}}}
  - {编号: plan, 名称: 计划, 分值: 5, 评价方式: desk, 规则: {每次: {量: plans, 得: 1}, 上限: 5}}
  - {编号: look, 名称: 检查, 分值: 20, 评价方式: visit, 规则: {每次: {量: plans, 得: 2}, 上限: 20}}
总分: {满分: 100, 舍入: {到: 0.01, 方式: 四舍五入}}
排名: {分组: 全部, 并列: 并列占位}
`

const { scheme, diagnostics } = readScheme(TEXT, { file: 'demo.yaml' })
if (scheme === undefined) throw new Error(diagnostics.map((d) => d.message).join('\n'))

const number = (n: bigint, d = 1n) => ({ number: { num: n, den: d } })
const units = ['甲镇', '乙镇', '=丙镇'].map((name, i) => ({
  id: `t${i}`,
  name,
  type: 'town',
  attributes: {},
}))
const facts = units.flatMap(({ id }, i) => [
  { unit: id, fact: 'rate', period: null, value: number(BigInt(90 + 5 * i), 100n) },
  { unit: id, fact: 'plans', period: null, value: number(BigInt(2 + i)) },
])
const dataset = {
  units,
  facts,
  events: [],
  reported: [],
  pending: [],
  history: [],
  lineage: [],
  previous: [],
}

let results: Results
beforeAll(() => {
  const evaluation = evaluate(compile(scheme), dataset)
  const all = evaluation.results()
  results = { scheme, units: all, proofs: all.map((u) => prove(evaluation, u.unit)) }
})

describe('workbooks', () => {
  it('are the same bytes for the same input', async () => {
    expect(
      Buffer.compare(await template(scheme, { units }), await template(scheme, { units })),
    ).toBe(0)
    expect(Buffer.compare(await resultWorkbook(results), await resultWorkbook(results))).toBe(0)
  })

  it('to fill in have checks, notes with the clause, hidden anchors, and protection where the format allows it', async () => {
    const parts = unzipSync(await template(scheme, { units }))
    const xml = strFromU8(parts['xl/worksheets/sheet3.xml'] ?? new Uint8Array())
    expect(xml).toMatch(/<row r="3"[^>]*hidden="1"/)
    expect(xml.indexOf('<sheetProtection')).toBeLessThan(xml.indexOf('<dataValidations'))
    expect(xml.indexOf('<sheetProtection')).toBeGreaterThan(xml.indexOf('</sheetData>'))
    expect(xml).toContain('type="decimal"')
    expect(xml).toContain('state="frozen"')
    expect(strFromU8(parts['xl/comments3.xml'] ?? new Uint8Array())).toContain('依据：第三条')
    expect(strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain(
      'kaohe:facts|unit-id',
    )
  })

  it('of results carry formulas that compute what was computed', async () => {
    const parts = unzipSync(await resultWorkbook(results))
    const sheet = compute(parts, 'xl/worksheets/sheet2.xml')
    expect(sheet.formulas).toBe(3 * (1 + 2 + 1))
    expect(sheet.computed).toBe(3 * (1 + 2))
    expect(sheet.differences).toEqual([])
  })
})

function formatNamed(name: string): Format {
  const format = formats.find((f) => f.name === name)
  if (format === undefined) throw new Error(name)
  return format
}

describe('formats', () => {
  it('write every export', async () => {
    const written = await Promise.all(
      exports.flatMap((e) => formats.map(async (f) => f.write([e.make(results)]))),
    )
    expect(written.every((w) => w.length > 10)).toBe(true)
    expect(written).toHaveLength(exports.length * formats.length)
  })

  it('start no cell with a formula', () => {
    const csv = formatNamed('csv')
    const evil = table(
      't',
      't',
      [column('a', 'a')],
      [['=1+1'], ['+x'], ['-x'], ['@x'], ['-5'], ['\t=1']],
    )
    const rows = (csv.write([evil]) as string).split('\r\n').slice(1, -1)
    expect(rows).toEqual(["'=1+1", "'+x", "'-x", "'@x", '-5', "'\t=1"])
  })

  it('align Chinese characters as two columns', () => {
    const lines = (
      formatNamed('table').write([
        table(
          't',
          '表',
          [column('a', '单位'), column('b', '得分', 'points')],
          [
            ['甲镇团委', { num: 5n, den: 2n }],
            ['abc', { num: 1n, den: 3n }],
          ],
        ),
      ]) as string
    ).split('\n')
    expect(new Set(lines.slice(1, -1).map(textWidth)).size).toBe(1)
    expect(lines.at(-2)).toBe('abc        1/3')
  })

  it('keep points exact in JSON', () => {
    const json = formatNamed('json')
    const text = json.write([
      table(
        't',
        't',
        [column('a', 'a', 'points'), column('n', 'n', 'count')],
        [[{ num: 1n, den: 3n }, 2]],
      ),
    ]) as string
    expect(JSON.parse(text)).toEqual({ t: [{ a: '1/3', n: 2 }] })
  })
})
