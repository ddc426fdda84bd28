import type { Expr } from '../../model/index.ts'

/** Rebuilds an expression with each of its direct parts replaced. */
function mapExpr(e: Expr, of: (part: Expr) => Expr): Expr {
  switch (e.expr) {
    case 'unary':
      return { ...e, of: of(e.of) }
    case 'binary':
      return { ...e, left: of(e.left), right: of(e.right) }
    case 'choose':
      return { ...e, when: of(e.when), then: of(e.then), otherwise: of(e.otherwise) }
    case 'extreme':
      return { ...e, of: e.of.map(of) }
    case 'workdays':
      return { ...e, from: of(e.from), to: of(e.to) }
    default:
      return e
  }
}

/** The same measure of the year before: every fact in it is last year's. */
export function previousOf(e: Expr): Expr {
  if (e.expr !== 'fact') return mapExpr(e, previousOf)
  return { expr: 'fold', how: 'previous', over: { of: 'fact', fact: e.fact } }
}

/** The facts that stand in an expression by themselves. */
export function factsIn(e: Expr): readonly string[] {
  const facts: string[] = []
  const walk = (part: Expr): Expr => {
    if (part.expr === 'fact') facts.push(part.fact)
    return mapExpr(part, walk)
  }
  walk(e)
  return facts
}

/** True when an expression reduces events or periods, of which last year's are not kept. */
export function hasFolds(e: Expr): boolean {
  let found = false
  const walk = (part: Expr): Expr => {
    if (part.expr === 'fold') found = true
    return mapExpr(part, walk)
  }
  walk(e)
  return found
}
