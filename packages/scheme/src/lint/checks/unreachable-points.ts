import { compare, formatRational } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'
import { scoredItems } from '../site.ts'

/**
 * Full points that no unit can reach (constructs 1E.16). The highest that is compared is never lower
 * than what can be reached, so that a finding is never due to a loose bound.
 */
export const unreachablePoints: Check = {
  slug: 'unreachable-points',
  severity: 'warning',
  title: say('分值永远拿不满', 'Unreachable points'),
  settle: say('改分值，或改规则使满分可以得到', 'change the full points or the rule'),
  *find(site) {
    for (const item of scoredItems(site)) {
      const most = site.bounds.items.get(item.id)?.hi
      if (item.full === undefined || item.rule === undefined || most == null) continue
      if (compare(most, item.full) >= 0) continue
      const [full, best] = [formatRational(item.full), formatRational(most)]
      yield {
        path: `指标/${item.id}/分值`,
        clause: item.clause,
        message: say(
          `“${item.name}”分值${full}分，按规则最多只能得${best}分。`,
          `“${item.name}” is worth ${full}, but its rule gives at most ${best}.`,
        ),
        counterexample: say(
          `样样都做到的单位也只得${best}分`,
          `a unit that does everything gets ${best}`,
        ),
      }
    }
  },
}
