import { condition, object, required } from '../shape/index.ts'
import { kind } from './kind.ts'
import { calledField, whether } from './parts/tell.ts'

const params = object({
  when: required('条件', condition, '达到的条件'),
  called: calledField,
})

/** unscored_target 只有目标无分值: a target that is reached or not, and has no points. */
export const status = kind({
  name: 'status',
  keyword: '状态',
  summary: '只有目标没有分值，只说达到没有。',
  params,
  state: true,
  examples: ['状态: {条件: league-rate >= 97%}'],
  lower(p, at) {
    const reached = at.expr(p.when)
    const said = whether(reached, ['达到'], ['没有达到'])
    return {
      points: at.b.zero(),
      reached,
      told: [`${p.called ?? at.say(p.when)}：`, said],
      parts: [],
    }
  },
})
