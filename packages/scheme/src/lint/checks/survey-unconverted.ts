import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'

/** A survey question whose answers nobody turns into points (survey_conversion). */
export const surveyUnconverted: Check = {
  slug: 'survey-unconverted',
  severity: 'error',
  title: say('调查结果怎样折成分数没有写明', 'A survey without conversion'),
  settle: say(
    '用口径写明调查项目的“折算”和指标的规则',
    "a reading that sets 折算 and the item's rule",
  ),
  *find({ scheme }) {
    for (const { id, name, conversion, clause } of scheme.survey ?? [])
      if (conversion === undefined)
        yield {
          path: `调查项目/${id}/折算`,
          clause,
          message: say(
            `“${name}”的回答怎样折成分数，没有写明。`,
            `How answers to “${name}” become points is not said.`,
          ),
          counterexample: say(
            '一半人答满意、一半人答一般，折几分没有写明',
            'half say satisfied, half say fair: how many points?',
          ),
        }
  },
}
