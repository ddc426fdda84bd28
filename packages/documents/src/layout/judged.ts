import {
  evaluatorsOf,
  type Expr,
  type Item,
  type Rational,
  type Rule,
  type Scheme,
  Scope,
} from '@kaohe/engine'

/** An item to which people give marks, and what a mark may be. */
export interface Judged {
  /** The item, or `item.part` where an item is marked in several parts (记分项). */
  readonly id: string
  readonly name: string
  readonly item: Item
  /** Parties that give it marks; empty when the scheme does not say who. */
  readonly evaluators: readonly string[]
  /** The evaluator when there is exactly one. */
  readonly onlyEvaluator: string | null
  readonly least: Rational | undefined
  readonly most: Rational | undefined
  /** Whether a mark may be 0 besides (可为零). */
  readonly orZero: boolean
  readonly step: Rational | undefined
  /** For a ladder (档次): the words to choose from. */
  readonly words: readonly string[] | undefined
  /** By what measure, when the scheme says so. */
  readonly basis: string | undefined
  /** Whether a mark must say why it was given (理由必填). */
  readonly reasoned: boolean
}

type Params = Readonly<Record<string, unknown>>

function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && 'kind' in value && 'modifiers' in value
}

function isExpr(value: unknown): value is Expr {
  return typeof value === 'object' && value !== null && 'expr' in value
}

/** Visits the rule and all rules and expressions inside its params and modifiers, whatever their kinds. */
export function visitRule(
  value: unknown,
  visit: { rule?(r: Rule): void; expr?(e: Expr): void },
): void {
  if (typeof value !== 'object' || value === null) return
  if (isRule(value)) visit.rule?.(value)
  if (isExpr(value)) visit.expr?.(value)
  for (const inner of Object.values(value)) visitRule(inner, visit)
}

const MARKING_KINDS: readonly string[] = ['judged', 'ladder']

function wordsOf(rule: Rule, params: Params): readonly string[] | undefined {
  if (rule.kind !== 'ladder') return undefined
  const rungs = (params['steps'] ?? params['parts'] ?? []) as readonly (readonly [
    string,
    unknown,
  ])[]
  return rungs.map(([word]) => word)
}

function judgedBy(rule: Rule, item: Item, scope: Scope): Judged {
  const params = (rule.params ?? {}) as Params
  const evaluators = (params['by'] as readonly string[] | undefined) ?? evaluatorsOf(item, scope)
  const part = params['part'] as string | undefined
  return {
    id: part === undefined ? item.id : `${item.id}.${part}`,
    name: part === undefined ? item.name : `${item.name}·${part}`,
    item,
    evaluators,
    onlyEvaluator: evaluators.length === 1 ? (evaluators[0] ?? null) : null,
    least: params['least'] as Rational | undefined,
    most: (params['most'] as Rational | undefined) ?? item.full,
    orZero: params['zero'] === true,
    step: params['step'] as Rational | undefined,
    words: wordsOf(rule, params),
    basis: params['basis'] as string | undefined,
    reasoned: params['reasoned'] === true,
  }
}

/** What is marked in a scheme (打分, 档次), in its order. */
export function judgedItems(scheme: Scheme): readonly Judged[] {
  const scope = new Scope(scheme)
  return scheme.items.flatMap((item) => {
    const found: Rule[] = []
    visitRule(item.rule, { rule: (r) => void (MARKING_KINDS.includes(r.kind) && found.push(r)) })
    const all = found.map((rule) => judgedBy(rule, item, scope))
    return all.filter((one, i) => all.findIndex((other) => other.id === one.id) === i)
  })
}

/** Facts whose value of the year before is asked for (增长, 上年). */
export function factsOfLastYear(scheme: Scheme): readonly string[] {
  const asked = new Set<string>()
  const keep = (e: Expr): void => {
    if (e.expr === 'fact') asked.add(e.fact)
    if (e.expr === 'fold' && e.over.of === 'fact') asked.add(e.over.fact)
  }
  const all = {
    items: scheme.items,
    overrides: scheme.overrides,
    consequences: scheme.consequences,
  }
  visitRule(all, {
    rule: (r) => void (r.kind === 'growth' && visitRule(r.params, { expr: keep })),
    expr: (e) => void (e.expr === 'fold' && e.how === 'previous' && keep(e)),
  })
  return (scheme.facts ?? []).map((f) => f.id).filter((id) => asked.has(id))
}
