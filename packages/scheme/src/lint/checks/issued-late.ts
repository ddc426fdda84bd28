import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'

/** Rules that come when the period they cover has begun (complaint C14). */
export const issuedLate: Check = {
  slug: 'issued-late',
  severity: 'note',
  title: say('考核开始以后才印发', 'Issued after the period began'),
  settle: say(
    '写明“施行日期”，早于成文的再写“追溯”',
    'say from when it is in force (施行日期), and 追溯 if that is earlier',
  ),
  *find({ scheme: { issue, period } }) {
    const signed = issue.signed ?? issue.published
    if (
      period === undefined ||
      signed === undefined ||
      issue.effective !== undefined ||
      issue.retroactive !== undefined
    )
      return
    if (signed <= period.from) return
    yield {
      path: '发文/成文日期',
      message: say(
        `${signed}才成文，考核时段从${period.from}开始，单位事先不知道怎样计分。`,
        `Signed on ${signed}; the period began on ${period.from}.`,
      ),
      counterexample: say(
        `${period.from}起做的事，${signed}以后才知道怎样计分`,
        `how things done from ${period.from} are scored was known only on ${signed}`,
      ),
    }
  },
}
