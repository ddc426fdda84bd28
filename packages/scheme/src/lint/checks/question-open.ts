import type { Check } from '../finding.ts'
import { groupsLacking } from '../groups.ts'
import { lastOf } from '../path.ts'
import { say } from '../phrase.ts'
import { silencesOf } from '../silence.ts'

/** Questions of the compiler that checks of their own report with better words, wherever they arise. */
const TOLD_ELSEWHERE = new Set(['期数', '规则', '不适用时', '无评价时'])
const OF_WEIGHTS = new Set(['分值', '占比', '最高'])

/** Whatever else a compiled scheme leaves undecided: nothing stays open without a finding. */
export const questionOpen: Check = {
  slug: 'question-open',
  severity: 'error',
  title: say('还有没有定下来的地方', 'Something still undecided'),
  settle: say('用口径在这个位置上写明', 'a reading that settles this place'),
  *find(site) {
    const known = new Set(silencesOf(site).map(({ path }) => path))
    const weights = groupsLacking(site).length > 0
    for (const path of site.questions) {
      const keyword = lastOf(path)
      if (known.has(path) || TOLD_ELSEWHERE.has(keyword) || (weights && OF_WEIGHTS.has(keyword)))
        continue
      yield {
        path,
        message: say(
          `“${keyword}”没有写明，得分定不下来。`,
          `“${keyword}” is not said; the points stay undecided.`,
        ),
        counterexample: say(
          '同样的数据，可以算出不同的得分',
          'the same facts allow different points',
        ),
      }
    }
  },
}
