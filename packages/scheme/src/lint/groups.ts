import { type Rational, add, sayQuantity, ZERO } from '@kaohe/engine'
import type { Category, Item, Source } from '@kaohe/engine'
import { type Site, countedItems, natureIn, sourceIn } from './site.ts'

/** What stands in a group: an item, a category, a source. */
export interface GroupMember {
  readonly name: string
  readonly weight: Rational | undefined
  readonly full: Rational | undefined
  /** The kinds of assessee on whose sheet it stands; undefined for all. */
  readonly types: readonly string[] | undefined
}

/** A part of the total with members of its own. */
export interface Group {
  readonly path: string
  readonly name: string
  readonly clause: string | undefined
  readonly combine: string
  /** Members come together by shares. */
  readonly weighted: boolean
  readonly members: readonly GroupMember[]
  /** The share of the total that it stands for, when it has one. */
  readonly share: string | undefined
  /** Paths of the groups around it. */
  readonly above: readonly string[]
}

function ofItem({ name, weight, full, assessees, notApplicable }: Item): GroupMember {
  return { name, weight, full, types: notApplicable === undefined ? assessees : undefined }
}

function ofCategory(site: Site, category: Category): GroupMember {
  const { name, weight } = category
  const types = membersOfCategory(site, category).map((member) => member.types)
  const known = types.filter((one) => one !== undefined)
  return {
    name,
    weight,
    full: fullOfCategory(site, category),
    types: known.length < types.length ? undefined : [...new Set(known.flat())],
  }
}

function itemsOf(site: Site, of: (item: Item) => boolean): readonly Item[] {
  return countedItems(site).filter((item) => of(item) && natureIn(site, item) === 'base')
}

function categoriesBelow(site: Site, of: (category: Category) => boolean): readonly Category[] {
  return (site.scheme.categories ?? []).filter(
    (category) =>
      of(category) && (category.nature ?? 'base') === 'base' && holdsItems(site, category),
  )
}

function holdsItems(site: Site, { id }: Category): boolean {
  const inside = (site.scheme.categories ?? []).filter(({ above }) => above === id)
  return (
    itemsOf(site, ({ category }) => category === id).length > 0 ||
    inside.some((one) => holdsItems(site, one))
  )
}

// The full points of a category: its own, or what its members add up to.
function fullOfCategory(site: Site, category: Category): Rational | undefined {
  if (category.full !== undefined) return category.full
  if (category.combine === 'weighted')
    return membersOfCategory(site, category).reduce<Rational | undefined>(
      (most, { full }) => most ?? full,
      undefined,
    )
  const fulls = membersOfCategory(site, category).map(({ full }) => full)
  if (fulls.length === 0 || fulls.some((full) => full === undefined)) return undefined
  return (fulls as readonly Rational[]).reduce(add, ZERO)
}

function membersOfCategory(site: Site, { id }: Category): readonly GroupMember[] {
  return [
    ...itemsOf(site, ({ category }) => category === id).map(ofItem),
    ...categoriesBelow(site, ({ above }) => above === id).map((inner) => ofCategory(site, inner)),
  ]
}

function groupOfCategory(site: Site, category: Category): Group {
  const source = (site.scheme.sources ?? []).find(({ id }) => id === category.source)
  const above = category.above === undefined ? [] : [`类别/${category.above}`]
  return {
    path: `类别/${category.id}`,
    name: category.name,
    clause: category.clause,
    combine: category.combine ?? 'sum',
    weighted: category.combine === 'weighted',
    members: membersOfCategory(site, category),
    share: category.weight === undefined ? undefined : sayQuantity(category.weight, '%'),
    above: source === undefined ? above : [...above, `评价方式/${source.id}`],
  }
}

function membersOfSource(site: Site, source: Source): readonly GroupMember[] {
  return [
    ...categoriesBelow(site, (one) => one.source === source.id && one.above === undefined).map(
      (one) => ofCategory(site, one),
    ),
    ...itemsOf(
      site,
      (item) => item.category === undefined && sourceIn(site, item)?.id === source.id,
    ).map(ofItem),
  ]
}

function groupOfSource(site: Site, source: Source): Group {
  return {
    path: `评价方式/${source.id}`,
    name: source.name,
    clause: source.clause,
    combine: source.combine ?? 'sum',
    weighted: source.combine === 'weighted',
    members: membersOfSource(site, source),
    share: source.weight === undefined ? undefined : sayQuantity(source.weight, '%'),
    above: [],
  }
}

function whole(site: Site): readonly Group[] {
  const sources = (site.scheme.sources ?? []).filter(({ weight }) => weight !== undefined)
  if (sources.length === 0) return []
  const nothing = { full: undefined, types: undefined }
  const members = sources.map(({ name, weight }) => ({ name, weight, ...nothing }))
  return [
    {
      path: '评价方式',
      name: '总分',
      clause: sources[0]?.clause,
      combine: 'weighted',
      weighted: true,
      members,
      share: undefined,
      above: [],
    },
  ]
}

/** The total, its sources and their categories, with what stands in each. */
export function groupsOf(site: Site): readonly Group[] {
  return [
    ...whole(site),
    ...(site.scheme.sources ?? []).map((source) => groupOfSource(site, source)),
    ...(site.scheme.categories ?? []).map((category) => groupOfCategory(site, category)),
  ]
}

/** Members of a group that have not what its way of coming together needs. */
export function lackingIn({ members, weighted, combine }: Group): readonly GroupMember[] {
  if (combine === 'best' || combine === 'worst') return []
  return members.filter(({ weight, full }) =>
    weighted ? weight === undefined : full === undefined,
  )
}

/** Groups whose members lack weights or points; the outermost says it for everything inside. */
export function groupsLacking(site: Site): readonly Group[] {
  const bare = groupsOf(site).filter(
    (group) => (group.share !== undefined || group.weighted) && lackingIn(group).length > 0,
  )
  const paths = new Set(bare.map(({ path }) => path))
  return bare.filter(({ above }) => !above.some((path) => paths.has(path)))
}
