import { formatRational } from '@kaohe/engine'
import { expect, it } from 'vitest'
import { printScheme, readScheme, showScheme } from '../src/index.ts'
import { SOUND } from './broken/sound.ts'

const TABLE = '金额表: {1: 5000, 2: 3000元, 3—5: 0.2万元, 6: 1千元, 其他: 1/3}'
const text = SOUND.replace('措施: 表彰', `措施: 奖金\n    ${TABLE}`)
const { scheme, diagnostics } = readScheme(text)

const amountsIn = (of: typeof scheme) =>
  of?.consequences?.[0]?.amounts?.map(([, amount]) => formatRational(amount))

it('amounts of money are yuan, however they are written', () => {
  expect(diagnostics).toEqual([])
  expect(amountsIn(scheme)).toEqual(['5000', '3000', '2000', '1000', '1/3'])
})

it('they are printed so that they are read again, and shown as yuan', () => {
  if (scheme === undefined) throw new Error('not read')
  expect(amountsIn(readScheme(printScheme(scheme)).scheme)).toEqual(amountsIn(scheme))
  expect(showScheme(scheme)).toContain('5000元')
})
