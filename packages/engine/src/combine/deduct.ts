import type { NodeId } from '../core/index.ts'
import { ZERO, formatRational } from '../number/index.ts'
import { flag, object, open, optional, points as figures } from '../shape/index.ts'
import { kind, type Place } from '../kinds/kind.ts'
import { checkFull } from '../kinds/parts/amount.ts'
import { signedPoints } from '../kinds/parts/tell.ts'
import { combine, rulesField } from './parts.ts'

const params = object({
  start: optional('起评', figures, '从几分扣起；不写就是分值'),
  rules: rulesField,
  floored: open(
    '扣完为止',
    flag,
    '扣到零分为止',
    '扣分超过这一项的分数时，扣完为止还是扣成负分，原文没有写明',
  ),
})

function floored(at: Place, left: NodeId, declared: boolean | undefined): NodeId {
  const kept = at.b.greatest([left, at.b.zero()])
  if (declared === undefined) return at.undecided('扣完为止', [kept, left])
  return declared ? kept : left
}

/** deduct_per_miss F − Σ, base_plus_minus 起评分: start from full and subtract, 扣完为止 or 倒扣 (deduct_unfloored). */
export const deduct = kind({
  name: 'deduct',
  keyword: '减扣',
  summary: '从满分扣起，扣完为止（或可以扣成负分）。',
  params,
  examples: [
    '减扣: {项: [{每次: {事件: absence, 扣: 1}}, {达标: {条件: late, 扣: 2}}], 扣完为止: 是}',
    '减扣: {起评: 80, 项: [{逐期: {规则: {达标: {条件: active, 得: 0, 未达标扣: 10}}, 取: 合计}}], 扣完为止: 否}',
  ],
  lower(p, at) {
    const start = p.start ?? at.full ?? ZERO
    const { points: change, parts } = combine(at, p.rules, 'sum')
    const points = floored(at, at.b.sum([at.b.constant(start), change]), p.floored)
    const from = `从${formatRational(start)}分起，各项合计`
    return {
      points,
      told: [from, signedPoints(change), '，计', { value: points, unit: '分' }],
      parts,
    }
  },
  check: (p, ask) => checkFull(p.start, ask, 'start'),
})
