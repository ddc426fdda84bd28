import { ONE, type Rational, ZERO, add, equal, sayQuantity } from '@kaohe/engine'
import type { Check, Found } from '../finding.ts'
import { say } from '../phrase.ts'
import { groupsOf } from '../groups.ts'

const percent = (value: Rational) => sayQuantity(value, '%')

/** Shares side by side that do not add up to the whole (constructs 1E.18). */
export const weightsSum: Check = {
  slug: 'weights-sum',
  severity: 'error',
  title: say('占比加起来不是100%', 'Weights that do not add up'),
  settle: say('改正占比，使同一层合计100%', 'weights that add up to 100 % on each level'),
  find: (site) =>
    groupsOf(site).flatMap(({ path, clause, name, members, weighted }): readonly Found[] => {
      const weights = members.map(({ weight }) => weight)
      if (!weighted || weights.some((weight) => weight === undefined)) return []
      const total = (weights as readonly Rational[]).reduce(add, ZERO)
      if (members.length === 0 || equal(total, ONE)) return []
      const each = members
        .map((member) => `${member.name}${percent(member.weight as Rational)}`)
        .join('、')
      return [
        {
          path,
          clause,
          message: say(
            `${name}下面的占比合计${percent(total)}，不是100%：${each}。`,
            `Weights below ${name} add up to ${percent(total)}: ${each}.`,
          ),
          counterexample: say(
            `每一项都得满分时，${name}只能按${percent(total)}计`,
            `full marks everywhere give ${percent(total)} of ${name}`,
          ),
        },
      ]
    }),
}
