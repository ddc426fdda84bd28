import { say } from '../phrase.ts'
import { silenceCheck } from '../silence.ts'

// 加权 says that the marks weigh differently, and an item has no place to say how much each weighs.
const WITHOUT_WEIGHTS = {
  message: say(
    '“多部门”写了“加权”，各部门占多少没有地方写，得分仍然没有定。',
    '多部门 is 加权, which has no place for the weight of each evaluator; the points stay undecided.',
  ),
  settle: say(
    '规则改写成“加权”，每个部门一处打分，写“占比”“打分人”“记分项”；各部门一样重的，“多部门”写平均',
    'a rule 加权 with one mark each, and 占比, 打分人 and 记分项; 多部门: 平均 where they weigh the same',
  ),
}

export const departmentsUncombined = silenceCheck({
  slug: 'departments-uncombined',
  keywords: ['合成'],
  title: say('几个部门的分怎样合成没有写明', 'Several evaluators, no way to combine'),
  english: 'How the marks of several evaluators come together is not said',
  settle: say(
    '用口径定指标的“多部门”或规则的“合成”：平均、合计、就高、就低',
    'a reading that sets 多部门 or 合成',
  ),
  instead: ({ path }, { scheme }) => {
    const item = scheme.items.find(({ id }) => path.startsWith(`指标/${id}/`))
    return item?.jointly === 'weighted' ? WITHOUT_WEIGHTS : undefined
  },
  example: () =>
    say(
      '一个部门给高分、另一个给低分：平均、取高、取低，结果各不相同',
      'one department marks high and another low: mean, best or worst?',
    ),
})
