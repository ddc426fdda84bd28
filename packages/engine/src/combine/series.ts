import { type Interval, SOME_PERIOD, ZERO, hull, point } from '../number/index.ts'
import {
  type TypeOf,
  choice,
  count,
  object,
  open,
  optional,
  required,
  rule as ruleShape,
} from '../shape/index.ts'
import type { Rule } from '../model/index.ts'
import { windowShape } from '../model/people.ts'
import { kind, type Lowered, type Place } from '../kinds/kind.ts'
import { type Way, WAY_SAID } from '../kinds/parts/gather.ts'
import { reachOf } from '../kinds/parts/reach.ts'
import { signedPoints, whether } from '../kinds/parts/tell.ts'
import { combined } from './parts.ts'

const params = object({
  rule: required('规则', ruleShape, '每一期的规则；里面的数据是当期的，事件按日期只计当期的'),
  take: open(
    '取',
    choice({ 合计: 'sum', 平均: 'average', 最高: 'best', 最低: 'worst' }),
    '各期的分数怎样合成',
    '各期的分数是相加、平均还是取一期，原文没有写明',
  ),
  times: optional('期数', count, '考核时段内共有几期；数据、事件的周期已经说明的不用写'),
  window: optional('时段', windowShape, '只计落在这一段里的各期；不写就是整个考核时段'),
})

type SeriesParams = TypeOf<typeof params>

function periodsOf(at: Place, p: SeriesParams): readonly string[] | null {
  const known = at.periods(p.rule)
  if (p.times === undefined) return known
  // Months and quarters go by their names in the data: numbered instead, no entry would be found.
  if (known !== null && known.length > 1) {
    if (known.length === p.times) return known
    at.refuse(
      '期数',
      { zh: `${p.times}期`, en: `${p.times} periods` },
      {
        zh: `规则里的数据在这个时段共${known.length}期；只计其中几期的，写“时段”`,
        en: `the facts of the rule have ${known.length} periods here; for some of them only, write 时段`,
      },
    )
  }
  if (!at.variesByPeriod(p.rule))
    at.refuse(
      '规则',
      { zh: '没有分期的数据', en: 'nothing in it is dated' },
      {
        zh: '应至少有一个数据写了“周期”，否则同一个数每期都计一次',
        en: 'at least one fact needs 周期, or the same figure would count once a period',
      },
    )
  return Array.from({ length: p.times }, (_, i) => `${i + 1}`)
}

/** What one period can give at all, before anything of it is known. */
function rangeOfOne(at: Place, p: SeriesParams): Interval {
  return reachOf(at, at.within(SOME_PERIOD).rule(p.rule).points)
}

// Any number of periods, none among them: a sum can only go where one period can.
function anyNumberOf({ lo, hi }: Interval): Interval {
  return {
    lo: lo !== null && lo.num >= 0n ? ZERO : null,
    hi: hi !== null && hi.num <= 0n ? ZERO : null,
  }
}

// How many periods there are is not known; of their points only what holds of any number of them.
function unknown(at: Place, p: SeriesParams): Lowered {
  const one = rangeOfOne(at, p)
  const summed = p.take === undefined || p.take === 'sum'
  const range = summed ? hull(anyNumberOf(one), p.take === undefined ? one : point(ZERO)) : one
  const points = at.unknown('期数', { range, whole: false, unit: '分', words: null })
  return { points, told: ['共有几期没有写明'], parts: [] }
}

// A rule over events or over a named measure does not say the period by itself.
function dated(rule: Lowered, said: string): Lowered {
  const says = rule.told.some((segment) => typeof segment === 'string' && segment.includes(said))
  return says || rule.told.length === 0 ? rule : { ...rule, told: [`${said}：`, ...rule.told] }
}

// One period; where something of it does not apply to the unit, the period does not count.
function inPeriod(at: Place, rule: Rule, period: string): Lowered {
  const now = at.within(period)
  const said = now.sayPeriod(period)
  const lowered = dated(now.rule(rule), said)
  const applies = now.appliesNow(rule)
  if (applies === undefined) return lowered
  const both = lowered.applies === undefined ? applies : at.b.and([lowered.applies, applies])
  const told = [whether(applies, lowered.told, [{ absent: `${said}：不适用` }], lowered.told)]
  return { ...lowered, applies: both, told }
}

function join(at: Place, parts: readonly Lowered[], take: Way | undefined): Lowered {
  if (take !== undefined) {
    const whole = combined(at, parts, take)
    return { ...whole, told: [`${parts.length}期${WAY_SAID[take]}，`, signedPoints(whole.points)] }
  }
  const ways = (['sum', 'average', 'best', 'worst'] as const).map((way) => combined(at, parts, way))
  const points = at.undecided(
    '取',
    ways.map((way) => way.points),
  )
  const told = [`${parts.length}期，怎样合成未定，`, signedPoints(points)]
  return { ...(ways[0] as Lowered), points, told }
}

/** period_rollup 月/季/期累积: the same rule for every period, and the points together. */
export const series = kind({
  name: 'series',
  keyword: '逐期',
  summary: '每期（每月、每季）各按同一规则计分，再合成。',
  params,
  examples: [
    '逐期: {规则: {分段: {量: study-rate, 段: [{范围: 不足100%, 扣: 2}, {范围: 100%及以上, 得: 1}]}}, 取: 合计}',
    '逐期: {规则: {外部得分: {量: monthly-score}}, 取: 平均, 期数: 10}',
    '逐期: {规则: {达标: {条件: active, 得: 1}}, 取: 合计, 时段: {起: 2023-02-01, 止: 2023-03-31}}',
  ],
  silences: { 期数: '考核时段内共有几期，原文没有写明' },
  lower(p, whole) {
    const at = p.window === undefined ? whole : whole.during(p.window)
    const periods = periodsOf(at, p)
    if (periods === null || periods.length === 0) return unknown(at, p)
    const parts = periods.map((period) => inPeriod(at, p.rule, period))
    return join(at, parts, p.take)
  },
})
