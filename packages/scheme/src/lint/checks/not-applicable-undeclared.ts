import { type Item, type Rational, ZERO, add, equal, namesIn, vocabulary } from '@kaohe/engine'
import type { Check, Found } from '../finding.ts'
import { listed, say } from '../phrase.ts'
import { type Site, countedItems, isOnSheet, natureIn, scoredItems, sourceIn } from '../site.ts'

function reachedBy(site: Site, item: Item): readonly string[] {
  return sourceIn(site, item)?.assessees ?? site.scheme.assessees.map(({ id }) => id)
}

/** What a type can get of everything that is weighed together with an item; undefined where that is not said. */
function sheetOf(site: Site, item: Item, type: string): Rational | undefined {
  const source = sourceIn(site, item)?.id
  const fulls = countedItems(site)
    .filter((one) => natureIn(site, one) === 'base' && sourceIn(site, one)?.id === source)
    .filter((one) => isOnSheet(one, type))
    .map(({ full }) => full)
  return fulls.includes(undefined) ? undefined : (fulls as Rational[]).reduce(add, ZERO)
}

/**
 * Kinds of assessee that an item leaves out although its source reaches them, and whose sheet is then
 * worth something else: sheets of their own that come to the same leave nothing open.
 */
function leftOut(site: Site, item: Item): readonly string[] {
  const { assessees } = item
  if (assessees === undefined) return []
  const own = assessees[0] === undefined ? undefined : sheetOf(site, item, assessees[0])
  return reachedBy(site, item).filter((id) => {
    if (assessees.includes(id)) return false
    const other = sheetOf(site, item, id)
    return own === undefined || other === undefined || !equal(own, other)
  })
}

function mayNotApply(site: Site, item: Item): readonly string[] {
  if (item.rule === undefined) return []
  const facts = [...namesIn(item.rule, vocabulary).facts]
  return facts.filter((id) => site.scope.fact(id)?.mayNotApply === true)
}

function why(types: readonly string[], facts: readonly string[]): string {
  if (types.length > 0) return `不适用于${listed(types).zh}`
  return facts.length > 0 ? `的“${listed(facts).zh}”可以填“不适用”` : '有时不适用'
}

function ofItem(site: Site, item: Item): Found | undefined {
  const path = `指标/${item.id}/不适用时`
  const types = leftOut(site, item).map((id) => site.scope.nameOf('assessee', id))
  const facts = mayNotApply(site, item).map((id) => site.scope.nameOf('fact', id))
  const seen = types.length > 0 || facts.length > 0
  const asked = site.questions.includes(path)
  const base = natureIn(site, item) === 'base'
  if (
    item.notApplicable !== undefined ||
    (!asked && !(seen && (base || site.questions.includes(path))))
  )
    return undefined
  const who = types[0] ?? '填了“不适用”的单位'
  return {
    path,
    clause: item.clause,
    message: say(
      `“${item.name}”${why(types, facts)}，这时分值怎么办没有写明。`,
      `“${item.name}” may not apply (${listed([...types, ...facts]).en}); what then becomes of its points is not said.`,
    ),
    counterexample: say(
      `${who}这一项得零分、得满分，还是按其余各项折算，没有写明`,
      `zero, full, or the other items rescaled?`,
    ),
  }
}

// The items of a category, each with a policy of its own, leave the category without one.
function ofCategories(site: Site): readonly Found[] {
  return (site.scheme.categories ?? []).flatMap(({ id, name, clause }) => {
    const path = `类别/${id}/不适用时`
    if (!site.questions.includes(path)) return []
    return [
      {
        path,
        clause,
        message: say(
          `“${name}”下面各项都不适用时，各项的“不适用时”写法不一，整类怎么办没有写明。`,
          `When nothing in “${name}” applies, its items disagree on what becomes of their points.`,
        ),
        counterexample: say(
          `整类都不适用的单位，“${name}”的分值怎么办没有写明`,
          `a unit to which nothing of “${name}” applies`,
        ),
      },
    ]
  })
}

/** Nothing says what becomes of the points of what does not apply (constructs 1E.11). */
export const notApplicableUndeclared: Check = {
  slug: 'not-applicable-undeclared',
  severity: 'error',
  title: say('不适用时怎样计没有写明', 'Not-applicable policy undeclared'),
  settle: say('用口径写明“不适用时”：重新折算、得满分或得零分', 'a reading that sets 不适用时'),
  find: (site) => [
    ...scoredItems(site).flatMap((item) => ofItem(site, item) ?? []),
    ...ofCategories(site),
  ],
}
