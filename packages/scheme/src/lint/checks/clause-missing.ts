import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'

/** Something that scores or follows without a clause behind it. */
export const clauseMissing: Check = {
  slug: 'clause-missing',
  severity: 'warning',
  title: say('没有写依据的条款', 'No clause'),
  settle: say('写“条款”', 'name the clause'),
  *find({ scheme }) {
    const lists = [
      ['指标', scheme.items],
      ['结果运用', scheme.consequences ?? []],
      ['否决降等', scheme.overrides ?? []],
    ] as const
    for (const [head, list] of lists)
      for (const { id, name, clause } of list)
        if (clause === undefined)
          yield {
            path: `${head}/${id}/条款`,
            message: say(`“${name}”没有写依据哪一条。`, `“${name}” names no clause.`),
            counterexample: say(
              `单位问“${name}”凭哪一条，答不上来`,
              `asked by which clause, there is no answer`,
            ),
          }
  },
}
