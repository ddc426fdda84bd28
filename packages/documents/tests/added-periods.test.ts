import { readFacts } from '@kaohe/intake'
import { readScheme } from '@kaohe/scheme'
import ExcelJS from 'exceljs'
import { expect, it } from 'vitest'
import { template } from '../src/index.ts'

const TEXT = `
方案: added
名称: 示范
版本: "1"
发文: {机关: 示范县委, 级别: 区县}
考核对象: [{编号: town, 名称: 乡镇}]
数据: [{编号: special, 名称: 专项活动, 类型: 数值, 单位: 次, 周期: 每月}]
指标: [{编号: a, 名称: 活动, 分值: 10, 规则: {每次: {量: 合计(special), 得: 1}, 上限: 10}}]
`

it('periods added to the right of a template are read, where the notice does not say which there are', async () => {
  const { scheme } = readScheme(TEXT)
  if (scheme === undefined) throw new Error('no scheme')
  const units = [{ id: 't1', name: '甲镇', type: 'town', attributes: {} }]
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await template(scheme, { units })).slice().buffer)
  const sheet = book.getWorksheet('专项活动')
  const last = sheet?.getRow(3).cellCount ?? 0
  ;['2021年3月', '2021年4月'].forEach((heading, i) => {
    if (sheet === undefined) return
    sheet.getCell(1, last + 1 + i).value = heading
    sheet.getCell(4, last + 1 + i).value = i + 5
  })
  const bytes = new Uint8Array(await book.xlsx.writeBuffer())
  const { dataset, diagnostics } = readFacts([{ path: '填报.xlsx', bytes }], scheme)
  expect(diagnostics).toEqual([])
  expect(dataset?.facts.map((f) => [f.fact, f.period, f.value])).toEqual([
    ['special', '2021-03', { number: { num: 5n, den: 1n } }],
    ['special', '2021-04', { number: { num: 6n, den: 1n } }],
  ])
})
