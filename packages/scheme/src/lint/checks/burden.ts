import { DEFAULT_BUDGET, askedOf } from '../asked.ts'
import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'

/** More entries a unit and period than the budget allows (complaints C1, C2, C7). */
export const burden: Check = {
  slug: 'burden',
  severity: 'warning',
  title: say('填报负担超过上限', 'Too much to report'),
  settle: say(
    '减少填报项目，改由系统取数；或写明“负担上限”',
    'fewer entries, data from systems, or another 负担上限',
  ),
  *find(site) {
    const budget = site.scheme.burden ?? DEFAULT_BUDGET
    const entries = askedOf(site).map(({ declared: { name }, times }) => ({ name, times }))
    const total = entries.reduce((sum, { times }) => sum + times, 0)
    const most = entries.toSorted((a, b) => b.times - a.times)[0]
    if (total <= budget || most === undefined) return
    yield {
      path: '负担上限',
      message: say(
        `每个单位一个考核时段要填报${total}项次，上限是${budget}项次；最多的是“${most.name}”，${most.times}次。`,
        `Each unit has to make ${total} entries a period, the budget is ${budget}; most for “${most.name}” (${most.times}).`,
      ),
      counterexample: say(
        `一个单位全年要填${total}次，平均每周${Math.ceil(total / 52)}次`,
        `${total} entries a year for one unit`,
      ),
    }
  },
}
