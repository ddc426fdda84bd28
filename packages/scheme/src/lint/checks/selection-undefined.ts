import type { Selection } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'

function isComputable(who: Selection): boolean {
  const { all, top, bottom, ranks, grades, line, when } = who
  return all === true || [top, bottom, ranks, grades, line, when].some((one) => one !== undefined)
}

/** A consequence for those whom the notice describes and does not define. */
export const selectionUndefined: Check = {
  slug: 'selection-undefined',
  severity: 'error',
  title: say('对谁用只有描述，没有界定', 'A selection described, not defined'),
  settle: say(
    '用口径写明范围：前、后、名次、等次、得分或条件',
    'a reading that sets 前, 后, 名次, 等次, 得分 or 条件',
  ),
  *find({ scheme }) {
    for (const { id, name, who, clause } of scheme.consequences ?? []) {
      if (who?.wording === undefined || isComputable(who)) continue
      yield {
        path: `结果运用/${id}/范围`,
        clause,
        message: say(
          `“${name}”对“${who.wording}”，怎样算是，没有写明。`,
          `“${name}” is for “${who.wording}”; who that is is not said.`,
        ),
        counterexample: say(
          `总分75分的单位，算不算“${who.wording}”，没有写明`,
          `does a unit with 75 points belong to “${who.wording}”?`,
        ),
      }
    }
  },
}
