import { namesIn, vocabulary } from '@kaohe/engine'
import type { Check, Found } from '../finding.ts'
import { lastOf } from '../path.ts'
import { say } from '../phrase.ts'
import type { Site } from '../site.ts'

function namesOf({ scheme, rules }: Site, path: string): readonly string[] {
  const rule = rules.findLast((one) => path.startsWith(`${one.rule.path}/`))
  const item = scheme.items.find(({ id }) => path.startsWith(`指标/${id}/`))
  const names = rule ? namesIn(rule.rule, vocabulary) : item?.rule && namesIn(item.rule, vocabulary)
  return [...(names?.facts ?? []), ...(names?.events ?? [])]
}

function ofFacts({ scheme, scope, rules }: Site): readonly Found[] {
  const counted = new Set(
    rules
      .filter(({ kind, params }) => kind.name === 'series' && typeof params['times'] === 'number')
      .flatMap(({ rule }) => [...namesIn(rule, vocabulary).facts]),
  )
  return (scheme.facts ?? []).flatMap(({ id, name, period, clause }) =>
    period !== 'episode' || scope.periodsOf(id) !== null || counted.has(id)
      ? []
      : [
          {
            path: `数据/${id}/期数`,
            clause,
            message: say(
              `“${name}”每期一个数，考核时段内共有几期没有写明。`,
              `“${name}” has a figure per period; how many periods there are is not said.`,
            ),
            counterexample: say(
              '每期都不达标的单位，按十期扣和按三十期扣差得很远',
              'failing every period of ten is far from failing every period of thirty',
            ),
          },
        ],
  )
}

// A rule over periods that neither a fact nor the calendar counts: 每期 of events, or of nothing at all.
function ofRules(site: Site, told: ReadonlySet<string>): readonly Found[] {
  return site.questions.flatMap((path) => {
    if (lastOf(path) !== '期数') return []
    const names = namesOf(site, path)
    const byCalendar = names.some((id) => {
      const how = site.scope.fact(id)?.period ?? site.scope.event(id)?.per
      return how !== undefined && how !== 'episode'
    })
    if (
      names.some((id) => told.has(`数据/${id}/期数`)) ||
      (byCalendar && site.scheme.period === undefined)
    )
      return []
    return [
      {
        path,
        message: say(
          '这条规则逐期计分，共有几期没有写明。',
          'This rule goes by periods; how many there are is not said.',
        ),
        counterexample: say(
          '每期都不达标的单位，一共扣几次没有写明',
          'failing every period: how many times is that?',
        ),
      },
    ]
  })
}

/** 每期, and nobody has said how many periods there are (constructs 1E.13). */
export const periodCountUndeclared: Check = {
  slug: 'period-count-undeclared',
  severity: 'error',
  title: say('共有几期没有写明', 'Number of periods undeclared'),
  settle: say('用口径写明数据或规则的“期数”', 'a reading that sets 期数'),
  find(site) {
    const facts = ofFacts(site)
    return [...facts, ...ofRules(site, new Set(facts.map(({ path }) => path)))]
  },
}
