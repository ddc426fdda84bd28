import {
  Bench,
  type Bounds,
  type Category,
  type Interval,
  type Item,
  type Program,
  type Scheme,
  Scope,
  boundsOf,
  reachOf,
  sourceOf,
} from '@kaohe/engine'
import { type Thing, thingsOf } from './objects.ts'
import { questionsOf } from './questions.ts'
import { type RuleSite, ruleSitesOf } from './rules.ts'

/** Everything that checks look at, worked out once. */
export interface Site {
  readonly scheme: Scheme
  readonly program: Program
  readonly scope: Scope
  readonly bench: Bench
  readonly things: readonly Thing[]
  readonly rules: readonly RuleSite[]
  readonly questions: readonly string[]
  readonly bounds: Bounds
  /** What one period gives in a rule over periods whose number is not said. */
  readonly onePeriod: (question: string) => Interval | undefined
}

/** What may fail because a rule cannot be lowered by itself is then left out. */
export function attempt<T>(ask: () => T): T | undefined {
  try {
    return ask()
  } catch {
    return undefined
  }
}

function periodOf(rules: readonly RuleSite[], bench: Bench): Site['onePeriod'] {
  return (question) => {
    const series = rules.find(
      ({ rule, kind }) =>
        kind.name === 'series' && `${rule.path}/${kind.keyword}/期数` === question,
    )
    const inner = series && rules.find(({ around }) => around.at(-1) === series)
    if (inner === undefined) return undefined
    return attempt(() => {
      const lifted = bench.rule(inner.rule, inner.spot)
      return reachOf(lifted, lifted.lowered.points)
    })
  }
}

export function siteOf(scheme: Scheme, program: Program): Site {
  const bench = new Bench(scheme)
  const rules = ruleSitesOf(scheme)
  const onePeriod = periodOf(rules, bench)
  return {
    scheme,
    program,
    scope: new Scope(scheme),
    bench,
    things: thingsOf(scheme),
    rules,
    questions: questionsOf(program),
    bounds: boundsOf(program, onePeriod),
    onePeriod,
  }
}

/** The rules of an item, the outermost first. */
export function rulesOf(site: Site, item: Item): readonly RuleSite[] {
  return site.rules.filter((rule) => rule.item.id === item.id)
}

/** Items that give points: with a rule that is more than a target. */
export function scoredItems(site: Site): readonly Item[] {
  return site.program.items.filter(({ targetOnly }) => !targetOnly).map(({ item }) => item)
}

/** Those of them that come into the total. */
export function countedItems(site: Site): readonly Item[] {
  return scoredItems(site).filter(
    (item) =>
      item.counts !== false && categoriesAbove(site, item).every(({ counts }) => counts !== false),
  )
}

/** Whether something is on the sheet of a type: what is not for it is on another, unless 不适用时 says what it gives. */
export function isOnSheet({ assessees, notApplicable }: Item, type: string): boolean {
  return assessees === undefined || notApplicable !== undefined || assessees.includes(type)
}

export function natureIn(site: Site, item: Item): 'base' | 'bonus' | 'penalty' {
  return site.program.items.find((one) => one.item.id === item.id)?.nature ?? 'base'
}

export function sourceIn(site: Site, item: Item) {
  return sourceOf(item, site.scope)
}

/** Categories from an item's own upwards. */
export function categoriesAbove(site: Site, item: Item) {
  const all = site.scheme.categories ?? []
  const chain: Category[] = []
  let category = all.find(({ id }) => id === item.category)
  while (category !== undefined && !chain.includes(category)) {
    chain.push(category)
    const above: string | undefined = category.above
    category = all.find(({ id }) => id === above)
  }
  return chain
}

const JUDGED = new Set(['judged', 'ladder', 'judges', 'panel'])

/** True when people give the points: marks and ballots. */
export function isJudged(site: Site, item: Item): boolean {
  const rules = rulesOf(site, item)
  return rules.some(({ kind }) => JUDGED.has(kind.name))
}
