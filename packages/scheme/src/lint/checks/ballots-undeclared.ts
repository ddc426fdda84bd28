import { say } from '../phrase.ts'
import { silenceCheck } from '../silence.ts'

export const ballotsUndeclared = silenceCheck({
  slug: 'ballots-undeclared',
  keywords: ['方法'],
  title: say('评议票怎样合成没有写明', 'Ballots without a method'),
  english: 'How ballots become one figure is not said',
  settle: say('用口径定“方法”：平均、中位或去高低', 'a reading that sets 方法'),
  example: () =>
    say(
      '一张票打得特别低时，平均会拉低，去高低就不受影响',
      'one very low ballot moves the mean and not the trimmed mean',
    ),
})
