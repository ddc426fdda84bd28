import { readd } from '@kaohe/checker'
import { readScheme } from '@kaohe/scheme'
import { describe, expect, it } from 'vitest'
import { compile, evaluate, formatRational, prove, tellProof } from '../src/index.ts'
import type { Dataset, EventEntry, Program } from '../src/index.ts'

const HEAD = `
方案: demo
名称: 示例
版本: "1"
发文: {机关: 示例, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
层级: [{编号: town, 名称: 乡镇}, {编号: branch, 名称: 支部, 上级: town}]
考核对象: [{编号: township, 名称: 乡镇团委, 层级: town}]
数据:
  - {编号: staffed, 名称: 配备完善, 类型: 是否, 层级: branch}
  - {编号: hours, 名称: 时长, 类型: 数值, 单位: 小时, 周期: 每季度, 层级: branch}
  - {编号: spare, 名称: 余数, 类型: 数值, 单位: 小时, 周期: 每季度, 层级: branch, 可不适用: 是}
事件:
  - {编号: lesson, 名称: 团课, 层级: branch, 周期: 每月, 属性: [{编号: hours, 名称: 课时, 类型: 数值, 单位: 小时}]}
`

function read(rule: string) {
  return readScheme(`${HEAD}指标: [{编号: a, 名称: 甲, 规则: ${rule}}]\n`)
}

function program(rule: string): Program {
  const { scheme, diagnostics } = read(rule)
  if (scheme === undefined) throw new Error(diagnostics.map((d) => d.message).join())
  return compile(scheme)
}

const lesson = (unit: string, n: number, hours: bigint): EventEntry => ({
  id: `${unit}${n}`,
  unit,
  event: 'lesson',
  date: `2023-0${n}-01`,
  attributes: { hours: { number: { num: hours, den: 1n } } },
})

const branch = (id: string) => ({
  id,
  name: `支部${id}`,
  type: null,
  level: 'branch',
  parent: 't',
  attributes: {},
})

const DATA: Dataset = {
  units: [
    { id: 't', name: '乡镇', type: 'township', level: 'town', attributes: {} },
    branch('x'),
    branch('y'),
  ],
  facts: ['x', 'y'].map((unit) => ({
    unit,
    fact: 'staffed',
    period: null,
    value: { truth: unit === 'x' },
  })),
  events: [1, 2, 3, 4].map((n) => lesson('x', n, 2n)).concat(lesson('y', 1, 1n)),
  reported: ['lesson'],
  pending: [],
  history: [],
  lineage: [],
  previous: [],
}

const first = (rule: string, data = DATA) => {
  const evaluation = evaluate(program(rule), data)
  return { evaluation, result: evaluation.results()[0] }
}

const points = (rule: string): string => {
  const total = first(rule).result?.total
  return total === undefined ? '' : formatRational(total)
}

const COUNTED = '{汇总: {层级: branch, 规则: {每次: {事件: lesson, 得: 1}, 上限: 3}, 取: 合计}}'

