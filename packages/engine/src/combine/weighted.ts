import { ONE, ZERO, add, equal } from '../number/index.ts'
import { list, object, required, rule, share } from '../shape/index.ts'
import { kind } from '../kinds/kind.ts'
import { anyApplies } from '../kinds/parts/gather.ts'
import { signedPoints } from '../kinds/parts/tell.ts'
import { sayShare } from './parts.ts'

const part = object({
  weight: required('占比', share, '占多少'),
  rule: required('规则', rule, '这一部分的规则'),
})

const params = object({ parts: required('项', list(part), '各部分的占比和规则') })

/** weighted_sources 多源加权 Σ w·s, of the points as each rule gives them. */
export const weighted = kind({
  name: 'weighted',
  keyword: '加权',
  summary:
    '各条规则的分数按占比加权；有一条所需的数据报为不适用，整项就不适用。某一条自己写明不适用的（如“不适用”、“无上年: 不适用”），只有这一条不计分，各条都这样整项才不适用。',
  params,
  examples: [
    '加权: {项: [{占比: 70%, 规则: {外部得分: {量: desk}}}, {占比: 30%, 规则: {外部得分: {量: survey}}}]}',
  ],
  lower(p, at) {
    const parts = p.parts.map(({ weight, rule: inner }) => {
      const lowered = at.rule(inner)
      return { ...lowered, told: [`占${sayShare(weight)}：`, ...lowered.told] }
    })
    const weights = p.parts.map(({ weight }) => at.b.constant(weight))
    const points = at.b.sum(
      parts.map((each, i) => at.b.product([weights[i] ?? at.b.zero(), each.points])),
    )
    return { points, ...anyApplies(at.b, parts), told: ['加权合计，', signedPoints(points)], parts }
  },
  check(p) {
    const total = p.parts.map(({ weight }) => weight).reduce(add, ZERO)
    if (equal(total, ONE)) return []
    return [
      {
        path: 'parts',
        found: { zh: `占比合计 ${sayShare(total)}`, en: `the shares add up to ${sayShare(total)}` },
        expected: { zh: '应合计 100%', en: 'they must add up to 100%' },
      },
    ]
  },
})
