import type { Scheme } from '@kaohe/engine'
import { readScheme } from '@kaohe/scheme'
import { expect, test } from 'vitest'
import { readFacts } from '../src/index.ts'

const { scheme } = readScheme(`
方案: demo
名称: 示例
版本: "1"
发文: {机关: 示例, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
考核对象: [{编号: town, 名称: 乡镇}]
事件: [{编号: visit, 名称: 观摩}]
指标: [{编号: host, 名称: 承接观摩, 规则: {每次: {事件: visit, 得: 3}}}]
`)

const read = (date: string) => {
  const json = {
    units: [{ id: 'u', name: '甲镇', type: 'town' }],
    events: [{ id: 'e', unit: 'u', event: 'visit', date, attributes: {} }],
    reported: ['visit'],
  }
  const bytes = new TextEncoder().encode(JSON.stringify(json))
  return readFacts([{ path: 'facts.json', bytes }], scheme as Scheme)
}

test.each(['2022-12-31', '2024-01-01'])(
  'an event of %s lies outside the period: it is kept, listed, and does not refuse the rest',
  (date) => {
    const { dataset, diagnostics } = read(date)
    expect(dataset?.events).toHaveLength(1)
    expect(diagnostics).toMatchObject([
      { severity: 'warning', code: 'outside-period', found: date },
    ])
    expect(diagnostics[0]?.message).toContain('不计分')
  },
)

test('the first and the last day lie inside', () => {
  expect(read('2023-01-01').diagnostics).toEqual([])
  expect(read('2023-12-31').diagnostics).toEqual([])
})
