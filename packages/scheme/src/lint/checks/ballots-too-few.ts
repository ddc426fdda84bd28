import { say } from '../phrase.ts'
import { silenceCheck } from '../silence.ts'

export const ballotsTooFew = silenceCheck({
  slug: 'ballots-too-few',
  keywords: ['不足时'],
  title: say('没有票或票数不够时怎样计没有写明', 'Too few ballots'),
  english: 'What a unit gets that has no ballots, or too few, is not said',
  settle: say(
    '用口径定“不足时”：不适用、得零分或得满分；要有最少几张的，写“最少票数”',
    'a reading that sets 不足时, and 最少票数 where a number is asked for',
  ),
  example: () =>
    say(
      '一张票也没有、或者人人都答“不了解”的单位，得零分、满分还是不适用，没有写明',
      'a unit without one ballot that counts: zero, full, or not applicable?',
    ),
})
