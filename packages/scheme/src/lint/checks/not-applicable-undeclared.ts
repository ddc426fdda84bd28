import { namesIn, vocabulary } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { listed, say } from '../phrase.ts'
import { type Site, natureIn, scoredItems, sourceIn } from '../site.ts'
import type { Item } from '@kaohe/engine'

/** Kinds of assessee that an item leaves out although its source reaches them. */
function leftOut(site: Site, item: Item): readonly string[] {
  if (item.assessees === undefined) return []
  const reached = sourceIn(site, item)?.assessees ?? site.scheme.assessees.map(({ id }) => id)
  return reached.filter((id) => !item.assessees?.includes(id))
}

function mayNotApply(site: Site, item: Item): readonly string[] {
  if (item.rule === undefined) return []
  const facts = [...namesIn(item.rule, vocabulary).facts]
  return facts.filter((id) => site.scope.fact(id)?.mayNotApply === true)
}

/** Nothing says what becomes of the points of an item that does not apply (constructs 1E.11). */
export const notApplicableUndeclared: Check = {
  slug: 'not-applicable-undeclared',
  severity: 'error',
  title: say('不适用时怎样计没有写明', 'Not-applicable policy undeclared'),
  settle: say('用口径写明“不适用时”：重新折算、得满分或得零分', 'a reading that sets 不适用时'),
  *find(site) {
    for (const item of scoredItems(site)) {
      if (item.notApplicable !== undefined || natureIn(site, item) !== 'base') continue
      const types = leftOut(site, item).map((id) => site.scope.nameOf('assessee', id))
      const facts = mayNotApply(site, item).map((id) => site.scope.nameOf('fact', id))
      if (types.length === 0 && facts.length === 0) continue
      const why =
        types.length > 0 ? `不适用于${listed(types).zh}` : `的“${listed(facts).zh}”可以填“不适用”`
      const who = types[0] ?? '填了“不适用”的单位'
      yield {
        path: `指标/${item.id}/不适用时`,
        clause: item.clause,
        message: say(
          `“${item.name}”${why}，这时分值怎么办没有写明。`,
          `“${item.name}” may not apply (${listed([...types, ...facts]).en}); what then becomes of its points is not said.`,
        ),
        counterexample: say(
          `${who}这一项得零分、得满分，还是按其余各项折算，没有写明`,
          `zero, full, or the other items rescaled?`,
        ),
      }
    }
  },
}
