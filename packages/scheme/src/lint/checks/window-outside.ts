import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'

/** An item whose own window of dates lies, in part, outside the covered period. */
export const windowOutside: Check = {
  slug: 'window-outside',
  severity: 'warning',
  title: say('指标的时段超出考核时段', 'A window outside the covered period'),
  settle: say('改指标的“时段”或方案的“考核时段”', 'change 时段 or 考核时段'),
  *find({ scheme }) {
    const { period } = scheme
    if (period === undefined) return
    for (const { id, name, window, clause } of scheme.items) {
      if (window === undefined || (window.from >= period.from && window.to <= period.to)) continue
      const day = window.from < period.from ? window.from : window.to
      yield {
        path: `指标/${id}/时段`,
        clause,
        message: say(
          `“${name}”算${window.from}至${window.to}的，考核时段是${period.from}至${period.to}。`,
          `“${name}” counts ${window.from} to ${window.to}; the covered period is ${period.from} to ${period.to}.`,
        ),
        counterexample: say(
          `${day}发生的事，在这一项里算，在考核时段外`,
          `what happens on ${day} counts here and is outside the period`,
        ),
      }
    }
  },
}
