import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'

/** Grades written for some kinds of assessee, while the others get a total and nothing more. */
export const gradeSomeTypes: Check = {
  slug: 'grade-some-types',
  severity: 'warning',
  title: say('等次只写给一部分对象', 'Grades for some assessees only'),
  settle: say(
    '用口径写明“适用”，或对其余对象另写结果运用',
    'a reading that widens 适用, or a consequence for the others',
  ),
  *find({ scheme }) {
    const graded = scheme.grading?.assessees
    if (graded === undefined) return
    for (const { id, name } of scheme.assessees) {
      const addressed = (scheme.consequences ?? []).some(
        ({ who }) => who?.assessees?.includes(id) === true,
      )
      if (graded.includes(id) || addressed) continue
      yield {
        path: '评定/适用',
        clause: scheme.grading?.clause,
        message: say(
          `${name}也要考核，等次的评定没有写到它。`,
          `${name} is assessed, and grading leaves it out.`,
        ),
        counterexample: say(
          `${name}考核完了，有总分，没有等次`,
          `${name} ends with a total and no grade`,
        ),
      }
    }
  },
}
