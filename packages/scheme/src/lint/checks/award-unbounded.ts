import { reachOf } from '@kaohe/engine'
import type { Item } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'
import { type RuleSite, modifierOf } from '../rules.ts'
import {
  type Site,
  attempt,
  categoriesAbove,
  isJudged,
  natureIn,
  rulesOf,
  scoredItems,
} from '../site.ts'

function hasNoEnd(site: Site, { rule, spot }: RuleSite): boolean {
  return (
    attempt(() => {
      const lifted = site.bench.rule(rule, spot)
      return reachOf(lifted, lifted.lowered.points).hi === null
    }) ?? false
  )
}

/** 不封顶 beside the rule, or beside each part of it that has no end. */
function meant(site: Site, rule: RuleSite): boolean {
  if (modifierOf(rule.rule, 'cap') !== undefined) return true
  const inside = site.rules.filter(({ around }) => around.at(-1) === rule)
  const endless = inside.filter((one) => hasNoEnd(site, one))
  return endless.length > 0 && endless.every((one) => meant(site, one))
}

function cappedAbove(site: Site, item: Item): boolean {
  const { total } = site.scheme
  const bonus = natureIn(site, item) === 'bonus' && total?.bonusCap !== undefined
  return (
    bonus ||
    total?.cap !== undefined ||
    categoriesAbove(site, item).some(({ cap }) => cap !== undefined)
  )
}

function countedIn(site: Site, item: Item): string {
  const event = rulesOf(site, item)
    .map(({ params }) => params['event'])
    .find((id) => typeof id === 'string')
  return event === undefined ? item.name : site.scope.nameOf('event', event)
}

/** Points for every so many, with no end (constructs 1E.4; award_cap). */
export const awardUnbounded: Check = {
  slug: 'award-unbounded',
  severity: 'warning',
  title: say('得分没有上限', 'An award without a bound'),
  settle: say(
    '用口径给规则写“上限”：一个分数，或“不封顶”',
    'a reading that sets 上限, a figure or 不封顶',
  ),
  *find(site) {
    for (const item of scoredItems(site)) {
      const [outer] = rulesOf(site, item)
      const endless =
        outer !== undefined && site.bounds.items.get(item.id)?.hi === null && hasNoEnd(site, outer)
      if (!endless || isJudged(site, item) || meant(site, outer) || cappedAbove(site, item))
        continue
      const what = countedIn(site, item)
      yield {
        path: outer.rule.path,
        clause: item.clause,
        message: say(
          `“${item.name}”按次计分，没有写最多几分，多报就能超过其他各项。`,
          `“${item.name}” counts without end, so that reporting more can outweigh all else.`,
        ),
        counterexample: say(
          `${what}一百次，得分还在往上加`,
          `a hundred times “${what}”, and the points still grow`,
        ),
      }
    }
  },
}
