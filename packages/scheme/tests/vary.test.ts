import { readFileSync } from 'node:fs'
import { compile, type Dataset, evaluate, parseRational, ratio } from '@kaohe/engine'
import { describe, expect, it } from 'vitest'
import { effectOf, parametersOf, readSchemeFolder, scaled, type TrialChange } from '../src/index.ts'

const TEXT = `
方案: two-2023
名称: 两个来源
版本: "1"
发文: {机关: 团市委, 级别: 地市}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
考核对象: [{编号: town, 名称: 镇}]
评价方式:
  - {编号: one, 名称: 甲, 占比: 50%, 方式: 数据监控}
  - {编号: two, 名称: 乙, 占比: 50%, 方式: 数据监控}
数据:
  - {编号: x, 名称: 甲数, 类型: 数值}
  - {编号: y, 名称: 乙数, 类型: 数值}
指标:
  - {编号: i, 名称: 甲, 评价方式: one, 分值: 100, 规则: {公式: {式: x}}}
  - {编号: j, 名称: 乙, 评价方式: two, 分值: 100, 规则: {公式: {式: y}}}
总分: {}
排名: {分组: 全部, 并列: 并列占位}
`

const file = { path: 'scheme.yaml', text: TEXT }
const read = (trial: readonly TrialChange[] = []) =>
  readSchemeFolder([file], { main: 'scheme.yaml', trial })

// By so little does the first of them win.
const POINTS = { a: ['80', '70.5'], b: ['70', '80'], c: ['10', '10'] } as const

const dataset: Dataset = {
  units: Object.keys(POINTS).map((id) => ({ id, name: id, type: 'town', attributes: {} })),
  facts: Object.entries(POINTS).flatMap(([unit, values]) =>
    values.map((text, i) => ({
      unit,
      fact: ['x', 'y'][i]!,
      period: null,
      value: { number: parseRational(text)! },
    })),
  ),
  events: [],
  reported: [],
  pending: [],
  history: [],
  lineage: [],
  previous: [],
}

const under = (trial: readonly TrialChange[]) => evaluate(compile(read(trial).scheme!), dataset)

describe('figures of a scheme that can be varied', () => {
  const all = parametersOf(read().document!)

  it('are its weights and points, with their places', () => {
    expect(all.map(({ at, written }) => [at, written])).toEqual([
      ['评价方式/one/占比', '50%'],
      ['评价方式/two/占比', '50%'],
      ['指标/i/分值', '100'],
      ['指标/j/分值', '100'],
    ])
  })

  it('keep their suffix when they are scaled, but as a fraction', () => {
    const [first] = all
    expect(scaled(first!, ratio(11n, 10n))).toEqual({ at: '评价方式/one/占比', to: '"55%"' })
    expect(scaled(first!, ratio(1n, 3n)).to).toBe('"1/6"')
  })

  it('are known by what they do: whose points move, whose rank, and how far', () => {
    const [weight] = all
    const ways = [ratio(11n, 10n), ratio(9n, 10n)].map((factor) => under([scaled(weight!, factor)]))
    expect(effectOf(under([]), ways)).toEqual({
      moved: 3,
      ranked: 2,
      farthest: 1,
      regraded: 0,
      consequences: 0,
    })
    expect(effectOf(under([]), [under([])])).toMatchObject({ moved: 0, ranked: 0, farthest: 0 })
    expect(effectOf(under([]), [])).toMatchObject({ moved: 0 })
  })
})

it('the figures of a real scheme are found', () => {
  const path = new URL('../../../schemes/dongguan-2017/scheme.yaml', import.meta.url)
  const text = readFileSync(path, 'utf8')
  const { document } = readSchemeFolder([{ path: 'scheme.yaml', text }], { main: 'scheme.yaml' })
  const weights = parametersOf(document!).filter(({ at }) => at.endsWith('/占比'))
  expect(weights.map(({ written }) => written)).toEqual(['30%', '50%', '20%'])
})
