import { ZERO } from '../number/index.ts'
import { condition, object, optional, points as figures, required } from '../shape/index.ts'
import { sayPoints } from '../kinds/parts/amount.ts'
import { whether } from '../kinds/parts/tell.ts'
import { modifier } from './modifier.ts'

const params = object({
  when: required('条件', condition, '成立才按规则计分'),
  otherwise: optional('否则', figures, '不成立时得几分；不写就是 0'),
})

/** min_gate 底线: the rule counts only where a condition holds. */
export const gate = modifier({
  name: 'gate',
  keyword: '前提',
  summary: '条件成立才计分，否则得 0 分或另写的分数。',
  params,
  examples: ['前提: {条件: brands >= 1}', '前提: {条件: rate >= 90%, 否则: 0}'],
  modify(rule, p, at) {
    const holds = at.expr(p.when)
    const otherwise = p.otherwise ?? ZERO
    const points = at.b.choose(holds, rule.points, at.b.constant(otherwise))
    const said = at.say(p.when)
    const no = [`前提不成立（${said}），${sayPoints(otherwise)}`]
    const open = [`前提是否成立未定（${said}）；`, ...rule.told]
    return { ...rule, points, told: [whether(holds, rule.told, no, open)] }
  },
})
