import { say } from '../phrase.ts'
import { silenceCheck } from '../silence.ts'

export const gradesUndecided = silenceCheck({
  slug: 'grades-undecided',
  keywords: ['评定'],
  title: say('等次怎样评定没有写明', 'Grades without lines or quota'),
  english: 'Grades are named, but neither lines nor quotas are given',
  settle: say('用口径定“评定”：分数线、名额、线和名额，或由会议定', 'a reading that sets 评定'),
  example: () =>
    say('总分一样是85分，评为哪一等都说得过去', '85 points could be any of the grades'),
})
