import { namesIn, vocabulary, walkExpr } from '@kaohe/engine'
import type { Expr, Rule } from '@kaohe/engine'
import { isExpr, isRule } from './objects.ts'
import type { Site } from './site.ts'

function exprsIn(value: unknown, into: Expr[]): readonly Expr[] {
  if (typeof value !== 'object' || value === null || isRule(value)) return into
  if (isExpr(value)) into.push(value as Expr)
  else for (const inner of Object.values(value)) exprsIn(inner, into)
  return into
}

/** Facts and events that anything in the scheme looks at: rules, requirements, vetoes, consequences, tie-breaks. */
export function usedNames({ scheme }: Site): ReadonlySet<string> {
  const used = new Set<string>()
  const take = (value: Rule | Expr) => {
    const { facts, events } = namesIn(value, vocabulary)
    for (const id of [...facts, ...events]) used.add(id)
    if (isExpr(value))
      walkExpr(value as Expr, '', { expr: (e) => e.expr === 'attribute' && used.add(e.attribute) })
  }
  for (const { rule } of scheme.items) if (rule !== undefined) take(rule)
  for (const e of exprsIn(scheme, [])) take(e)
  return used
}
