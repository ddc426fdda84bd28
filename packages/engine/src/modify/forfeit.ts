import { condition } from '../shape/index.ts'
import { whether } from '../kinds/parts/tell.ts'
import { modifier } from './modifier.ts'

/** The dominating zero: 未建成不得分, 缺席三次者考勤无分 (escalation); nothing else of the rule counts. */
export const forfeit = modifier({
  name: 'forfeit',
  keyword: '不得分',
  summary:
    '条件成立时这条规则不得分；写在“减扣”里面的，只是那一部分不扣分，要整项不得分，写在“减扣”旁边。',
  params: condition,
  examples: ['不得分: 非 built', '不得分: 次数(absence) >= 3次'],
  modify(rule, p, at) {
    const holds = at.expr(p)
    const points = at.b.choose(holds, at.b.zero(), rule.points)
    const why = `；${at.say(p)}，不得分`
    return { ...rule, points, told: [...rule.told, whether(holds, [why], [], [why, '（待定）'])] }
  },
})
