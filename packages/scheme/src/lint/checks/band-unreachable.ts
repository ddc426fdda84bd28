import { unreachableOn } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { laddersOf } from '../ladders.ts'
import { say } from '../phrase.ts'
import { stretchSaid } from '../values.ts'

/** A band outside everything its measure can be, as its facts are declared. */
export const bandUnreachable: Check = {
  slug: 'band-unreachable',
  severity: 'warning',
  title: say('有一段永远到不了', 'An unreachable band'),
  settle: say(
    '改这一段的范围，或改数据的“最小”“最大”',
    'change the range, or 最小 and 最大 of the fact',
  ),
  *find(site) {
    for (const { path, clause, layers, rungs, name, unit, line } of laddersOf(site)) {
      const { lo, hi } = line.range
      const can = stretchSaid(
        { from: lo, fromInclusive: true, to: hi, toInclusive: true },
        unit,
        line.whole,
      )
      for (const i of unreachableOn(rungs.length, layers)) {
        const label = rungs[i]?.label
        yield {
          path,
          clause,
          message: say(
            `“${label}”这一段永远不会成立：${name}只能是${can.zh}。`,
            `“${label}” can never hold: ${name} is ${can.en}.`,
          ),
          counterexample: say(
            `没有一个${name}落在“${label}”里`,
            `no value of ${name} lies in “${label}”`,
          ),
        }
      }
    }
  },
}
