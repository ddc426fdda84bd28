import { say } from '../phrase.ts'
import { silenceCheck } from '../silence.ts'

export const lastYearUndeclared = silenceCheck({
  slug: 'last-year-undeclared',
  keywords: ['无上年'],
  title: say('没有上年数据的怎样计没有写明', 'Units without last year'),
  english: "What a unit without last year's figure gets is not said",
  settle: say('用口径定“无上年”', 'a reading that sets 无上年'),
  example: () =>
    say(
      '今年新成立的单位没有上年数，得零分、满分还是不适用，没有写明',
      'a unit founded this year: zero, full, or not applicable?',
    ),
})
