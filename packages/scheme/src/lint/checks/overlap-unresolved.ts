import { say } from '../phrase.ts'
import { silenceCheck } from '../silence.ts'

export const overlapUnresolved = silenceCheck({
  slug: 'overlap-unresolved',
  keywords: ['读法'],
  title: say('几段同时成立时怎样计没有写明', 'Overlapping bands without a way to read them'),
  english: 'How overlapping bands are read is not said',
  settle: say(
    '用口径定“读法”，或把各段改成不重叠',
    'a reading that sets 读法, or bands that do not overlap',
  ),
  example: () =>
    say(
      '落在几段重叠之处时，取一段、取高、取低还是累计，没有写明',
      'where bands overlap: one of them, the best, the worst, or all together?',
    ),
})
