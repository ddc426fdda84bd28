import { schemeShape, type shape, vocabulary } from '@kaohe/engine'
import type { Term } from '../src/index.ts'

type Shape = shape.Shape

/** The keywords under a shape, wherever they stand. */
function keywordsIn(of: Shape, seen: Set<Shape>): string[] {
  if (seen.has(of)) return []
  seen.add(of)
  switch (of.shape) {
    case 'object':
      return Object.values(of.fields).flatMap((f) => [f.keyword, ...keywordsIn(f.of, seen)])
    case 'list':
      return keywordsIn(of.of, seen)
    case 'table':
      return [...keywordsIn(of.key, seen), ...keywordsIn(of.of, seen)]
    case 'either':
      return of.of.flatMap((inner) => keywordsIn(inner, seen))
    default:
      return []
  }
}

/** Every keyword of a scheme outside its rules. */
export function shapeWords(): string[] {
  return [...new Set(keywordsIn(schemeShape, new Set()))]
}

/** Every kind, combiner and modifier of rules, in its own words. */
export function ruleTerms(): Term[] {
  const rules = [...vocabulary.kinds.values(), ...vocabulary.modifiers.values()]
  return rules.map(({ keyword, name, summary }) => {
    return { zh: keyword, en: name, means: summary, not: [] }
  })
}
