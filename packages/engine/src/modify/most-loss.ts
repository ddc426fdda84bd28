import { formatRational, negate } from '../number/index.ts'
import { points } from '../shape/index.ts'
import { atLeast } from './limit.ts'
import { modifier } from './modifier.ts'

/** deduct_cap 扣分上限 最高扣4分: a limit of one deduction, whatever the floor of the item. */
export const mostLoss = modifier({
  name: 'most-loss',
  keyword: '最多扣',
  summary: '这一处最多扣几分。',
  params: points,
  examples: ['最多扣: 4'],
  modify: (rule, p, at) => atLeast(rule, negate(p), at, `，最多扣${formatRational(p)}分`),
})
