import { type Item, namesIn, vocabulary } from '@kaohe/engine'
import type { Check, Found } from '../finding.ts'
import { listed, say } from '../phrase.ts'
import { type Site, natureIn, scoredItems } from '../site.ts'

function mayNotApply(site: Site, item: Item): readonly string[] {
  if (item.rule === undefined) return []
  const facts = [...namesIn(item.rule, vocabulary).facts]
  return facts.filter((id) => site.scope.fact(id)?.mayNotApply === true)
}

// An item that is for some types only is off the sheet of the others, which leaves nothing open.
function ofItem(site: Site, item: Item): Found | undefined {
  const path = `指标/${item.id}/不适用时`
  const facts = mayNotApply(site, item).map((id) => site.scope.nameOf('fact', id))
  const asked = site.questions.includes(path)
  const seen = facts.length > 0 && natureIn(site, item) === 'base'
  if (item.notApplicable !== undefined || (!asked && !seen)) return undefined
  const why = facts.length > 0 ? `的“${listed(facts).zh}”可以填“不适用”` : '有时不适用'
  return {
    path,
    clause: item.clause,
    message: say(
      `“${item.name}”${why}，这时分值怎么办没有写明。`,
      `“${item.name}” may not apply (${listed(facts).en}); what then becomes of its points is not said.`,
    ),
    counterexample: say(
      facts.length > 0
        ? '填了“不适用”的单位这一项得零分、得满分，还是按其余各项折算，没有写明'
        : '不适用的单位这一项得零分、得满分，还是按其余各项折算，没有写明',
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
