import { say } from '../phrase.ts'
import { silenceCheck } from '../silence.ts'

export const oneOrSeveral = silenceCheck({
  slug: 'one-or-several',
  keywords: ['合并'],
  title: say('一个分数对几项，计几次没有写明', 'One figure for several conditions'),
  english: 'Whether one figure counts once or for each condition is not said',
  settle: say('用口径定“合并”：每项、任一或全部', 'a reading that sets 合并'),
  example: () =>
    say(
      '两项同时不合要求时，扣一次，还是各扣一次',
      'two conditions fail at once: deducted once, or twice?',
    ),
})
