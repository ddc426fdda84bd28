import { type Kind, type Modifier, type shape, schemeShape, vocabulary } from '@kaohe/engine'

/** Kinds and combiners by their Chinese keyword. */
export const KINDS: ReadonlyMap<string, Kind> = new Map(
  vocabulary.kinds.values().map((kind) => [kind.keyword, kind]),
)

/** Modifiers by their Chinese keyword, in the order in which they apply. */
export const MODIFIERS: ReadonlyMap<string, Modifier> = new Map(
  vocabulary.modifiers.values().map((modifier) => [modifier.keyword, modifier]),
)

function collect(of: shape.Shape, into: Set<string>): void {
  if (of.shape === 'list') collect(of.of, into)
  else if (of.shape === 'either') of.of.forEach((one) => collect(one, into))
  else if (of.shape === 'table') [of.key, of.of].forEach((one) => collect(one, into))
  else if (of.shape === 'object') {
    for (const field of Object.values(of.fields)) {
      into.add(field.keyword)
      collect(field.of, into)
    }
  }
}

/** Every keyword that may stand before a colon in files of these shapes. */
export function keywordsOf(...shapes: readonly shape.Shape[]): ReadonlySet<string> {
  const words = new Set<string>([...KINDS.keys(), ...MODIFIERS.keys()])
  for (const of of [
    ...shapes,
    ...KINDS.values().map((kind) => kind.params),
    ...MODIFIERS.values().map((modifier) => modifier.params),
  ])
    collect(of, words)
  return words
}

export const SCHEME_KEYWORDS = keywordsOf(schemeShape)
