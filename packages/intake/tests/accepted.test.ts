import { formatRational, type Value } from '@kaohe/engine'
import { describe, expect, it } from 'vitest'
import { book, datasetOf, readBook, sheet, yearWith } from './support/base.ts'
import type { TestCell } from './support/xlsx.ts'

function tell(value: Value | undefined): string | undefined {
  if (value === undefined) return undefined
  if ('number' in value) return formatRational(value.number)
  if ('truth' in value) return value.truth ? '是' : '否'
  if ('word' in value) return value.word
  if ('date' in value) return value.date
  return 'text' in value ? value.text : '不适用'
}

/** Column of 全年数据, what the cell holds, and what is read; the code of a remark when one is due. */
const FORMS: readonly (readonly [string, string, TestCell, string, string?])[] = [
  ['C', 'fee-rate', '98%', '0.98'],
  ['C', 'fee-rate', '９８．５％', '0.985'],
  ['C', 'fee-rate', { percent: 0.98 }, '0.98'],
  ['C', 'fee-rate', { percent: 0.28999999999999998 }, '0.29'],
  ['C', 'fee-rate', '百分之九十八', '0.98', 'numeral'],
  ['C', 'fee-rate', 0, '0'],
  ['C', 'fee-rate', '0%', '0'],
  ['C', 'fee-rate', '\u200B98 %\u00A0', '0.98'],
  ['C', 'fee-rate', '100/3%', '1/3'],
  ['D', 'trained', 30, '30'],
  ['D', 'trained', '30人', '30'],
  ['D', 'trained', '３０', '30'],
  ['D', 'trained', '1,234', '1234'],
  ['D', 'trained', '1，234名', '1234'],
  ['D', 'trained', '三十', '30', 'numeral'],
  ['D', 'trained', '一万二千三百零五人', '12305', 'numeral'],
  ['D', 'trained', '1.2万人', '12000'],
  ['D', 'trained', { suffix: '人', value: 30 }, '30'],
  ['D', 'trained', { formula: 'SUM(A1)', value: 30 }, '30', 'formula'],
  ['D', 'trained', 1e3, '1000'],
  ['E', 'hours', 0.30000000000000004, '0.3'],
  ['E', 'hours', '120小时', '120'],
  ['E', 'hours', '十二点五小时', '12.5', 'numeral'],
  ['E', 'hours', '三点一四', '3.14', 'numeral'],
  ['E', 'hours', '90分钟', '1.5'],
  ['E', 'hours', '不适用', '不适用'],
  ['E', 'hours', '/', '不适用'],
  ['E', 'hours', '1/3', '1/3'],
  ['F', 'funds', 2.5, '2.5'],
  ['F', 'funds', '2.5万元', '2.5'],
  ['F', 'funds', '25000元', '2.5'],
  ['F', 'funds', '￥25,000', '25000'],
  ['F', 'funds', '0.3亿元', '3000'],
  ['F', 'funds', { suffix: '元', value: 25000 }, '2.5'],
  ['G', 'gap', '3百分点', '0.03'],
  ['G', 'gap', '-2.5个百分点', '-0.025'],
  ['G', 'gap', '－３百分点', '-0.03'],
  ['G', 'gap', { suffix: '百分点', value: 3 }, '0.03'],
  ['H', 'plan', '是', '是'],
  ['H', 'plan', '√', '是'],
  ['H', 'plan', '×', '否'],
  ['H', 'plan', true, '是'],
  ['H', 'plan', ' 否 ', '否'],
  ['H', 'plan', 'FALSE', '否'],
  ['I', 'star', '五星', '五星'],
  ['I', 'star', ' 四 星 ', '四星'],
  ['I', 'star', '三星及以下\u200B', '三星及以下'],
  ['J', 'elected', '2023-11-14', '2023-11-14'],
  ['J', 'elected', '2023.11.14', '2023-11-14'],
  ['J', 'elected', '2023年11月14日', '2023-11-14'],
  ['J', 'elected', '2023/1/4', '2023-01-04'],
  ['J', 'elected', '20231114', '2023-11-14'],
  ['J', 'elected', 45291, '2023-12-31', 'serial-date'],
  ['J', 'elected', { date: 45291 }, '2023-12-31'],
  ['J', 'elected', { date: 45291.75 }, '2023-12-31'],
  ['J', 'elected', '11月14日', '2023-11-14', 'year-supplied'],
  ['J', 'elected', '２０２３－１１－１４ 08:30', '2023-11-14'],
  ['J', 'elected', '45291', '2023-12-31', 'serial-date'],
  ['K', 'phone', '0797-8123456', '0797-8123456'],
  ['K', 'phone', 13812345678, '13812345678'],
  ['K', 'phone', "'-12", '-12'],
]

describe('accepted forms of a value', () => {
  const forms = FORMS.map(([letter, fact, cell, wanted, remark]) => ({
    letter,
    fact,
    cell,
    wanted,
    remark,
  }))
  it.each(forms)(
    '$letter $fact $cell is read as $wanted',
    ({ letter, fact, cell, wanted, remark }) => {
      const result = readBook(book(sheet('全年数据', yearWith({ [letter]: cell }))))
      const entry = datasetOf(result).facts.find((f) => f.fact === fact)
      expect(tell(entry?.value)).toBe(wanted)
      expect(entry?.origin).toBe(`数据.xlsx!全年数据!${letter}2`)
      expect(result.diagnostics.map((d) => d.code)).toEqual(remark === undefined ? [] : [remark])
    },
  )
})

describe('an empty cell is unknown', () => {
  it.each(['', '　', '\u200B', null])('%j', (cell) => {
    const { facts } = datasetOf(readBook(book(sheet('全年数据', yearWith({ D: cell })))))
    expect(facts.some((f) => f.fact === 'trained')).toBe(false)
  })
})
