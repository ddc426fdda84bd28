import { roundingShape } from '../model/items.ts'
import { sayRounding } from '../model/words.ts'
import { modifier } from './modifier.ts'

/** rounding, where the scheme writes it. */
export const round = modifier({
  name: 'round',
  keyword: '舍入',
  summary: '把得分舍入到一个位数。',
  params: roundingShape,
  examples: ['舍入: {到: 0.01, 方式: 四舍五入}', '舍入: {到: 1, 方式: 舍去}'],
  modify(rule, p, at) {
    const points = at.b.round(rule.points, p)
    return { ...rule, points, told: [...rule.told, `，${sayRounding(p)}`] }
  },
  check(p) {
    if (p.to.num > 0n) return []
    return [
      {
        path: 'to',
        found: { zh: '不大于零', en: 'not above zero' },
        expected: { zh: '应大于零，如 0.01', en: 'it must be above zero, such as 0.01' },
      },
    ]
  },
})
