import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'
import { isBinding, isPlaced } from '../steps.ts'

/** A step that somebody has to take by a day that nobody has named. */
export const deadlineMissing: Check = {
  slug: 'deadline-missing',
  severity: 'error',
  title: say('什么时候做没有写明', 'A step without a date'),
  settle: say(
    '用口径写明“止”“每月”“天数”，或写明“随”哪件事',
    'a reading that sets 止, 每月, 天数 or 随',
  ),
  *find({ scheme }) {
    for (const step of scheme.calendar ?? []) {
      if (!isBinding(step) || isPlaced(step) || step.wording !== undefined) continue
      yield {
        path: `日程/${step.id}`,
        clause: step.clause,
        message: say(
          `“${step.name}”要在哪一天以前做完，没有写明。`,
          `By which day “${step.name}” is to be done is not said.`,
        ),
        counterexample: say(
          `年底才做的，算按时还是算逾期，没有写明`,
          'done at the end of the year: in time or late?',
        ),
      }
    }
  },
}
