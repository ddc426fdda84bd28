import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'

/** A notice in force before it was signed (constructs 1E.20; complaint C14). */
export const retroactive: Check = {
  slug: 'retroactive',
  severity: 'warning',
  title: say('施行早于成文', 'In force before it was signed'),
  settle: say(
    '用口径写明“追溯”：谁认可、为什么；或改施行日期',
    'a reading that sets 追溯, or another day',
  ),
  *find({ scheme: { issue } }) {
    const { signed = issue.published, effective } = issue
    if (
      signed === undefined ||
      effective === undefined ||
      effective >= signed ||
      issue.retroactive !== undefined
    )
      return
    yield {
      path: '发文/施行日期',
      message: say(
        `${signed}成文，从${effective}起施行，成文以前的事也照此计分，没有写谁认可。`,
        `Signed on ${signed}, in force from ${effective}; who agrees to that is not said.`,
      ),
      counterexample: say(
        `${effective}做的事，当时还没有这个办法，照样计分`,
        `what was done on ${effective}, before the notice, is scored by it`,
      ),
    }
  },
}
