import { say } from '../phrase.ts'
import { silenceCheck } from '../silence.ts'

export const takeUndeclared = silenceCheck({
  slug: 'take-undeclared',
  keywords: ['取'],
  title: say('各期或下级单位怎样合成没有写明', 'Roll-up undeclared'),
  english: 'How periods or units below come together is not said',
  settle: say('用口径定“取”：合计、平均、最高、最低', 'a reading that sets 取'),
  example: () =>
    say(
      '各期得分不同时，相加、平均还是取一期，没有写明',
      'periods differ: sum, mean, or one of them?',
    ),
})
