import type { Expr, Rule } from '../model/index.ts'
import type { Kind } from '../kinds/kind.ts'
import type { Modifier } from '../modify/modifier.ts'
import type { Shape, ShapeData } from '../shape/index.ts'

/** The rule kinds and modifiers that a rule may be made of. */
export interface Vocabulary {
  readonly kinds: ReadonlyMap<string, Kind>
  readonly modifiers: ReadonlyMap<string, Modifier>
}

/** What a walk through a rule meets, with the path of keywords from the rule's root. */
export interface Visitor {
  expr?(e: Expr, path: string): void
  rule?(r: Rule, path: string): void
  /** Whether the rules inside a rule are met too; they are where it is not said. */
  enters?(r: Rule): boolean
  reference?(to: string, id: string, path: string): void
}

type Walk = { readonly vocabulary: Vocabulary; readonly visit: Visitor }

function walkObject(
  shape: Extract<ShapeData, { shape: 'object' }>,
  value: Record<string, unknown>,
  path: string,
  walk: Walk,
): void {
  for (const [name, field] of Object.entries(shape.fields)) {
    if (value[name] !== undefined)
      walkValue(field.of, value[name], `${path}/${field.keyword}`, walk)
  }
}

/** Walks any value of any shape, meeting the expressions, rules and references inside. */
export function walkValue(shape: Shape, value: unknown, path: string, walk: Walk): void {
  switch (shape.shape) {
    case 'expression':
    case 'condition':
      return walkExpr(value as Expr, path, walk.visit)
    case 'rule':
      return walkRule(value as Rule, path, walk)
    case 'reference':
      return walk.visit.reference?.(shape.to, value as string, path)
    case 'list':
      return (value as unknown[]).forEach((v, i) =>
        walkValue(shape.of, v, `${path}/${i + 1}`, walk),
      )
    case 'table':
      return (value as [unknown, unknown][]).forEach(([k, v], i) => {
        walkValue(shape.key, k, `${path}/${i + 1}`, walk)
        walkValue(shape.of, v, `${path}/${i + 1}`, walk)
      })
    case 'object':
      return walkObject(shape, value as Record<string, unknown>, path, walk)
    case 'either':
      return walkEither(shape.of, value, path, walk)
    default:
  }
}

function isExpr(value: unknown): value is Expr {
  return typeof value === 'object' && value !== null && 'expr' in value
}

function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && 'modifiers' in value && 'kind' in value
}

// A value does not say which of the alternatives it was read by; its own form tells.
function walkEither(shapes: readonly Shape[], value: unknown, path: string, walk: Walk): void {
  if (isExpr(value)) return walkExpr(value, path, walk.visit)
  if (isRule(value)) return walkRule(value, path, walk)
  const fits = shapes.find((s) =>
    Array.isArray(value) ? s.shape === 'list' || s.shape === 'table' : s.shape === 'object',
  )
  if (fits !== undefined && typeof value === 'object' && value !== null)
    walkValue(fits, value, path, walk)
}

export function walkRule(rule: Rule, path: string, walk: Walk): void {
  walk.visit.rule?.(rule, path)
  const kind = walk.vocabulary.kinds.get(rule.kind)
  if (kind !== undefined && walk.visit.enters?.(rule) !== false)
    walkValue(kind.params, rule.params, `${path}/${kind.keyword}`, walk)
  for (const applied of rule.modifiers) {
    const modifier = walk.vocabulary.modifiers.get(applied.modifier)
    if (modifier !== undefined)
      walkValue(modifier.params, applied.params, `${path}/${modifier.keyword}`, walk)
  }
}

/** Meets an expression and all expressions inside it. */
export function walkExpr(e: Expr, path: string, visit: Visitor): void {
  visit.expr?.(e, path)
  for (const inner of innerExprs(e)) walkExpr(inner, path, visit)
}

export function innerExprs(e: Expr): readonly Expr[] {
  switch (e.expr) {
    case 'unary':
      return [e.of]
    case 'binary':
      return [e.left, e.right]
    case 'choose':
      return [e.when, e.then, e.otherwise]
    case 'extreme':
      return e.of
    case 'workdays':
      return [e.from, e.to]
    case 'fold':
      if (e.over.of === 'each') return [e.over.what]
      return e.over.of === 'event' && e.over.where !== undefined ? [e.over.where] : []
    default:
      return []
  }
}

/** Facts and events that an expression or rule names. */
export interface Named {
  readonly facts: ReadonlySet<string>
  readonly events: ReadonlySet<string>
}

/** The facts that a rule or expression reads: of this year, and of the year before. */
export interface Needed {
  readonly now: ReadonlySet<string>
  readonly before: ReadonlySet<string>
}

/**
 * The facts (and items) without which a rule or expression says nothing: not those of rules that may be left out of it
 * (平均, 就高, 就低), unless they are asked for `wholly`.
 */
export function neededBy(
  value: Rule | Expr,
  vocabulary: Vocabulary,
  how: 'wholly' | 'at least' = 'at least',
): Needed {
  const now = new Set<string>()
  const before = new Set<string>()
  const enters = (r: Rule): boolean =>
    how === 'wholly' || vocabulary.kinds.get(r.kind)?.leavesOut !== true
  const visit: Visitor = {
    enters,
    expr(e) {
      if (e.expr === 'fact') now.add(e.fact)
      if (e.expr === 'fold' && e.over.of === 'fact')
        (e.how === 'previous' ? before : now).add(e.over.fact)
    },
    reference(to, id) {
      if (to === 'fact') now.add(id)
    },
  }
  walkIn(value, vocabulary, visit)
  return { now, before }
}

function walkIn(value: Rule | Expr, vocabulary: Vocabulary, visit: Visitor): void {
  if (isExpr(value)) walkExpr(value, '', visit)
  else walkRule(value, '', { vocabulary, visit })
}

/** The facts and events that stand in a rule or expression, at any depth. */
export function namesIn(value: Rule | Expr, vocabulary: Vocabulary): Named {
  const facts = new Set<string>()
  const events = new Set<string>()
  const visit: Visitor = {
    expr(e) {
      if (e.expr === 'fact') facts.add(e.fact)
      if (e.expr === 'fold' && e.over.of === 'fact') facts.add(e.over.fact)
      if (e.expr === 'fold' && e.over.of === 'event') events.add(e.over.event)
    },
    reference(to, id) {
      if (to === 'event') events.add(id)
      if (to === 'fact') facts.add(id)
    },
  }
  walkIn(value, vocabulary, visit)
  return { facts, events }
}
