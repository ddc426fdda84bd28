import { kind } from '../kinds/kind.ts'
import { object } from '../shape/index.ts'
import { combine, rulesField } from './parts.ts'

/** component_sum 分项得分, award and deduction side by side: the sum of several rules. */
export const sum = kind({
  name: 'sum',
  keyword: '合计',
  summary:
    '各条规则的分数相加；有一条所需的数据报为不适用，整项就不适用。某一条自己写明不适用的（如“不适用”、“无上年: 不适用”），只有这一条不计分，各条都这样整项才不适用。',
  params: object({ rules: rulesField }),
  examples: [
    '合计: {项: [{达标: {条件: has-office, 得: 1}}, {每次: {事件: article, 得: 2}, 上限: 6}]}',
  ],
  lower: (p, at) => combine(at, p.rules, 'sum'),
})
