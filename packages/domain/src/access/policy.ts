import type { Role } from './roles.ts'

/** Where the object's organisation stands, seen from the actor's. */
export type Relation = 'own' | 'below' | 'above'

/** One row: these roles may do this to objects of organisations that stand so to theirs. */
export interface Policy {
  readonly act: string
  readonly roles: readonly Role[]
  readonly relations: readonly Relation[]
}

/** Who acts: the role of the post in use, and the path of its organisation from the top of the tree. */
export interface Actor {
  readonly role: Role
  readonly path: readonly string[]
}

/**
 * How an organisation stands to the actor's, both as paths from the top; undefined for a sibling, a cousin
 * or another tree, to which nobody may do anything.
 */
export function relationOf(
  actor: readonly string[],
  object: readonly string[],
): Relation | undefined {
  const self = actor.at(-1)
  const other = object.at(-1)
  if (self === undefined || other === undefined) return undefined
  if (self === other) return 'own'
  if (object.includes(self)) return 'below'
  return actor.includes(other) ? 'above' : undefined
}

/** May the actor do this to an object of that organisation? No, unless a row says so. */
export function allows(
  policies: readonly Policy[],
  act: string,
  { role, path }: Actor,
  object: readonly string[],
): boolean {
  const relation = relationOf(path, object)
  return policies.some(
    (policy) =>
      policy.act === act &&
      policy.roles.includes(role) &&
      policy.relations.some((one) => one === relation),
  )
}
