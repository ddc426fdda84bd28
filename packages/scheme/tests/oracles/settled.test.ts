import { join } from 'node:path'
import { compile } from '@kaohe/engine'
import { describe, expect, it } from 'vitest'
import { lint } from '../../src/lint/index.ts'
import type { FolderOptions } from '../../src/index.ts'
import { schemeIn } from './against.ts'

const SCHEMES = join(import.meta.dirname, '../../../../schemes')
const UNSETTLED = '不定'

function findingsIn(folder: string, options: FolderOptions): ReadonlySet<string> {
  const { scheme, where } = schemeIn(folder, options)
  const found = lint(scheme!, compile(scheme!), where)
  return new Set(found.map(({ check, path }) => `${check} ${path}`))
}

/** What the notices leave open, as the linter must find it: how many findings, and each by its clause. */
const AS_WRITTEN: Readonly<Record<string, readonly string[]>> = {
  'ganzhou-2023': [
    // Article 9: 120 % in two bands, number of episodes, denominator.
    'shared-boundary 指标/study/规则/逐期/规则/分段/段',
    'period-count-undeclared 数据/study-rate/期数',
    'denominator-undeclared 数据/study-rate/分母',
    // Article 10: no dates, one deduction or two.
    'deadline-missing 日程/topic-entry',
    'deadline-undeclared 指标/benchmark/规则/逾期/期限',
    'one-or-several 指标/entry/规则/清单/合并',
    // Article 11: three conditions, one deduction; four activities.
    'requirement-unscored 指标/house/要求/house-three',
    'requirement-unscored 指标/house/要求/house-registered',
    'requirement-unscored 指标/house/要求/house-in-time',
    'band-gap 指标/house/规则/逐期/规则/分段/段',
    // Articles 12 to 14: reported plus adopted plus website, no caps.
    'event-twice 事件/info',
    'award-unbounded 指标/news/规则',
    'award-unbounded 指标/service/规则',
    'award-unbounded 指标/take-part/规则',
    // Article 13: 5 and 15 persons, discretion.
    'shared-boundary 指标/service/规则/分级/得',
    'discretion-unmeasured 指标/service/规则/分级/酌情/依据',
    // Article 8: parts announced, articles not mapped, penalty part without rules.
    'announced-missing 公布内容/1',
    'article-unmapped 指标/news',
    'announced-missing 公布内容/4',
    // Article 17: share of 23 units, ties.
    'share-rounding-undeclared 结果运用/recommend/范围/前/取整',
    'cut-ties-undeclared 结果运用/reassign/范围/后/同分',
    // Article 7; the detailed rules.
    'total-below-zero 总分/下限',
    'text-missing 引用文件/detailed-rules',
  ],
  'guiyang-2021': [
    // Part three: forty points in four months, no rule without a brand.
    'exhausted-early 指标/brand',
    'requirement-unscored 指标/brand/要求/has-brand',
    // Part one item 1: a district's fact on a community.
    'upper-level-fact 数据/org-service',
    // Part four: one article three times, one bonus item not called so.
    'event-twice 事件/summary',
    'bonus-unnamed 指标/sharing/性质',
    // The covered period, never stated.
    'period-undeclared 考核时段',
  ],
}

describe.each(Object.entries(AS_WRITTEN))('%s', (id, expected) => {
  const folder = join(SCHEMES, id)
  const asWritten = findingsIn(folder, { asWritten: true })
  const { readings } = schemeIn(folder)

  it('shows what the notice leaves open', () => {
    expect(expected.filter((finding) => !asWritten.has(finding))).toEqual([])
  })

  it('leaves nothing open once every reading is adopted', () => {
    expect([...findingsIn(folder, {})]).toEqual([])
  })

  it.each(readings)('$id settles its own findings and no others', (reading) => {
    const only = Object.fromEntries(
      readings.map((r) => [r.id, r === reading ? r.adopted! : UNSETTLED]),
    )
    const left = findingsIn(folder, { choose: only })
    const back = findingsIn(folder, { choose: { [reading.id]: UNSETTLED } })
    const settled = asWritten.difference(left)
    expect([...left.difference(asWritten)]).toEqual([])
    expect([...back].toSorted()).toEqual([...settled].toSorted())
    // A repair restores the text; what was lost need not have been a finding.
    expect(settled.size > 0 || reading.kind === 'repair').toBe(true)
  })
})
