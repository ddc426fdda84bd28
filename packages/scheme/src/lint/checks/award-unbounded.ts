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

function eventIn(site: Site, item: Item): string | undefined {
  const event = rulesOf(site, item)
    .map(({ params }) => params['event'])
    .find((id) => typeof id === 'string')
  return event === undefined ? undefined : site.scope.nameOf('event', event)
}

// Events are counted; a figure that is measured has no end of its own.
function toldOf(site: Site, item: Item) {
  const { name } = item
  const what = eventIn(site, item)
  if (what === undefined)
    return {
      message: say(
        `“${name}”没有写最多几分，所看的数也没有限度，这一项就能超过其他各项。`,
        `“${name}” has no bound, nor has what it looks at, so that it alone can outweigh all else.`,
      ),
      counterexample: say(
        `“${name}”所看的数好到哪里，得分就涨到哪里`,
        `as long as what “${name}” looks at gets better, the points grow`,
      ),
    }
  return {
    message: say(
      `“${name}”按次计分，没有写最多几分，多报就能超过其他各项。`,
      `“${name}” counts without end, so that reporting more can outweigh all else.`,
    ),
    counterexample: say(
      `${what}一百次，得分还在往上加`,
      `a hundred times “${what}”, and the points still grow`,
    ),
  }
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
      const unbounded =
        outer !== undefined && site.bounds.items.get(item.id)?.hi === null && hasNoEnd(site, outer)
      if (!unbounded || isJudged(site, item) || meant(site, outer) || cappedAbove(site, item))
        continue
      yield { path: outer.rule.path, clause: item.clause, ...toldOf(site, item) }
    }
  },
}
