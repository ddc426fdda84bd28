import { kind } from '../kinds/kind.ts'
import { object } from '../shape/index.ts'
import { combine, rulesField } from './parts.ts'

/** The worst of several rules. */
export const worst = kind({
  name: 'worst',
  keyword: '就低',
  summary: '各条规则中取最低的分数，不适用的不算在内。',
  leavesOut: true,
  params: object({ rules: rulesField }),
  examples: ['就低: {项: [{达标: {条件: warned, 扣: 3}}, {达标: {条件: reported, 扣: 1}}]}'],
  lower: (p, at) => combine(at, p.rules, 'worst'),
})
