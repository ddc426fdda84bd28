import { kind } from '../kinds/kind.ts'
import { object } from '../shape/index.ts'
import { combine, rulesField } from './parts.ts'

/** no_double_count 就高不重复: the best of several rules. */
export const best = kind({
  name: 'best',
  keyword: '就高',
  summary: '各条规则中取最高的分数（就高不重复），不适用的不算在内。',
  leavesOut: true,
  params: object({ rules: rulesField }),
  examples: [
    '就高: {项: [{达标: {条件: national-prize, 得: 5}}, {达标: {条件: city-prize, 得: 3}}]}',
  ],
  lower: (p, at) => combine(at, p.rules, 'best'),
})
