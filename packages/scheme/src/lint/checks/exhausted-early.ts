import {
  type Item,
  type Rational,
  ZERO,
  compare,
  divide,
  equal,
  formatRational,
  negate,
  reachOf,
  subtract,
} from '@kaohe/engine'
import type { Check, Found } from '../finding.ts'
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

const rational = (value: unknown): Rational | undefined =>
  typeof value === 'object' && value !== null && 'num' in value ? (value as Rational) : undefined

/** Where one rule stops deducting, as a positive figure; `full` once the points are no more deductions. */
function stopsOf({ rule, kind, params }: RuleSite, full: Rational | undefined): Rational[] {
  const [floor, most] = [modifierOf(rule, 'floor'), modifierOf(rule, 'most-loss')].map(rational)
  const floored = kind.name === 'deduct' && params['floored'] === true && full !== undefined
  return [
    ...(floored ? [full] : []),
    ...(most === undefined || full !== undefined ? [] : [most]),
    ...(floor === undefined ? [] : [subtract(full ?? ZERO, floor)]),
  ]
}

/** The most that a series can deduct, by the nearest of all stops, and whether nothing is left then. */
function mostLost(item: Item, series: RuleSite) {
  const outwards = [series, ...series.around.toReversed()]
  const at = outwards.findIndex(({ kind }) => kind.name === 'deduct')
  const start = at < 0 ? undefined : (rational(outwards[at]?.params['start']) ?? item.full)
  const stops = outwards.flatMap((one, i) => stopsOf(one, i < at ? undefined : start))
  const most = stops.toSorted(compare)[0]
  return most && { most, whole: start !== undefined && equal(most, start) }
}

function ceiling({ num, den }: Rational): number {
  return Number((num + den - 1n) / den)
}

function usedUp(site: Site, item: Item, series: RuleSite) {
  const how = periodicityOf(site, series)
  const lost = lostInOne(site, series)
  const stop = mostLost(item, series)
  if (how === undefined || lost === undefined || stop === undefined) return undefined
  const times = timesOf(site, series, how)
  const after = ceiling(divide(stop.most, lost))
  if (times === undefined || after * 2 > times || compare(stop.most, lost) < 0) return undefined
  return { ...stop, after, times, lost, called: CALLED[how] }
}

function told(item: Item, used: NonNullable<ReturnType<typeof usedUp>>): Found {
  const { after, times, called, whole } = used
  const [each, most] = [formatRational(used.lost), formatRational(used.most)]
  const [limit, left] = whole
    ? [say(`本项${most}分，${after}${called.zh}就扣完了`, `of ${most} in all`), '是0分']
    : [say(`最多扣${most}分，${after}${called.zh}就扣满了`, `and ${most} at most`), `扣${most}分`]
  return {
    path: `指标/${item.id}`,
    clause: item.clause,
    message: say(
      `“${item.name}”每期最多扣${each}分，${limit.zh}，后面${times - after}${called.zh}做与不做得分一样。`,
      `“${item.name}” loses up to ${each} a period, ${limit.en}: used up after ${after}${called.en}, and the other ${times - after} have no effect.`,
    ),
    counterexample: say(
      `前${after}${called.zh}都没有做到的单位和全年都没有做到的单位，都${left}`,
      `failing ${after}${called.en} and failing all ${times} give the same`,
    ),
  }
}

/**
 * Deductions by period that use up the item, or all that may be deducted, in half of the periods or
 * less: the rest of the year is then without consequence. Where the covered period is not stated, a year is assumed.
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
        const used = usedUp(site, item, series)
        if (used !== undefined) yield told(item, used)
      }
    }
  },
}
