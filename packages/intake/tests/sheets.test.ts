import { expect, it } from 'vitest'
import { readSheets } from '../src/index.ts'
import { workbook } from './support/xlsx.ts'

// A cell shown as a percentage holds a share; its digits are moved, nothing is computed.
it.each([
  [0.865, '86.5%'],
  [0.07, '7%'],
  [1, '100%'],
  [0, '0%'],
  [0.8, '80%'],
  [1.25, '125%'],
  [0.12345, '12.345%'],
  [-0.05, '-5%'],
])('reads %d shown as a percentage as %s', (percent, text) => {
  const bytes = workbook({ sheets: [{ name: '表', rows: [['满意度'], [{ percent }]] }] })
  const { sheets, refused } = readSheets({ path: '表.xlsx', bytes }, () => false)
  expect(refused).toEqual([])
  expect(sheets[0]!.rows[1]!.cells.get(0)).toEqual({ text })
})
