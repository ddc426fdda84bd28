import { say } from '../phrase.ts'
import { silenceCheck } from '../silence.ts'

export const floorUndeclared = silenceCheck({
  slug: 'floor-undeclared',
  keywords: ['扣完为止'],
  title: say('扣到零为止还是扣成负分没有写明', 'Floor of a deduction undeclared'),
  english: 'Whether deductions stop at zero is not said',
  settle: say('用口径定“扣完为止”：是或否', 'a reading that sets 扣完为止'),
  example: () =>
    say(
      '应扣的超过本项分值时，得零分，还是倒扣',
      'deductions exceed the full points: zero, or negative?',
    ),
})
