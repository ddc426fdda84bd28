import { equal } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'

/** A line of a grade that is one exact figure: 90, where 90及以上 is meant. */
export const gradeExact: Check = {
  slug: 'grade-exact',
  severity: 'warning',
  title: say('等次的线是恰好一个数', 'A grade at one exact figure'),
  settle: say('写成“90及以上”“不足60”这样的范围', 'a range such as 90及以上 or 不足60'),
  *find({ scheme: { grading } }) {
    if (grading?.by === undefined || grading.by === 'meeting' || grading.by === 'quota') return
    for (const { id, name, line, ratio } of grading.grades) {
      const [range, keyword] = line === undefined ? [ratio, '得分率'] : [line, '分数']
      if (!range?.from || !range.to || !equal(range.from.at.value, range.to.at.value)) continue
      yield {
        path: `评定/等次/${id}/${keyword}`,
        clause: grading.clause,
        message: say(
          `“${name}”写的是恰好${range.text}，多一分、少一分都不是。`,
          `“${name}” is exactly ${range.text}; a point more or less is not.`,
        ),
        counterexample: say(
          `比${range.text}高的单位评不上“${name}”`,
          `a unit above ${range.text} does not get “${name}”`,
        ),
      }
    }
  },
}
