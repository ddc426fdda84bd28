import { type Rational, compare, formatRational, namesIn, vocabulary } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'
import { type RuleSite, modifierOf } from '../rules.ts'
import { rulesOf, scoredItems } from '../site.ts'

function reached(most: Rational | null, full: Rational): boolean {
  return most === null || compare(most, full) > 0
}

// Parts that look at different facts can all give their most at the same time.
function standsOnce(whole: readonly RuleSite[]): boolean {
  const parts = whole.filter(({ kind }) => kind.name !== 'sum')
  if (parts.some(({ around }) => around.some(({ kind }) => kind.name !== 'sum'))) return false
  const names = parts.flatMap(({ rule }) => {
    const { facts, events } = namesIn(rule, vocabulary)
    return [...new Set([...facts, ...events])]
  })
  return parts.length <= 1 || new Set(names).size === names.length
}

/**
 * A rule that can give more than the item's full points, with no cap that says so. Only rules whose
 * facts each stand once are told of: there the highest is really reached.
 */
export const aboveFull: Check = {
  slug: 'above-full',
  severity: 'warning',
  title: say('得分可以超过分值', 'More than the full points'),
  settle: say('给规则写“上限”，或改分值', 'a cap 上限, or other full points'),
  *find(site) {
    for (const item of scoredItems(site)) {
      const { full, rule } = item
      const bounds = site.bounds.items.get(item.id)
      if (full === undefined || rule === undefined || bounds === undefined || bounds.hi === null)
        continue
      const once = standsOnce(rulesOf(site, item))
      if (!once || !reached(bounds.hi, full) || modifierOf(rule, 'cap') !== undefined) continue
      const [a, b] = [formatRational(full), formatRational(bounds.hi)]
      yield {
        path: `指标/${item.id}/分值`,
        clause: item.clause,
        message: say(
          `“${item.name}”分值${a}分，按规则最多可以得${b}分。`,
          `“${item.name}” is worth ${a}; its rule can give ${b}.`,
        ),
        counterexample: say(
          `样样都做到的单位得${b}分，超过${a}分`,
          `a unit that does everything gets ${b}`,
        ),
      }
    }
  },
}
