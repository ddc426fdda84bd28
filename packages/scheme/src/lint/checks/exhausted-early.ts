import { type Rational, compare, divide, formatRational, negate, reachOf } from '@kaohe/engine'
import type { Item } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'
import { type RuleSite, modifierOf } from '../rules.ts'
import { type Site, attempt, rulesOf, scoredItems } from '../site.ts'

/** How many periods a year has, for notices that never say which days they cover. */
const IN_A_YEAR = { month: 12, quarter: 4, half: 2, week: 52, year: 1 } as const
const CALLED = {
  month: say('个月', ' months'),
  quarter: say('个季度', ' quarters'),
  half: say('个半年', ' half-years'),
  week: say('周', ' weeks'),
  year: say('年', ' years'),
  episode: say('期', ' periods'),
} as const

type Periodicity = keyof typeof CALLED

function periodicityOf(site: Site, series: RuleSite): Periodicity | undefined {
  const names = factsAndEvents(site, series)
  return names
    .map((id) => site.scope.fact(id)?.period ?? site.scope.event(id)?.per)
    .find((one) => one !== undefined)
}

function factsAndEvents(site: Site, series: RuleSite): readonly string[] {
  const inner = JSON.stringify(series.params, (_, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  )
  const known = [...(site.scheme.facts ?? []), ...(site.scheme.events ?? [])].map(({ id }) => id)
  return known.filter((id) => inner.includes(`"${id}"`))
}

function timesOf(site: Site, series: RuleSite, how: Periodicity): number | undefined {
  const own = series.params['times']
  if (typeof own === 'number') return own
  const periods = factsAndEvents(site, series)
    .map((id) => site.scope.periodsOf(id)?.length)
    .find((n) => n !== undefined)
  return periods ?? (how === 'episode' ? undefined : IN_A_YEAR[how])
}

/** What is lost at most in one period, as a positive figure. */
function lostInOne(site: Site, series: RuleSite): Rational | undefined {
  const inner = site.rules.find(({ around }) => around.at(-1) === series)
  const reach =
    inner &&
    attempt(() => {
      const lifted = site.bench.rule(inner.rule, inner.spot)
      return reachOf(lifted, lifted.lowered.points)
    })
  return reach?.lo != null && reach.lo.num < 0n ? negate(reach.lo) : undefined
}

function isFloored(series: RuleSite): boolean {
  return series.around.some(
    ({ kind, params, rule }) =>
      (kind.name === 'deduct' && params['floored'] === true) ||
      modifierOf(rule, 'floor') !== undefined ||
      modifierOf(rule, 'most-loss') !== undefined,
  )
}

function ceiling({ num, den }: Rational): number {
  return Number((num + den - 1n) / den)
}

function usedUp(site: Site, item: Item, series: RuleSite) {
  const how = periodicityOf(site, series)
  const lost = lostInOne(site, series)
  if (item.full === undefined || how === undefined || lost === undefined || !isFloored(series))
    return undefined
  const times = timesOf(site, series, how)
  const after = ceiling(divide(item.full, lost))
  if (times === undefined || after * 2 > times || compare(item.full, lost) < 0) return undefined
  return { after, times, lost, called: CALLED[how] }
}

/**
 * Deductions by period that use up the item in half of the periods or less: the rest of the year is
 * then without consequence. Where the covered period is not stated, a year is assumed.
 */
export const exhaustedEarly: Check = {
  slug: 'exhausted-early',
  severity: 'warning',
  title: say('分数早早扣完', 'Deductions used up early'),
  settle: say(
    '用口径写明“扣完之后”怎样对待，或改每期扣的分',
    'a reading that sets 扣完之后, or another figure per period',
  ),
  *find(site) {
    for (const item of scoredItems(site)) {
      if (item.exhausted !== undefined) continue
      for (const series of rulesOf(site, item).filter(({ kind }) => kind.name === 'series')) {
        const found = usedUp(site, item, series)
        if (found === undefined) continue
        const { after, times, lost, called } = found
        const [each, full] = [
          formatRational(lost),
          item.full === undefined ? '' : formatRational(item.full),
        ]
        yield {
          path: `指标/${item.id}`,
          clause: item.clause,
          message: say(
            `“${item.name}”每期最多扣${each}分，本项${full}分，${after}${called.zh}就扣完了，后面${times - after}${called.zh}做与不做得分一样。`,
            `“${item.name}” loses up to ${each} of ${full} a period: used up after ${after}${called.en}, and the other ${times - after} have no effect.`,
          ),
          counterexample: say(
            `前${after}${called.zh}都没有做到的单位和全年都没有做到的单位，都是0分`,
            `failing ${after}${called.en} and failing all ${times} give the same`,
          ),
        }
      }
    }
  },
}
