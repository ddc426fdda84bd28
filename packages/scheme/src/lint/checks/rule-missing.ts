import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'

/** An item without any rule (constructs 1E.15). */
export const ruleMissing: Check = {
  slug: 'rule-missing',
  severity: 'error',
  title: say('指标没有计分规则', 'An item without a rule'),
  settle: say(
    '用口径写明规则；只有目标没有分值的写“状态”',
    'a reading that gives a rule, 状态 where there is only a target',
  ),
  *find({ scheme }) {
    for (const { id, name, rule, clause } of scheme.items)
      if (rule === undefined)
        yield {
          path: `指标/${id}/规则`,
          clause,
          message: say(`“${name}”没有写怎样计分。`, `“${name}” does not say how it is scored.`),
          counterexample: say(
            `“${name}”的数据都报齐了，也算不出得几分`,
            `with all facts of “${name}” its points cannot be told`,
          ),
        }
  },
}
