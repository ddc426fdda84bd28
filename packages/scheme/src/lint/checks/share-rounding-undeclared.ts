import { formatRational, int, multiply, sayQuantity } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { cutsOf } from '../cuts.ts'
import { say } from '../phrase.ts'

/** 前20% of 23 units: 4.6 units are none (share of N units). */
export const shareRoundingUndeclared: Check = {
  slug: 'share-rounding-undeclared',
  severity: 'error',
  title: say('比例算出的名额怎样取整没有写明', 'Share of units without a rounding'),
  settle: say('用口径写明“取整”', 'a reading that sets 取整'),
  *find(site) {
    for (const { path, clause, name, cut } of cutsOf(site)) {
      if (cut.share === undefined || cut.rounding !== undefined) continue
      const share = sayQuantity(cut.share, '%')
      const of23 = formatRational(multiply(cut.share, int(23)))
      yield {
        path: `${path}/取整`,
        clause,
        message: say(
          `“${name}”按${share}取，算出的名额不是整数时取几个没有写明。`,
          `“${name}” takes ${share}; how a part of a unit is rounded is not said.`,
        ),
        counterexample: say(
          `23个单位的${share}是${of23}个，舍去还是进一没有写明`,
          `${share} of 23 units is ${of23}`,
        ),
      }
    }
  },
}
