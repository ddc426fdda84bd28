import { namesIn, vocabulary } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'
import { scoredItems } from '../site.ts'

/** A percentage of which nobody has said what it is a part of. */
export const denominatorUndeclared: Check = {
  slug: 'denominator-undeclared',
  severity: 'error',
  title: say('比例的分母没有写明', 'A share without a denominator'),
  settle: say('用口径写明数据的“分母”', 'a reading that sets 分母 of the fact'),
  *find(site) {
    const scored = new Set(
      scoredItems(site).flatMap(({ rule }) =>
        rule === undefined ? [] : [...namesIn(rule, vocabulary).facts],
      ),
    )
    for (const { id, name, unit, per, clause } of site.scheme.facts ?? []) {
      if ((unit !== '%' && unit !== '‰') || per !== undefined) continue
      yield {
        path: `数据/${id}/分母`,
        clause,
        // A rate that only a target asks for moves no points.
        severity: scored.has(id) ? 'error' : 'note',
        message: say(
          `“${name}”是百分之几，没有写占什么的百分之几。`,
          `“${name}” is a percentage; of what is not said.`,
        ),
        counterexample: say(
          `同样的人数，分母取在册人数还是任务数，“${name}”不一样`,
          `the same count over members or over the quota gives another “${name}”`,
        ),
      }
    }
  },
}
