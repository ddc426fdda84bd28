import { type Expr, formatRational, reachOf } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'
import { type RuleSite, modifierOf } from '../rules.ts'
import { type Site, attempt } from '../site.ts'

// A part that only takes points off: without it the unit is better off.
function onlyTakesOff({ rule, spot }: RuleSite, site: Site): boolean {
  const most = attempt(() => {
    const lifted = site.bench.rule({ ...rule, modifiers: [] }, spot)
    return reachOf(lifted, lifted.lowered.points).hi
  })
  return most != null && most.num <= 0n
}

/**
 * 否则不得分 inside 减扣 wipes out the deduction it stands beside, not the item (constructs 1A,
 * all_or_nothing): the worst unit then keeps the full score.
 */
export const forfeitInDeduct: Check = {
  slug: 'forfeit-in-deduct',
  severity: 'error',
  title: say('减扣里的“不得分”是不扣分', 'A forfeit that forgives'),
  settle: say(
    '整项不得分的，把“不得分”写在“减扣”旁边；只是这一部分不扣的，改用“前提”',
    '不得分 beside 减扣 for the whole item; 前提 where only the part is left out',
  ),
  *find(site) {
    for (const rule of site.rules) {
      const when = modifierOf(rule.rule, 'forfeit') as Expr | undefined
      const deduct = rule.around.findLast(({ kind }) => kind.name === 'deduct')
      if (when === undefined || deduct === undefined || !onlyTakesOff(rule, site)) continue
      const said = attempt(() => site.bench.say(when, rule.spot)) ?? '“不得分”的条件'
      const start = deduct.params['start'] ?? rule.item.full
      const from =
        start === undefined ? '' : formatRational(start as Parameters<typeof formatRational>[0])
      yield {
        path: `${rule.rule.path}/不得分`,
        clause: rule.item.clause,
        message: say(
          `“${rule.item.name}”的“不得分”写在“减扣”里面，只免掉那一部分的扣分，整项照样得分。`,
          `不得分 stands inside 减扣 of “${rule.item.name}”: it only waives that deduction.`,
        ),
        counterexample: say(
          `${said}成立的单位，这一部分一分不扣，别处不扣的话照得${from}分`,
          `where ${said}, nothing is taken off here, and all ${from} points may remain`,
        ),
      }
    }
  },
}
