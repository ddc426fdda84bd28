import { type Expr, exactly, reachOf } from '@kaohe/engine'
import type { NodeId } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'
import { type Site, attempt } from '../site.ts'
import type { RuleSite } from '../rules.ts'

function* conditionsOf({ rule, kind, params, inner }: RuleSite) {
  if (kind.params.shape !== 'object') return
  for (const [name, field] of Object.entries(kind.params.fields))
    if (field.of.shape === 'condition' && params[name] !== undefined)
      yield {
        path: `${rule.path}/${kind.keyword}/${field.keyword}`,
        when: params[name] as Expr,
        spot: inner,
      }
}

function alwaysIs(site: Site, when: Expr, spot: RuleSite['inner']): bigint | undefined {
  const value = attempt(() => {
    const lifted = site.bench.exprs([when], spot)
    return lifted.inputs.length === 0
      ? undefined
      : exactly(reachOf(lifted, lifted.ids[0] as NodeId))
  })
  return value?.num
}

/** A condition that no fact can change: always met, or never (constructs 1E.17). Exact: bounds are never too narrow. */
export const conditionConstant: Check = {
  slug: 'condition-constant',
  severity: 'warning',
  title: say('条件永远成立或永远不成立', 'A condition that never changes'),
  settle: say('改条件，或改数据的“最小”“最大”', 'change the condition, or 最小 and 最大'),
  *find(site) {
    for (const rule of site.rules)
      for (const { path, when, spot } of conditionsOf(rule)) {
        const value = alwaysIs(site, when, spot)
        if (value === undefined) continue
        const said = attempt(() => site.bench.say(when, spot)) ?? '这个条件'
        const zh = value === 0n ? '永远不会成立' : '永远成立'
        yield {
          path,
          clause: rule.item.clause,
          message: say(
            `“${said}”${zh}，这条规则等于没有条件或没有规则。`,
            `“${said}” is ${value === 0n ? 'never' : 'always'} met.`,
          ),
          counterexample: say(
            `数据填什么，“${said}”都一样`,
            `whatever the facts, “${said}” stays the same`,
          ),
        }
      }
  },
}
