import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'

/** Grades by lines or quotas of which one has none. */
export const gradeWithoutLine: Check = {
  slug: 'grade-without-line',
  severity: 'error',
  title: say('有的等次没有线或名额', 'A grade without its line or quota'),
  settle: say('用口径补上“分数”“得分率”或“限额”', 'a reading that sets 分数, 得分率 or 限额'),
  *find({ scheme }) {
    const { grading } = scheme
    if (grading === undefined || grading.by === undefined || grading.by === 'meeting') return
    const lined = grading.by !== 'quota'
    for (const [i, grade] of grading.grades.entries()) {
      const line = grade.line !== undefined || grade.ratio !== undefined
      // The last grade of a quota takes everyone who is left.
      const last = i === grading.grades.length - 1
      if (lined ? line : grade.quota !== undefined || last) continue
      const what = lined ? '分数线' : '名额'
      yield {
        path: `评定/等次/${grade.id}`,
        clause: grading.clause,
        message: say(
          `等次按${what}评定，“${grade.name}”没有写${what}。`,
          `Grades go by ${lined ? 'lines' : 'quotas'}; “${grade.name}” has none.`,
        ),
        counterexample: say(
          `多少分、多少家能评“${grade.name}”，没有写明`,
          `who gets “${grade.name}” is not said`,
        ),
      }
    }
  },
}
