import { schemeShape, type shape, vocabulary } from '@kaohe/engine'

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

/** Every keyword of a scheme, and the name of every kind, combiner and modifier of rules. */
export function shapeWords(): string[] {
  const rules = [...vocabulary.kinds.values(), ...vocabulary.modifiers.values()]
  return [...new Set([...keywordsIn(schemeShape, new Set()), ...rules.map((r) => r.keyword)])]
}
