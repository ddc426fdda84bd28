import type { Check } from '../finding.ts'
import { awardsOf } from '../awards.ts'
import { say } from '../phrase.ts'

/** Records that every unit has anyway, and from which several things may well be read. */
const RECORDS = new Set(['system', 'ledger'])

/** One piece of evidence handed in for two kinds of events that are both rewarded. */
export const evidenceTwice: Check = {
  slug: 'evidence-twice',
  severity: 'note',
  title: say('一份材料用在几处', 'One piece of evidence for two awards'),
  settle: say(
    '写明各自要什么材料，或给事件写“可兼得: 是”',
    'evidence of its own for each, or 可兼得: 是',
  ),
  *find(site) {
    const rewarded = new Set(awardsOf(site).map(({ event }) => event))
    const events = (site.scheme.events ?? []).filter(
      ({ id, stacks }) => rewarded.has(id) && stacks !== true,
    )
    for (const [i, later] of events.entries())
      for (const { name, form } of later.evidence ?? []) {
        const earlier = events
          .slice(0, i)
          .find(({ evidence = [] }) =>
            evidence.some((one) => one.name === name && one.form === form),
          )
        if (earlier === undefined || RECORDS.has(form)) continue
        yield {
          path: `事件/${later.id}/支撑材料`,
          clause: later.clause,
          message: say(
            `“${earlier.name}”和“${later.name}”都凭“${name}”计分。`,
            `“${earlier.name}” and “${later.name}” are both rewarded on “${name}”.`,
          ),
          counterexample: say(
            `一份“${name}”交两次，两处都得分`,
            `one “${name}” handed in twice earns both`,
          ),
        }
      }
  },
}
