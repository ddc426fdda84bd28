import { say } from '../phrase.ts'
import { silenceCheck } from '../silence.ts'

export const eligibilityDayUndeclared = silenceCheck({
  slug: 'eligibility-day-undeclared',
  keywords: ['计至'],
  title: say('资格计算到哪一天没有写明', 'Day of eligibility undeclared'),
  english: 'To which day the years of eligibility are counted is not said',
  settle: say('用口径写明“计至”', 'a reading that sets 计至'),
  example: () =>
    say(
      '年中刚满年限的单位，年底算够，年初算不够',
      'a unit that comes of age in June is eligible in December and not in January',
    ),
})
