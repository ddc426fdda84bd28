import { compile, type EventEntry } from '@kaohe/engine'
import { readScheme } from '@kaohe/scheme'
import { expect, it } from 'vitest'
import { withBallots } from '../../../src/rooms/review/meeting/events.ts'

const SCHEME = `
方案: hall-2023
名称: 述职
版本: "1"
发文: {机关: 团县委, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
考核对象: [{编号: town, 名称: 镇}]
类别: [{编号: base, 名称: 述职}]
事件:
  - 编号: ballot
    名称: 评议票
    属性:
      - {编号: judge, 名称: 评委, 类型: 文字}
      - {编号: score, 名称: 评分, 类型: 数值, 单位: 分, 最小: 0分, 最大: 100分}
指标: [{编号: debrief, 名称: 述职, 类别: base, 分值: 100, 规则: {评委: {事件: ballot, 量: score, 不足时: 得零分}}}]
总分: {}
`

const typed = (unit: string, event: string): EventEntry => ({
  id: `${unit}-${event}`,
  unit,
  event,
  date: '2023-12-01',
  attributes: {},
})

it('whom a meeting heard has its ballots and no others; everybody else has what was typed in', () => {
  const { scheme, diagnostics } = readScheme(SCHEME, { file: 'scheme.yaml' })
  expect(diagnostics.map(({ message }) => message)).toEqual([])
  const events = [typed('heard', 'ballot'), typed('heard', 'other'), typed('unheard', 'ballot')]
  const at = { meeting: 'm', event: 'ballot', unit: 'heard' }
  const cast = { ...at, receipt: 'r', judge_group: '', marks: { score: '88' } }
  const ballots = { heard: [{ ...at, on: '2023-12-28', group: null }], cast: [cast] }
  const found = withBallots(events, ballots, compile(scheme!))
  expect(found.map(({ id }) => id)).toEqual(['heard-other', 'unheard-ballot', 'ballot/r'])
  expect(withBallots(events, undefined, compile(scheme!))).toEqual(events)
})
