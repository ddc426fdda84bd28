import type { NodeId } from '../core/index.ts'
import { ZERO, divide, equal, formatRational } from '../number/index.ts'
import {
  type TypeOf,
  choice,
  either,
  expression,
  number,
  object,
  optional,
  points as figures,
  required,
  share,
} from '../shape/index.ts'
import { kind, type Place } from './kind.ts'
import { checkFull } from './parts/amount.ts'
import { calledField, measured, signedPoints } from './parts/tell.ts'

const params = object({
  measure: required('量', expression, '别处的得分或扣分'),
  called: calledField,
  times: optional('倍数', either(share, number), '乘以几倍，如 10、25%'),
  theirs: optional('外部满分', figures, '别处的满分'),
  ours: optional('折算满分', figures, '折算成满分几分；不写就是分值'),
  as: optional('计为', choice({ 得: 'gain', 扣: 'loss' }), '是得还是扣；不写就是得'),
})

type ExternalParams = TypeOf<typeof params>

function scaled(at: Place, p: ExternalParams): NodeId {
  const score = at.expr(p.measure)
  if (p.times !== undefined) return at.b.product([at.b.constant(p.times), score])
  if (p.theirs === undefined) return score
  const ours = p.ours ?? at.full ?? ZERO
  return at.b.product([at.b.constant(divide(ours, p.theirs)), score])
}

// `÷100×30，`: from the full score there to that here.
function tellScale(at: Place, p: ExternalParams): string {
  if (p.times !== undefined) return `×${formatRational(p.times)}，`
  const ours = p.ours ?? at.full ?? ZERO
  if (p.theirs === undefined || equal(p.theirs, ours)) return '，'
  return `÷${formatRational(p.theirs)}×${formatRational(ours)}，`
}

/** external_score 引用外部得分, scale_conversion 折算: another body's score, scaled. */
export const external = kind({
  name: 'external',
  keyword: '外部得分',
  summary: '引用别处的得分或扣分，按倍数或满分折算。',
  params,
  examples: [
    '外部得分: {量: platform-score, 外部满分: 100, 折算满分: 10}',
    '外部得分: {量: upper-deduction, 倍数: 10, 计为: 扣}',
    '外部得分: {量: upper-deduction, 倍数: 25%, 计为: 扣}',
  ],
  lower(p, at) {
    const value = scaled(at, p)
    const points = p.as === 'loss' ? at.b.negate(value) : value
    return {
      points,
      told: [...measured(at, p.measure, p.called), tellScale(at, p), signedPoints(points)],
      parts: [],
    }
  },
  check(p, ask) {
    const both = p.times !== undefined && p.theirs !== undefined
    const found = { zh: '又写“倍数”又写“外部满分”', en: 'both 倍数 and 外部满分 are written' }
    const nothing = p.theirs !== undefined && p.theirs.num <= 0n
    return [
      ...(both
        ? [{ path: 'times', found, expected: { zh: '只写一种折算', en: 'write one of them only' } }]
        : []),
      ...(nothing
        ? [
            {
              path: 'theirs',
              found: { zh: '外部满分不大于零', en: '外部满分 is not above zero' },
              expected: { zh: '应大于零', en: 'it must be above zero' },
            },
          ]
        : []),
      ...(p.theirs === undefined ? [] : checkFull(p.ours, ask, 'ours')),
    ]
  },
})
