import { expression } from '../shape/index.ts'
import { modifier } from './modifier.ts'

/** role_share 主办/协办分摊, where the part of the unit is one for the whole rule. */
export const split = modifier({
  name: 'split',
  keyword: '分摊',
  summary: '几家分担时，只得本单位应得的部分。',
  params: expression,
  examples: ['分摊: 20%', '分摊: 1 / hosts'],
  modify(rule, p, at) {
    const part = at.expr(p)
    const points = at.b.product([part, rule.points])
    const how = p.expr === 'number' ? '，分摊' : `，按${at.say(p)}分摊`
    const told = [
      ...rule.told,
      how,
      { value: part, unit: '%' },
      '，计',
      { value: points, unit: '分' },
    ]
    return { ...rule, points, told }
  },
})
