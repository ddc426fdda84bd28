import type { Expr } from '@kaohe/engine'
import { type Parsed, isWrong, wrong } from './mistake.ts'
import { parseSyntax } from './parse.ts'
import { Resolver } from './resolve.ts'
import type { Scope } from './scope.ts'
import { unitOfType } from './given.ts'
import { Typing } from './type.ts'

/**
 * Reads an expression or a condition: its words, its names and its units, each mistake with its place.
 * @param as `condition` where the place needs a truth
 * @example
 * writeExpression(readExpression('rate>=100%', scope, 'condition').value) // 'rate >= 100%'
 */
export function readExpression(
  text: string,
  scope: Scope,
  as: 'expression' | 'condition',
): Parsed<Expr> {
  const syntax = parseSyntax(text)
  if (isWrong(syntax)) return syntax
  const resolver = new Resolver(scope)
  const expr = resolver.expr(syntax.value)
  if (resolver.mistakes.length > 0) return wrong(...resolver.mistakes)
  const typing = new Typing(scope, resolver.spans, text)
  if (as === 'condition') typing.condition(expr)
  else typing.of(expr)
  return typing.mistakes.length > 0 ? wrong(...typing.mistakes) : { value: expr }
}

/** The unit of an expression, '' where it has none; dates have one of their own. */
export function unitOf(e: Expr, scope: Scope): string {
  return unitOfType(new Typing(scope).of(e))
}

/** The words of an expression that is a choice. */
export function wordsOf(e: Expr, scope: Scope): readonly string[] | undefined {
  const type = new Typing(scope).of(e)
  return type.is === 'choice' ? type.words : undefined
}
