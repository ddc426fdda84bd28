import { type Rational, ZERO, add, equal, formatRational } from '@kaohe/engine'
import type { Check, Found } from '../finding.ts'
import { say } from '../phrase.ts'
import { type Site, natureIn, scoredItems } from '../site.ts'

function sumOf(fulls: readonly (Rational | undefined)[]): Rational | undefined {
  if (fulls.length === 0 || fulls.some((full) => full === undefined)) return undefined
  return (fulls as readonly Rational[]).reduce(add, ZERO)
}

function ofCategory(site: Site, id: string): Rational | undefined {
  const items = scoredItems(site).filter(({ category }) => category === id)
  const inner = (site.scheme.categories ?? []).filter(({ above }) => above === id)
  return sumOf([
    ...items.map(({ full }) => full),
    ...inner.map((one) => one.full ?? ofCategory(site, one.id)),
  ])
}

function wrong(
  path: string,
  clause: string | undefined,
  name: string,
  said: Rational,
  sum: Rational,
): Found {
  const [a, b] = [formatRational(said), formatRational(sum)]
  return {
    path,
    clause,
    message: say(
      `${name}写的是${a}分，下面各项加起来是${b}分。`,
      `${name} is said to be ${a} points; its parts add up to ${b}.`,
    ),
    counterexample: say(
      `每一项都得满分的单位，${name}得${b}分，不是${a}分`,
      `full marks everywhere give ${b}, not ${a}`,
    ),
  }
}

function* inCategories(site: Site): Iterable<Found> {
  for (const { id, name, full, combine, clause, cap } of site.scheme.categories ?? []) {
    if (full === undefined || (combine ?? 'sum') !== 'sum' || cap !== undefined) continue
    const sum = ofCategory(site, id)
    if (sum !== undefined && !equal(sum, full))
      yield wrong(`类别/${id}/满分`, clause, name, full, sum)
  }
}

function* inTotal(site: Site): Iterable<Found> {
  const { total, sources = [] } = site.scheme
  const full = total?.full
  if (
    full === undefined ||
    total?.start !== undefined ||
    sources.some(({ weight }) => weight !== undefined)
  )
    return
  const base = scoredItems(site).filter((item) => natureIn(site, item) === 'base')
  const sum = sumOf(base.map((item) => item.full))
  if (sum !== undefined && !equal(sum, full))
    yield wrong('总分/满分', total?.clause, '总分', full, sum)
}

/** A heading's points that its parts do not add up to (component_sum, constructs 1E.5). */
export const partsSum: Check = {
  slug: 'parts-sum',
  severity: 'error',
  title: say('各项分值加起来和总数不符', 'Parts that do not add up'),
  settle: say(
    '改正分值或总数，或写明哪一项不计在内',
    'figures that add up, or a reading on which part does not belong',
  ),
  *find(site) {
    yield* inCategories(site)
    yield* inTotal(site)
  },
}