describe('events of the units below', () => {
  it.each([
    ['each with a cap of its own', COUNTED, '4'],
    [
      'summed in a condition',
      '{汇总: {层级: branch, 条件: 合计(lesson.hours) >= 2小时 且 staffed, 取: 占比, 满分: 10}}',
      '5',
    ],
    [
      'counted with a condition',
      '{汇总: {层级: branch, 条件: "次数(lesson, hours >= 2小时) >= 4次", 取: 全部, 满分: 10}}',
      '0',
    ],
    [
      'by month, the best of them',
      '{逐期: {规则: {汇总: {层级: branch, 规则: {每次: {事件: lesson, 得: 1}}, 取: 最高}}, 取: 合计}}',
      '4',
    ],
  ])('%s', (_, rule, expected) => expect(points(rule)).toBe(expected))

  it('may still come', () => {
    const { result } = first(COUNTED, { ...DATA, pending: [{ unit: 'y', event: 'lesson' }] })
    expect(result?.total).toBeUndefined()
    expect(result?.range).toEqual({ lo: { num: 4n, den: 1n }, hi: { num: 6n, den: 1n } })
    expect(result?.missing.map((m) => m.id)).toEqual(['lesson'])
  })

  it('are proved and told row by row, and the checker adds them again', () => {
    const proof = JSON.parse(JSON.stringify(prove(first(COUNTED).evaluation, 't'))) as object
    expect(readd(proof).faults).toEqual([])
    const told = tellProof(proof as never, 3).map((line) => line.text)
    expect(told).toContain('支部x，团课 4次，计 3')
    const text = JSON.stringify(proof)
    const changed = JSON.parse(text.replace('"inputs":["4"]', '"inputs":["5"]')) as object
    expect(text).toContain('"inputs":["4"]')
    expect(readd(changed).faults).not.toEqual([])
  })

  it('are not counted where they do not arise', () => {
    const { diagnostics } = read('{每次: {事件: lesson, 得: 1}}')
    expect(diagnostics[0]?.message).toContain('“团课”是下级的事件')
  })
})

describe('runs of events', () => {
  it('are proved, and the checker adds them again', () => {
    const rule =
      '{汇总: {层级: branch, 规则: {每次: {量: "连续(lesson, hours >= 2小时)", 得: 1}}, 取: 合计}}'
    expect(points(rule)).toBe('4')
    const proof = JSON.parse(JSON.stringify(prove(first(rule).evaluation, 't'))) as object
    expect(readd(proof).faults).toEqual([])
    const changed = JSON.parse(JSON.stringify(proof).replace('"inputs":["4"]', '"inputs":["3"]'))
    expect(readd(changed).faults).not.toEqual([])
  })

  it('an event without a day may stand anywhere', () => {
    const rule =
      '{汇总: {层级: branch, 规则: {每次: {量: "连续(lesson, hours >= 2小时)", 得: 1}}, 取: 合计}}'
    const undated = DATA.events.map((e) => (e.id === 'x2' ? { ...e, date: null } : e))
    const { evaluation, result } = first(rule, { ...DATA, events: undated })
    expect(result?.range).toEqual({ lo: { num: 1n, den: 1n }, hi: { num: 4n, den: 1n } })
    const proof = JSON.parse(JSON.stringify(prove(evaluation, 't'))) as object
    expect(readd(proof).faults).toEqual([])
  })
})

describe('a figure of each period and each unit below', () => {
  const hours = ['x', 'y'].flatMap((unit, u) =>
    [1, 2, 3, 4].map((quarter) => ({
      unit,
      fact: 'hours',
      period: `2023-Q${quarter}`,
      value: { number: { num: BigInt(quarter) * (u === 0 ? 1n : 10n), den: 1n } },
    })),
  )
  const exactly = (rule: string) => {
    const { result, evaluation } = first(rule, { ...DATA, facts: [...DATA.facts, ...hours] })
    const proof: unknown = JSON.parse(JSON.stringify(prove(evaluation, 't')))
    expect(readd(proof).faults).toEqual([])
    const { lo, hi } = result!.items[0]!.range
    expect(lo).toEqual(hi)
    return formatRational(lo!)
  }

  it.each([
    ['合计', '110'],
    ['平均', '13.75'],
    ['最高', '40'],
    ['最低', '1'],
    ['个数', '2'],
    ['占比', '0.25'],
  ])('%s is %s', (how, expected) => {
    const what = ['个数', '占比'].includes(how) ? `${how}(hours > 25小时)` : `${how}(hours) / 1小时`
    expect(exactly(`{公式: {式: "${what} * 1分"}}`)).toBe(expected)
  })

  it('is not averaged where a unit may stay out of a period, which mean comes first being open', () => {
    expect(() => program('{公式: {式: 平均(spare) / 1小时 * 1分}}')).toThrow('先平均什么')
  })
})
