import { say } from '../phrase.ts'
import { silenceCheck } from '../silence.ts'

export const partialStepUndeclared = silenceCheck({
  slug: 'partial-step-undeclared',
  keywords: ['不足一步', '步长'],
  title: say('不足一步怎样计没有写明', 'Partial steps undeclared'),
  english: 'What becomes of a part of a step is not said',
  settle: say('用口径定“不足一步”舍去、按比例还是进一', 'a reading that sets 不足一步'),
  example: () =>
    say(
      '差半步时：不计、计一半、计一整步，三种都可能',
      'half a step short: nothing, half, or a whole step',
    ),
})
