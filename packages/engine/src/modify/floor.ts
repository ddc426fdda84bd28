import { formatRational } from '../number/index.ts'
import { points } from '../shape/index.ts'
import { atLeast } from './limit.ts'
import { modifier } from './modifier.ts'

/** The least points of a rule: 0 is 扣完为止 where the rule starts from full. */
export const floor = modifier({
  name: 'floor',
  keyword: '下限',
  summary: '最少得几分。',
  params: points,
  examples: ['下限: 0'],
  modify: (rule, p, at) => atLeast(rule, p, at, `，低于下限，计${formatRational(p)}分`),
})
