import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'

/** A notice without any date of its own. */
export const issueUndated: Check = {
  slug: 'issue-undated',
  severity: 'note',
  title: say('文件没有日期', 'A notice without a date'),
  settle: say('查明后写“成文日期”', 'set 成文日期 when it is known'),
  *find({ scheme: { issue } }) {
    if (
      issue.signed !== undefined ||
      issue.published !== undefined ||
      issue.effective !== undefined
    )
      return
    yield {
      path: '发文/成文日期',
      message: say(
        '没有成文、发布、施行的日期，看不出有没有追溯。',
        'No date of signing, publication or effect: whether it applies backwards cannot be seen.',
      ),
      counterexample: say(
        '年初做的事，那时这个文件印发没有，说不清',
        'whether it existed when things were done cannot be told',
      ),
    }
  },
}
