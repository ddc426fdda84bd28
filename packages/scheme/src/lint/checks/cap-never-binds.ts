import { type Interval, type Rational, add, compare, formatRational } from '@kaohe/engine'
import { reachOf } from '@kaohe/engine'
import type { Check, Found } from '../finding.ts'
import { lastOf } from '../path.ts'
import { say } from '../phrase.ts'
import { type RuleSite, modifierOf } from '../rules.ts'
import { type Site, attempt, natureIn, scoredItems } from '../site.ts'

function isFigure(value: unknown): value is Rational {
  return typeof value === 'object' && value !== null && 'num' in value
}

// The rule without its caps and floors: what they are there to hold back.
function free(site: Site, { rule, spot }: RuleSite): Interval | undefined {
  const bare = {
    ...rule,
    modifiers: rule.modifiers.filter(({ modifier }) => modifier !== 'cap' && modifier !== 'floor'),
  }
  return attempt(() => {
    const lifted = site.bench.rule(bare, spot)
    return reachOf(lifted, lifted.lowered.points)
  })
}

function above(path: string, clause: string | undefined, cap: Rational, most: Rational): Found {
  const [a, b] = [formatRational(cap), formatRational(most)]
  return {
    path,
    clause,
    message: say(
      `上限是${a}分，不设上限最多也只有${b}分，这个上限从不起作用。`,
      `The cap is ${a}; without it at most ${b} are reached, so it never binds.`,
    ),
    counterexample: say(
      `得分最多的单位得${b}分，离上限还差`,
      `the best unit gets ${b}, short of the cap`,
    ),
  }
}

function below(path: string, clause: string | undefined, floor: Rational, least: Rational): Found {
  const [a, b] = [formatRational(floor), formatRational(least)]
  return {
    path,
    clause,
    message: say(
      `下限是${a}分，不设下限最少也有${b}分，这个下限从不起作用。`,
      `The floor is ${a}; without it at least ${b} are left, so it never binds.`,
    ),
    counterexample: say(
      `得分最少的单位得${b}分，还在下限之上`,
      `the worst unit gets ${b}, above the floor`,
    ),
  }
}

// How much comes together over periods whose number is not said cannot be told.
function overUnknownPeriods(site: Site, { rule }: RuleSite): boolean {
  return site.questions.some((path) => path.startsWith(`${rule.path}/`) && lastOf(path) === '期数')
}

function* ofRule(site: Site, rule: RuleSite): Iterable<Found> {
  const [cap, floor] = [modifierOf(rule.rule, 'cap'), modifierOf(rule.rule, 'floor')]
  if ((!isFigure(cap) && !isFigure(floor)) || overUnknownPeriods(site, rule)) return
  const reach = free(site, rule)
  if (isFigure(cap) && reach?.hi != null && compare(reach.hi, cap) < 0)
    yield above(`${rule.rule.path}/上限`, rule.item.clause, cap, reach.hi)
  if (isFigure(floor) && reach?.lo != null && compare(reach.lo, floor) > 0)
    yield below(`${rule.rule.path}/下限`, rule.item.clause, floor, reach.lo)
}

function* ofBonus(site: Site): Iterable<Found> {
  const { total } = site.scheme
  const bonus = scoredItems(site).filter((item) => natureIn(site, item) === 'bonus')
  if (total?.bonusCap === undefined || bonus.length === 0) return
  const reaches = bonus.map(({ id }) => site.bounds.items.get(id)?.hi ?? null)
  if (reaches.some((hi) => hi === null)) return
  const most = (reaches as readonly Rational[]).reduce(add)
  if (compare(most, total.bonusCap) < 0)
    yield above('总分/加分上限', total.clause, total.bonusCap, most)
}

/**
 * A cap above everything the rule can give, or a floor below it. What can be reached is never more
 * than the bound, so that a finding is never due to a loose one.
 */
export const capNeverBinds: Check = {
  slug: 'cap-never-binds',
  severity: 'note',
  title: say('上限或下限从不起作用', 'A cap that never binds'),
  settle: say('删去它，或改成起作用的数', 'drop it or change the figure'),
  *find(site) {
    for (const rule of site.rules) yield* ofRule(site, rule)
    yield* ofBonus(site)
  },
}
