import type { Check, Found } from '../finding.ts'
import { say } from '../phrase.ts'
import type { Site } from '../site.ts'

function* ofFacts({ scheme, scope, rules }: Site): Iterable<Found> {
  const said = new Set(
    rules
      .filter(({ kind, params }) => kind.name === 'series' && typeof params['times'] === 'number')
      .map(({ item }) => item.id),
  )
  for (const { id, name, period, clause } of scheme.facts ?? []) {
    if (period !== 'episode' || !scope.periodsUndeclared(id)) continue
    const users = rules.filter(({ rule }) => JSON.stringify(rule.params, plain).includes(`"${id}"`))
    if (users.length > 0 && users.every(({ item }) => said.has(item.id))) continue
    yield {
      path: `数据/${id}/期数`,
      clause,
      message: say(
        `“${name}”每期一个数，考核时段内共有几期没有写明。`,
        `“${name}” has a figure per period; how many periods there are is not said.`,
      ),
      counterexample: say(
        `每期都不达标的单位，按十期扣和按三十期扣差得很远`,
        `failing every period of ten is far from failing every period of thirty`,
      ),
    }
  }
}

function plain(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}

/** 每期, and nobody has said how many periods there are (constructs 1E.13). */
export const periodCountUndeclared: Check = {
  slug: 'period-count-undeclared',
  severity: 'error',
  title: say('共有几期没有写明', 'Number of periods undeclared'),
  settle: say('用口径写明数据的“期数”', 'a reading that sets 期数 of the fact'),
  find: (site) => ofFacts(site),
}
