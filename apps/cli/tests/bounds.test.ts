import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inFolder, kaohe } from './kaohe.ts'

// Of 50 points of every unit, 20 may not apply; 30 more are only asked of the one kind.
const TWO_KINDS = `
方案: clinics-2024
名称: 两类医院
版本: "1"
发文: {机关: 市卫健委, 级别: 地市}
考核时段: {起: 2024-01-01, 止: 2024-12-31}
考核对象: [{编号: general, 名称: 综合医院}, {编号: special, 名称: 专科医院}]
数据:
  - {编号: x, 名称: 甲数, 类型: 数值, 最小: 0, 最大: 10}
  - {编号: y, 名称: 乙数, 类型: 数值, 最小: 0, 最大: 20, 可不适用: 是}
  - {编号: z, 名称: 丙数, 类型: 数值, 最小: 0, 最大: 30}
指标:
  - {编号: i, 名称: 甲, 性质: 基本, 分值: 30, 规则: {公式: {式: x * 4 - 10}}}
  - {编号: j, 名称: 乙, 性质: 基本, 分值: 20, 不适用时: 重新折算, 规则: {公式: {式: y}}}
  - {编号: k, 名称: 丙, 性质: 基本, 分值: 30, 适用: [general], 规则: {公式: {式: z}}}
总分: {下限: 不设, 上限: 不设}
排名: {分组: 全部, 并列: 并列占位}
`

const boundsIn = (text: string, ...args: readonly string[]) =>
  inFolder(async (folder) => {
    const path = join(folder, 'scheme.yaml')
    writeFileSync(path, text)
    return (await kaohe('bounds', path, ...args)).out
  })

test('what is asked of one kind of assessee is not mixed with what is asked of another', async () => {
  const { total, types } = JSON.parse(await boundsIn(TWO_KINDS, '--format', 'json'))
  // Of the one kind 80 points are asked, or 60 scaled up to them; of the other 50, or 30.
  expect(types).toEqual([
    { id: 'general', least: '-40/3', most: '80', full: '80' },
    { id: 'special', least: '-50/3', most: '50', full: '50' },
  ])
  expect(total).toEqual({ least: '-50/3', most: '80', full: null })
})

test('each kind has a line of its own where their sheets differ', async () => {
  expect(await boundsIn(TWO_KINDS)).toMatch(/总分（综合医院） +80 +-40\/3 +80\n/)
  expect(await boundsIn(TWO_KINDS, '--lang', 'en')).toContain('Total (专科医院)')
  const alike = await boundsIn(TWO_KINDS.replace('适用: [general], ', ''))
  expect(alike).not.toContain('总分（')
})
