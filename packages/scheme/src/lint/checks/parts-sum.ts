import { type Category, type Rational, ZERO, add, equal, formatRational } from '@kaohe/engine'
import type { Check, Found } from '../finding.ts'
import { say } from '../phrase.ts'
import { type Site, categoriesAbove, natureIn, scoredItems } from '../site.ts'

type Full = Rational | undefined
type Known = readonly Rational[]

function known(fulls: readonly Full[]): Known | undefined {
  return fulls.length === 0 || fulls.includes(undefined) ? undefined : (fulls as Known)
}

const sumOf = (fulls: Known): Rational => fulls.reduce(add, ZERO)

/** What a category gives at most: as it says, or as its parts together give. */
function fullOf(site: Site, { id, full, cap }: Category): Full {
  return full ?? cap ?? site.program.parts.find((part) => part.id === id)?.full
}

const isExtra = ({ nature }: Category): boolean => nature === 'bonus' || nature === 'penalty'

// In a basic category bonus and penalty items go past it to the total.
function inside(site: Site, category: Category): Known | undefined {
  const counts = isExtra(category) ? () => true : (nature: string) => nature === 'base'
  const items = scoredItems(site).filter(
    (item) => item.category === category.id && counts(natureIn(site, item)),
  )
  const inner = (site.scheme.categories ?? []).filter(
    (one) => one.above === category.id && (isExtra(category) || !isExtra(one)),
  )
  return known([...items.map(({ full }) => full), ...inner.map((one) => fullOf(site, one))])
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
  for (const category of site.scheme.categories ?? []) {
    const { id, name, full, combine, clause, cap } = category
    if (full === undefined || (combine ?? 'sum') !== 'sum' || cap !== undefined) continue
    const parts = inside(site, category)
    if (parts !== undefined && !equal(sumOf(parts), full))
      yield wrong(`类别/${id}/满分`, clause, name, full, sumOf(parts))
  }
}

// What counts towards the total by itself: basic categories that lie in no other, and items in none.
function basic(site: Site): Known | undefined {
  const items = scoredItems(site).filter((item) => natureIn(site, item) === 'base')
  const outer = new Set(items.map((item) => categoriesAbove(site, item).at(-1)))
  const alone = items.filter((item) => categoriesAbove(site, item).length === 0)
  const categories = [...outer].filter((one) => one !== undefined)
  return known([...alone.map(({ full }) => full), ...categories.map((one) => fullOf(site, one))])
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
  const parts = basic(site)
  if (parts !== undefined && !equal(sumOf(parts), full))
    yield wrong('总分/满分', total?.clause, '总分', full, sumOf(parts))
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
