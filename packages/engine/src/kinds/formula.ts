import { expression, object, optional, required, text } from '../shape/index.ts'
import { kind } from './kind.ts'
import { signedPoints } from './parts/tell.ts'

const params = object({
  formula: required('式', expression, '得几分的算式，单位是分'),
  called: optional('称', text, '怎样用一句话说这个算式；不写就照算式说'),
})

/** explicit_formula: written arithmetic; the last resort, for its points cannot be told in words. */
export const formula = kind({
  name: 'formula',
  keyword: '公式',
  summary: '按算式计分；别的方式都写不出时才用。',
  params,
  examples: ['公式: {式: followers / students * 100分}'],
  lower(p, at) {
    const points = at.expr(p.formula)
    return { points, told: [`${p.called ?? at.say(p.formula)}，`, signedPoints(points)], parts: [] }
  },
  check(p, ask) {
    const unit = ask.unitOf(p.formula)
    if (unit === '' || unit === '分') return []
    return [
      {
        path: 'formula',
        found: { zh: `算式的单位是“${unit}”`, en: `the unit of the formula is “${unit}”` },
        expected: {
          zh: '应得出分，如 人数 / 目标 * 10分',
          en: 'it must give points (分), as in 人数 / 目标 * 10分',
        },
      },
    ]
  },
})
