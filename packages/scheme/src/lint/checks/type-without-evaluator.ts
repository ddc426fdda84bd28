import { sayQuantity } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'

/** A source with a share of the total that some kind of assessee never gets. */
export const typeWithoutEvaluator: Check = {
  slug: 'type-without-evaluator',
  severity: 'error',
  title: say('有的对象没有人评价', 'Assessees that nobody evaluates'),
  settle: say(
    '用口径写明“无评价时”怎么办，或写明由谁评价',
    'a reading that sets 无评价时, or an evaluator for them',
  ),
  *find({ scheme }) {
    for (const { id, name, weight, assessees, absent, clause } of scheme.sources ?? []) {
      if (weight === undefined || assessees === undefined || absent !== undefined) continue
      for (const type of scheme.assessees.filter((one) => !assessees.includes(one.id)))
        yield {
          path: `评价方式/${id}`,
          clause,
          message: say(
            `“${name}”占${sayQuantity(weight, '%')}，不评价${type.name}，这${sayQuantity(weight, '%')}怎么办没有写明。`,
            `“${name}” counts ${sayQuantity(weight, '%')} and does not reach ${type.name}.`,
          ),
          counterexample: say(
            `${type.name}其余各项都得满分，总分是${sayQuantity({ num: weight.den - weight.num, den: weight.den }, '%')}、100%，还是按其余折算`,
            `${type.name} with full marks elsewhere: what is the total?`,
          ),
        }
    }
  },
}
