import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'
import type { Site } from '../site.ts'
import { usedNames } from '../uses.ts'

// What an evaluation without a rule is to be worked out from waits for that rule, which is reported.
function awaits(site: Site): ReadonlySet<string> {
  const bare = site.program.items.filter(({ item }) => item.rule === undefined)
  const sources = site.scheme.sources ?? []
  return new Set(
    bare.flatMap(({ item }) => {
      const category = site.scheme.categories?.find(({ id }) => id === item.category)
      const source = sources.find(({ id }) => id === (item.source ?? category?.source))
      return source === undefined ? [] : [source.means]
    }),
  )
}

/** A fact or event that is collected and that nothing looks at. */
export const factUnused: Check = {
  slug: 'fact-unused',
  severity: 'warning',
  title: say('收了数据没有用', 'A fact that nobody uses'),
  settle: say('写明用在哪条规则里，或不再收这个数', 'a rule that uses it, or no such fact'),
  *find(site) {
    const used = usedNames(site)
    const waiting = awaits(site)
    const kinds = [
      ['数据', site.scheme.facts ?? []],
      ['事件', site.scheme.events ?? []],
    ] as const
    for (const [head, declared] of kinds)
      for (const { id, name, means, clause } of declared) {
        if (used.has(id) || (means !== undefined && waiting.has(means))) continue
        yield {
          path: `${head}/${id}`,
          clause,
          message: say(
            `“${name}”要单位填报，没有一条规则用到它。`,
            `“${name}” is collected, and no rule looks at it.`,
          ),
          counterexample: say(
            `“${name}”填什么，得分都一样`,
            `whatever “${name}” says, the points are the same`,
          ),
        }
      }
  },
}
