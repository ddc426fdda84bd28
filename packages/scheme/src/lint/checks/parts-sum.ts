import { type Category, type Rational, ZERO, add, equal, formatRational } from '@kaohe/engine'
import type { Check, Found } from '../finding.ts'
import { say } from '../phrase.ts'
import { type Site, categoriesAbove, countedItems, isOnSheet, natureIn } from '../site.ts'

type Full = Rational | undefined
type Known = readonly Rational[]

function known(fulls: readonly Full[]): Known | undefined {
  return fulls.length === 0 || fulls.includes(undefined) ? undefined : (fulls as Known)
}

const sumOf = (fulls: Known): Rational => fulls.reduce(add, ZERO)

/** What a category gives at most on the sheet of a type: as it says, or as its parts together give. */
function fullOf(site: Site, category: Category, type: string): Full {
  const inner = () => {
    const parts = inside(site, category, type)
    return parts === undefined ? undefined : sumOf(parts)
  }
  const sums = (category.combine ?? 'sum') === 'sum'
  const computed = site.program.parts.find((part) => part.id === category.id)?.full
  return category.full ?? category.cap ?? computed ?? (sums ? inner() : undefined)
}

const isExtra = ({ nature }: Category): boolean => nature === 'bonus' || nature === 'penalty'

function categoriesIn(site: Site, of: (category: Category) => boolean, type: string) {
  const held = new Set(
    countedItems(site)
      .filter((item) => isOnSheet(item, type))
      .flatMap((item) => categoriesAbove(site, item)),
  )
  return (site.scheme.categories ?? []).filter((one) => of(one) && held.has(one))
}

// In a basic category bonus and penalty items go past it to the total.
function inside(site: Site, category: Category, type: string): Known | undefined {
  const counts = isExtra(category) ? () => true : (nature: string) => nature === 'base'
  const items = countedItems(site).filter(
    (item) =>
      item.category === category.id && isOnSheet(item, type) && counts(natureIn(site, item)),
  )
  const inner = categoriesIn(
    site,
    (one) => one.above === category.id && (isExtra(category) || !isExtra(one)),
    type,
  )
  return known([...items.map(({ full }) => full), ...inner.map((one) => fullOf(site, one, type))])
}

interface Sum {
  readonly sum: Rational
  /** The type whose sheet it is, where there is more than one. */
  readonly type: string | undefined
}

/** What the parts give on each sheet, where that is not what is said. */
function wrongSums(
  site: Site,
  said: Rational,
  parts: (type: string) => Known | undefined,
): readonly Sum[] {
  const { assessees } = site.scheme
  const sums = assessees.flatMap(({ id, name }) => {
    const found = parts(id)
    return found === undefined ? [] : [{ sum: sumOf(found), type: name }]
  })
  const wrongs = sums.filter(({ sum }) => !equal(sum, said))
  const alike =
    wrongs.length === assessees.length &&
    wrongs.every(({ sum }) => equal(sum, (wrongs[0] as Sum).sum))
  return alike ? [{ sum: (wrongs[0] as Sum).sum, type: undefined }] : wrongs.slice(0, 1)
}

function wrong(
  path: string,
  clause: string | undefined,
  name: string,
  said: Rational,
  { sum, type }: Sum,
): Found {
  const [a, b] = [formatRational(said), formatRational(sum)]
  const [zh, en] = type === undefined ? ['', ''] : [`对${type}，`, ` for ${type}`]
  return {
    path,
    clause,
    message: say(
      `${name}写的是${a}分，${zh}下面各项加起来是${b}分。`,
      `${name} is said to be ${a} points; its parts add up to ${b}${en}.`,
    ),
    counterexample: say(
      `每一项都得满分的${type ?? '单位'}，${name}得${b}分，不是${a}分`,
      `full marks everywhere give ${b}, not ${a}`,
    ),
  }
}

function* inCategories(site: Site): Iterable<Found> {
  for (const category of site.scheme.categories ?? []) {
    const { id, name, full, combine, clause, cap } = category
    if (full === undefined || (combine ?? 'sum') !== 'sum' || cap !== undefined) continue
    for (const sum of wrongSums(site, full, (type) => inside(site, category, type)))
      yield wrong(`类别/${id}/满分`, clause, name, full, sum)
  }
}

// What counts towards the total by itself: basic categories that lie in no other, and items in none.
function basic(site: Site, type: string): Known | undefined {
  const items = countedItems(site).filter(
    (item) => isOnSheet(item, type) && natureIn(site, item) === 'base',
  )
  const outer = new Set(items.map((item) => categoriesAbove(site, item).at(-1)))
  const alone = items.filter((item) => categoriesAbove(site, item).length === 0)
  const categories = [...outer].filter((one) => one !== undefined)
  return known([
    ...alone.map(({ full }) => full),
    ...categories.map((one) => fullOf(site, one, type)),
  ])
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
  for (const sum of wrongSums(site, full, (type) => basic(site, type)))
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
