import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'

/** Ways of getting facts that are somebody's work, and not the unit's own report. */
const BY_OTHERS = new Set(['desk', 'letter', 'ballot', 'poll', 'feed'])
const SAID: Readonly<Record<string, string>> = {
  desk: '部门评价',
  letter: '函询评价',
  ballot: '述职评议',
  poll: '抽样调查',
  feed: '数据监控',
}

/** A fact that comes from others, and nobody is named to supply it. */
export const factUnsupplied: Check = {
  slug: 'fact-unsupplied',
  severity: 'note',
  title: say('数据由谁提供没有写明', 'A fact that nobody supplies'),
  settle: say('写明“提供”', 'name the supplier in 提供'),
  *find({ scheme }) {
    for (const { id, name, means, supplier, clause } of scheme.facts ?? []) {
      if (means === undefined || !BY_OTHERS.has(means) || supplier !== undefined) continue
      yield {
        path: `数据/${id}/提供`,
        clause,
        message: say(
          `“${name}”由${SAID[means]}得来，没有写由谁提供。`,
          `“${name}” comes from others, and nobody is named to supply it.`,
        ),
        counterexample: say(
          `到了时间没有人报“${name}”，也没有人可催`,
          `when “${name}” is due there is nobody to ask`,
        ),
      }
    }
  },
}
