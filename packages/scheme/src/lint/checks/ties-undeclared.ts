import { say } from '../phrase.ts'
import { silenceCheck } from '../silence.ts'

export const tiesUndeclared = silenceCheck({
  slug: 'ties-undeclared',
  keywords: ['并列'],
  title: say('同分怎样排没有写明', 'Ties undeclared'),
  english: 'The notice does not say what equal results get',
  settle: say(
    '用口径定“并列”：并列占位（1、1、3）或并列不占位（1、1、2）',
    'a reading that sets 并列',
  ),
  example: () =>
    say(
      '两个单位结果相同、并列第一时，下一名是第二还是第三，没有写明',
      'two units tie for first: is the next one second or third?',
    ),
})
