import { choice, either, points } from '../shape/index.ts'
import { atMost } from './limit.ts'
import { modifier } from './modifier.ts'

/** award_cap 加满为止/最多; 不封顶 says that the silence about a cap was meant. */
export const cap = modifier({
  name: 'cap',
  keyword: '上限',
  summary: '最多得几分，加满为止；“不封顶”写明没有上限。',
  params: either(points, choice({ 不封顶: 'unbounded' })),
  examples: ['上限: 20', '上限: 不封顶'],
  modify(rule, p, at) {
    return p === 'unbounded' ? rule : atMost(rule, p, at)
  },
})
