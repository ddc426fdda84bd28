import { say } from '../phrase.ts'
import { silencesOf } from '../silence.ts'
import type { Check } from '../finding.ts'

/** Keywords with a check of their own, which knows how to show what is at stake. */
const NAMED = new Set([
  '并列',
  '组',
  '分组',
  '依据',
  '不足一步',
  '步长',
  '合成',
  '合并',
  '读法',
  '扣完为止',
  '取',
  '期限',
  '无上年',
  '分母为零',
  '方法',
  '不足时',
  '迟缺',
  '评定',
  '考核时段',
  '计至',
])

/** Every other silence in force: whatever a kind leaves open is found without being listed anywhere. */
export const silenceUndeclared: Check = {
  slug: 'silence-undeclared',
  severity: 'error',
  title: say('原文没有写明', 'Silent where it matters'),
  settle: say('用口径写明这个关键词', 'a reading that sets this keyword'),
  find: (site) =>
    silencesOf(site)
      .filter(({ keyword }) => !NAMED.has(keyword))
      .map(({ path, keyword, question, clause }) => ({
        path,
        clause,
        message: say(
          `${question}；不写明“${keyword}”就算不出确定的得分。`,
          `The notice does not say “${keyword}”; without it the points stay undecided.`,
        ),
        counterexample: say(
          `同样的数据，“${keyword}”定法不同，得分就不同`,
          `the same facts give other points for another “${keyword}”`,
        ),
      })),
}
