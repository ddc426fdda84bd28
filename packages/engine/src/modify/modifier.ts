import type { Ask, Complaint, Lowered, Place } from '../kinds/kind.ts'
import type { Shape } from '../shape/index.ts'

/**
 * What an official writes around a rule: a cap, a condition, a rounding. Modifiers stand beside the
 * kind's keyword in the same mapping and apply in the order of their list, not of the file.
 */
export interface Modifier<P = unknown> {
  readonly name: string
  readonly keyword: string
  readonly summary: string
  readonly params: Shape<P>
  readonly examples: readonly string[]
  modify(rule: Lowered, params: P, at: Place): Lowered
  check?(params: P, ask: Ask): readonly Complaint[]
}

/** Gives a modifier its precise parameter type while the list keeps modifiers of every type. */
export function modifier<P>(definition: Modifier<P>): Modifier {
  return definition
}
