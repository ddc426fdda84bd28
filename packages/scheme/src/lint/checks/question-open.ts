import type { Check } from '../finding.ts'
import { lastOf } from '../path.ts'
import { say } from '../phrase.ts'
import { silencesOf } from '../silence.ts'

/** Questions of the compiler that checks of their own report with better words. */
const TOLD_ELSEWHERE = new Set(['期数', '分值', '占比', '规则', '不适用时'])

/** Whatever else a compiled scheme leaves undecided: nothing stays open without a finding. */
export const questionOpen: Check = {
  slug: 'question-open',
  severity: 'error',
  title: say('还有没有定下来的地方', 'Something still undecided'),
  settle: say('用口径在这个位置上写明', 'a reading that settles this place'),
  *find(site) {
    const known = new Set(silencesOf(site).map(({ path }) => path))
    for (const path of site.questions) {
      if (known.has(path) || TOLD_ELSEWHERE.has(lastOf(path))) continue
      yield {
        path,
        message: say(
          `“${lastOf(path)}”没有写明，得分定不下来。`,
          `“${lastOf(path)}” is not said; the points stay undecided.`,
        ),
        counterexample: say(
          '同样的数据，可以算出不同的得分',
          'the same facts allow different points',
        ),
      }
    }
  },
}
