import { Values } from '../core/index.ts'
import { type Interval, ZERO, hull, point, sayPeriod } from '../number/index.ts'
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
import { kind, type Lowered, type Place } from '../kinds/kind.ts'
import { type Way, WAY_SAID } from '../kinds/parts/gather.ts'
import { signedPoints } from '../kinds/parts/tell.ts'
import { combined } from './parts.ts'

const params = object({
  rule: required(
    '规则',
    ruleShape,
    '每一期的规则；里面的数据是当期的，事件写了“周期”的也只计当期的',
  ),
  take: open(
    '取',
    choice({ 合计: 'sum', 平均: 'average', 最高: 'best', 最低: 'worst' }),
    '各期的分数怎样合成',
    '各期的分数是相加、平均还是取一期，原文没有写明',
  ),
  times: optional(
    '期数',
    count,
    '考核时段内共有几期；数据、事件的周期已经说明时以周期为准，不用写',
  ),
})

type SeriesParams = TypeOf<typeof params>

function periodsOf(at: Place, p: SeriesParams): readonly string[] | null {
  const known = at.periods(p.rule)
  // Months and quarters go by their names in the data: numbered instead, no entry would be found.
  if (p.times === undefined || (known !== null && known.length > 1)) return known
  return Array.from({ length: p.times }, (_, i) => `${i + 1}`)
}

/** What one period can give at all, before anything of it is known. */
function rangeOfOne(at: Place, p: SeriesParams): Interval {
  const { points } = at.within('?').rule(p.rule)
  const inputs = at.b.inputs.map(({ domain }) => domain.range)
  return new Values(at.b.nodes, inputs).of(points)
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
function dated(rule: Lowered, period: string): Lowered {
  const said = sayPeriod(period)
  const says = rule.told.some((segment) => typeof segment === 'string' && segment.includes(said))
  return says || rule.told.length === 0 ? rule : { ...rule, told: [`${said}：`, ...rule.told] }
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
  ],
  silences: { 期数: '考核时段内共有几期，原文没有写明' },
  lower(p, at) {
    const periods = periodsOf(at, p)
    if (periods === null || periods.length === 0) return unknown(at, p)
    const parts = periods.map((period) => dated(at.within(period).rule(p.rule), period))
    return join(at, parts, p.take)
  },
})
