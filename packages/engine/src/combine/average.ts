import { kind } from '../kinds/kind.ts'
import { object } from '../shape/index.ts'
import { combine, rulesField } from './parts.ts'

/** The mean of several rules, over those that apply to the unit. */
export const average = kind({
  name: 'average',
  keyword: '平均',
  summary: '各条规则的分数取平均，不适用的不算在内。',
  leavesOut: true,
  params: object({ rules: rulesField }),
  examples: ['平均: {项: [{外部得分: {量: first-half}}, {外部得分: {量: second-half}}]}'],
  lower: (p, at) => combine(at, p.rules, 'average'),
})
