import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'

/** Fewer characters than a sentence needs. */
const LEAST = 10
/** Ways of evaluating in which nobody writes. */
const WORDLESS = new Set(['feed', 'poll'])

/** Limits on remarks that nobody can keep. */
export const remarkLimit: Check = {
  slug: 'remark-limit',
  severity: 'warning',
  title: say('评语的字数限制做不到', 'An impossible limit on remarks'),
  settle: say('改“评语上限”，或删去', 'another 评语上限, or none'),
  *find({ scheme }) {
    for (const { id, name, remark, means, clause } of scheme.sources ?? []) {
      if (remark === undefined || (remark >= LEAST && !WORDLESS.has(means))) continue
      const zh = WORDLESS.has(means)
        ? `“${name}”没有人写评语，却限${remark}字。`
        : `“${name}”的评语限${remark}字，写不成一句话。`
      yield {
        path: `评价方式/${id}/评语上限`,
        clause,
        message: say(
          zh,
          `“${name}” limits remarks to ${remark} characters, which nobody can keep.`,
        ),
        counterexample: say(
          WORDLESS.has(means)
            ? '数据里没有评语可数'
            : `“工作扎实，成效明显，群众满意”已经超过${remark}字`,
          'the shortest sentence is too long, or nobody writes one',
        ),
      }
    }
  },
}
