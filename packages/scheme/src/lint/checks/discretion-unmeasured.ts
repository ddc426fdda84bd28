import { say } from '../phrase.ts'
import { silenceCheck } from '../silence.ts'

export const discretionUnmeasured = silenceCheck({
  slug: 'discretion-unmeasured',
  keywords: ['依据'],
  title: say('酌情没有标准', 'Discretion without a measure'),
  english: 'Points are given at discretion, and by what measure is not said',
  settle: say(
    '用口径写明“依据”，或者改成有数据可算的条件',
    'a reading that says 依据, or a condition on facts instead',
  ),
  example: () =>
    say(
      '两个情况一样的单位，一个给满，一个不给，都说得过去',
      'of two like cases one gets all points and the other none, and both can be defended',
    ),
})
