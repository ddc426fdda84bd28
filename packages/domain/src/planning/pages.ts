import {
  type Bounds,
  boundsOf,
  type Category,
  formatRational,
  type Interval,
  type Item,
  type Program,
  type Rational,
  type Scheme,
  sayQuantity,
} from '@kaohe/engine'
import { type Finding, Teller } from '@kaohe/scheme'

/** An indicator as people read it: where it stands in the notice, what it is worth, and what is open about it. */
export interface ItemPage {
  readonly id: string
  readonly name: string
  readonly clause: string | null
  readonly full: string | null
  readonly weight: string | null
  /** The least and the most that it can bring, over all data that the scheme allows. */
  readonly least: string | null
  readonly most: string | null
  readonly rule: string | null
  readonly requirements: readonly string[]
  readonly evidence: readonly string[]
  readonly leads: readonly string[]
  readonly assessees: readonly string[]
  readonly note: string | null
  readonly findings: readonly Finding[]
}

export interface CategoryPage {
  readonly id: string
  readonly name: string
  /** 0 for the top. */
  readonly depth: number
  readonly clause: string | null
  readonly full: string | null
  readonly weight: string | null
  readonly items: readonly ItemPage[]
}

/** A scheme as readable pages. */
export interface SchemePages {
  readonly categories: readonly CategoryPage[]
  /** What is open about the scheme as a whole, or about something that is no indicator. */
  readonly findings: readonly Finding[]
  readonly least: string | null
  readonly most: string | null
}

const ITEM = /^指标\/([^/]+)/

const points = (value: Rational | undefined): string | null =>
  value === undefined ? null : formatRational(value)

// A third of the whole is no percentage that ends: it is said as 1/3.
function share(value: Rational | undefined): string | null {
  if (value === undefined) return null
  const said = sayQuantity(value, '%')
  return said.includes('/') ? formatRational(value) : said
}

const end = (value: Interval['lo'] | undefined): string | null =>
  value === undefined || value === null ? null : formatRational(value)

interface Frame {
  readonly scheme: Scheme
  readonly teller: Teller
  readonly bounds: Bounds
  readonly findings: ReadonlyMap<string, readonly Finding[]>
}

function itemPage(item: Item, { teller, bounds, findings }: Frame): ItemPage {
  const range = bounds.items.get(item.id)
  return {
    id: item.id,
    name: item.name,
    clause: item.clause ?? null,
    full: points(item.full),
    weight: share(item.weight),
    least: end(range?.lo),
    most: end(range?.hi),
    rule: item.rule === undefined ? null : teller.rule(item.rule),
    requirements: (item.requirements ?? []).map(({ text }) => text),
    evidence: (item.evidence ?? []).map(({ name }) => name),
    leads: (item.leads ?? []).map((id) => teller.nameOf(id, 'party')),
    assessees: (item.assessees ?? []).map((id) => teller.nameOf(id, 'assessee')),
    note: item.note ?? null,
    findings: findings.get(item.id) ?? [],
  }
}

function categoryPages(category: Category, depth: number, frame: Frame): CategoryPage[] {
  const { scheme } = frame
  const below = (scheme.categories ?? []).filter(({ above }) => above === category.id)
  const items = scheme.items.filter((item) => item.category === category.id)
  const own: CategoryPage = {
    id: category.id,
    name: category.name,
    depth,
    clause: category.clause ?? null,
    full: points(category.full),
    weight: share(category.weight),
    items: items.map((item) => itemPage(item, frame)),
  }
  return [own, ...below.flatMap((one) => categoryPages(one, depth + 1, frame))]
}

// Indicators outside every category stand under the source that they belong to.
function loosePages(frame: Frame): CategoryPage[] {
  const loose = frame.scheme.items.filter(({ category }) => category === undefined)
  const sources = new Map((frame.scheme.sources ?? []).map((one) => [one.id, one]))
  const groups = Map.groupBy(loose, ({ source }) => source ?? '')
  return [...groups].map(([id, items]) => {
    const source = sources.get(id)
    return {
      id: `source:${id}`,
      name: source?.name ?? '其他指标',
      depth: 0,
      clause: source?.clause ?? null,
      full: null,
      weight: share(source?.weight),
      items: items.map((item) => itemPage(item, frame)),
    }
  })
}

/** A scheme by category with clause, weight, points and bounds, each finding beside what it concerns. */
export function schemePages(
  scheme: Scheme,
  program: Program,
  findings: readonly Finding[],
): SchemePages {
  const byItem = Map.groupBy(findings, ({ path }) => ITEM.exec(path)?.[1] ?? '')
  const bounds = boundsOf(program)
  const frame = { scheme, teller: new Teller(scheme), bounds, findings: byItem }
  const top = (scheme.categories ?? []).filter(({ above }) => above === undefined)
  const known = new Set(scheme.items.map(({ id }) => id))
  return {
    categories: [
      ...top.flatMap((category) => categoryPages(category, 0, frame)),
      ...loosePages(frame),
    ],
    findings: findings.filter(({ path }) => !known.has(ITEM.exec(path)?.[1] ?? '')),
    least: end(bounds.total.lo),
    most: end(bounds.total.hi),
  }
}
