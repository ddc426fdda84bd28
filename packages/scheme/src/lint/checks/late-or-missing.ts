import { say } from '../phrase.ts'
import { silenceCheck } from '../silence.ts'

export const lateOrMissing = silenceCheck({
  slug: 'late-or-missing',
  keywords: ['迟缺'],
  title: say('没有报的按缺报还是也按迟报没有写明', 'Late and missing'),
  english: 'Whether what is missing is also late is not said',
  settle: say('用口径定“迟缺”：择一或并计', 'a reading that sets 迟缺'),
  example: () =>
    say(
      '到期没有报、后来也没有报的：扣一次，还是迟报、缺报各扣一次',
      'never reported: deducted as missing, or as late too?',
    ),
})
