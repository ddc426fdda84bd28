import type { Builder, Input, NodeId } from '../core/index.ts'
import { ONE, ZERO } from '../number/index.ts'
import type { Scope } from './scope.ts'

/** Kinds of assessee, or undefined for all of them. */
export type Types = readonly string[] | undefined

/** All that any of these are. */
export function joinedTypes(all: readonly Types[]): Types {
  const known = all.filter((types) => types !== undefined)
  return known.length < all.length ? undefined : [...new Set(known.flat())]
}

/** 1 for units of the given types; everyone when the list is absent. */
export function typesNode(
  types: readonly string[] | undefined,
  scope: Scope,
  b: Builder<Input>,
): NodeId {
  const all = scope.scheme.assessees.map((a) => a.id)
  if (types === undefined || all.every((t) => types.includes(t))) return b.one()
  return b.input({
    from: 'type',
    types: [...types],
    domain: { range: { lo: ZERO, hi: ONE }, whole: true, unit: '', words: null },
  })
}
