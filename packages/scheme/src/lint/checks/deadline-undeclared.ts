import { say } from '../phrase.ts'
import { silenceCheck } from '../silence.ts'

export const deadlineUndeclared = silenceCheck({
  slug: 'deadline-undeclared',
  keywords: ['期限'],
  title: say('期限是哪一天没有写明', 'Deadline undeclared'),
  english: 'Points depend on a deadline that is not given',
  settle: say(
    '用口径在日程里写明这一步的日期，再让“期限”指向它',
    'a reading that dates the step and points 期限 at it',
  ),
  example: () =>
    say('12月报的，算按时还是算逾期，没有写明', 'reported in December: in time or late?'),
})
