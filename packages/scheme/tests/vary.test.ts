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
    expect(scaled(first!, ratio(11n, 10n))).toEqual([{ at: '评价方式/one/占比', to: '"55%"' }])
    expect(scaled(first!, ratio(1n, 3n))[0]?.to).toBe('"1/6"')
  })

  it('are known by what they do: whose points move, whose rank, and how far', () => {
    const [weight] = all
    const ways = [ratio(11n, 10n), ratio(9n, 10n)].map((factor) => under(scaled(weight!, factor)))
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

const WITH_LINES = `${TEXT.replace('总分: {}', '总分: {加分上限: 5, 下限: 不设}')}
评定:
  评定: 线和名额
  等次:
    - {编号: good, 名称: 优, 分数: 70及以上, 限额: {比例: 1/3, 取整: 进一, 同分: 全部入围, 递补: 否}}
    - {编号: fair, 名称: 良, 分数: "[60, 70)"}
    - {编号: poor, 名称: 差, 分数: 不足60}
否决降等:
  - {编号: late, 名称: 迟报, 条件: x > 200, 扣分: 2分}
结果运用:
  - {编号: prize, 名称: 奖金, 范围: {等次: [good]}, 措施: 奖金, 金额: 总分 * 100元}
`.replace(
  '规则: {公式: {式: y}}',
  '规则: {合计: {项: [{升降: {量: y, 基准: 0, 基准得: 9, 每: 10, 低扣: 1, 不足一步: 舍去}, 最多扣: 6}, {对照: {量: y, 得: {80及以上: 3, 其他: -1}}}]}}',
)

describe('figures of every kind', () => {
  const lined = (trial: readonly TrialChange[] = []) =>
    readSchemeFolder([{ path: 'scheme.yaml', text: WITH_LINES }], { main: 'scheme.yaml', trial })
  const all = parametersOf(lined().document!)
  const at = (place: string) => all.find((one) => one.at === place)

  it('are found wherever points, lines and shares are said, below zero as well', () => {
    expect(all.map((one) => [one.at, one.written]).slice(4)).toEqual([
      ['指标/j/规则/合计/项/1/升降/基准得', '9'],
      ['指标/j/规则/合计/项/1/升降/低扣', '1'],
      ['指标/j/规则/合计/项/1/最多扣', '6'],
      ['指标/j/规则/合计/项/2/对照/得/80及以上', '3'],
      ['指标/j/规则/合计/项/2/对照/得/其他', '-1'],
      ['总分/加分上限', '5'],
      ['评定/等次/good/分数', '70'],
      ['评定/等次/good/限额/比例', '1/3'],
      ['评定/等次/fair/分数', '60'],
      ['否决降等/late/扣分', '2分'],
    ])
  })

  it('move a line where the one grade ends and where the other begins', () => {
    expect(scaled(at('评定/等次/good/分数')!, ratio(11n, 10n))).toEqual([
      { at: '评定/等次/good/分数', to: '"77及以上"' },
      { at: '评定/等次/fair/分数', to: '"[60, 77)"' },
    ])
    expect(scaled(at('评定/等次/fair/分数')!, ratio(9n, 10n))).toEqual([
      { at: '评定/等次/fair/分数', to: '"[54, 70)"' },
      { at: '评定/等次/poor/分数', to: '"不足54"' },
    ])
  })

  it('leave a share of one third a fraction', () => {
    const share = at('评定/等次/good/限额/比例')!
    expect(scaled(share, ratio(9n, 10n))[0]?.to).toBe('"3/10"')
    expect(scaled(share, ratio(3n, 1n))[0]?.to).toBe('"1/1"')
    expect(scaled(at('否决降等/late/扣分')!, ratio(11n, 10n))[0]?.to).toBe('"2.2分"')
  })

  it('can be read again', () => {
    const tried = all.flatMap((one) => [ratio(11n, 10n), ratio(9n, 10n)].map((f) => scaled(one, f)))
    expect(tried.map((trial) => lined(trial).diagnostics)).toEqual(tried.map(() => []))
  })
})

it('money is an effect, too', () => {
  const text = TEXT + '结果运用: [{编号: prize, 名称: 奖金, 措施: 奖金, 金额: 总分 * 100元}]\n'
  const paid = (trial: readonly TrialChange[]) => {
    const files = [{ path: 'scheme.yaml', text }]
    return evaluate(
      compile(readSchemeFolder(files, { main: 'scheme.yaml', trial }).scheme!),
      dataset,
    )
  }
  const prize = [{ at: '结果运用/prize/金额', to: '"总分 * 200元"' }]
  expect(effectOf(paid([]), [paid(prize)])).toMatchObject({ moved: 0, consequences: 3 })
})

it('the figures of a real scheme are found', () => {
  const path = new URL('../../../schemes/dongguan-2017/scheme.yaml', import.meta.url)
  const text = readFileSync(path, 'utf8')
  const { document } = readSchemeFolder([{ path: 'scheme.yaml', text }], { main: 'scheme.yaml' })
  const weights = parametersOf(document!).filter(({ at }) => at.endsWith('/占比'))
  expect(weights.map(({ written }) => written)).toEqual(['30%', '50%', '20%'])
})
