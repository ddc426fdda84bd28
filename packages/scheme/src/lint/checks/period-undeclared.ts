import { say } from '../phrase.ts'
import { silenceCheck } from '../silence.ts'

export const periodUndeclared = silenceCheck({
  slug: 'period-undeclared',
  keywords: ['考核时段'],
  title: say('考核从何时到何时没有写明', 'Covered period never stated'),
  english: 'The notice never says which days it covers',
  settle: say('用口径写明考核时段的起止', 'a reading that sets 考核时段'),
  example: () =>
    say('年初发生的一件事，算不算在内，没有写明', 'something done in January: does it count?'),
})
