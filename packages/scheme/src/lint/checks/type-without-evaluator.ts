import { type Source, sayQuantity } from '@kaohe/engine'
import type { Check, Found } from '../finding.ts'
import { say } from '../phrase.ts'
import { type Site, scoredItems, sourceIn } from '../site.ts'

function reaches(site: Site, source: Source, type: string): boolean {
  if (source.assessees !== undefined && !source.assessees.includes(type)) return false
  const items = scoredItems(site).filter((item) => sourceIn(site, item)?.id === source.id)
  return (
    items.length === 0 ||
    items.some(({ assessees }) => assessees === undefined || assessees.includes(type))
  )
}

function found(source: Source, type: string): Found {
  const { id, name, clause, weight } = source
  const share = weight === undefined ? '' : sayQuantity(weight, '%')
  const rest =
    weight === undefined ? '' : sayQuantity({ num: weight.den - weight.num, den: weight.den }, '%')
  return {
    path: `评价方式/${id}`,
    clause,
    message: say(
      `“${name}”占${share}，不评价${type}，这${share}怎么办没有写明。`,
      `“${name}” counts ${share} and does not reach ${type}.`,
    ),
    counterexample: say(
      `${type}其余各项都得满分，总分是${rest}、100%，还是按其余折算`,
      `${type} with full marks elsewhere: what is the total?`,
    ),
  }
}

/** A source with a share of the total that some kind of assessee never gets. */
export const typeWithoutEvaluator: Check = {
  slug: 'type-without-evaluator',
  severity: 'error',
  title: say('有的对象没有人评价', 'Assessees that nobody evaluates'),
  settle: say(
    '用口径写明“无评价时”怎么办，或写明由谁评价',
    'a reading that sets 无评价时, or an evaluator for them',
  ),
  *find(site) {
    for (const source of site.scheme.sources ?? []) {
      if (source.weight === undefined || source.absent !== undefined) continue
      for (const { id, name } of site.scheme.assessees)
        if (!reaches(site, source, id)) yield found(source, name)
    }
  },
}
