import { say } from '../phrase.ts'
import { silenceCheck } from '../silence.ts'

export const departmentsUncombined = silenceCheck({
  slug: 'departments-uncombined',
  keywords: ['合成'],
  title: say('几个部门的分怎样合成没有写明', 'Several evaluators, no way to combine'),
  english: 'How the marks of several evaluators come together is not said',
  settle: say(
    '用口径定指标的“多部门”或规则的“合成”：平均、合计、就高、就低',
    'a reading that sets 多部门 or 合成',
  ),
  example: () =>
    say(
      '一个部门给高分、另一个给低分：平均、取高、取低，结果各不相同',
      'one department marks high and another low: mean, best or worst?',
    ),
})
