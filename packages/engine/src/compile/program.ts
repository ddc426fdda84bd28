import type { Arena, Input, NodeId } from '../core/index.ts'
import type { Lowered, Telling } from '../kinds/kind.ts'
import type { Category, Consequence, Item, Override, Scheme, Source } from '../model/index.ts'
import type { Rational } from '../number/index.ts'

export type Nature = 'base' | 'bonus' | 'penalty'

export interface ItemProgram {
  readonly item: Item
  readonly nature: Nature
  /** Who evaluates the item when its rule asks for marks. */
  readonly evaluators: readonly string[]
  /** undefined when the item has no rule. */
  readonly lowered: Lowered | undefined
  /** The points of the item by itself, rounded as it says. */
  readonly points: NodeId
  /** 1 where the item applies to the unit: by itself, and through its source. */
  readonly applies: NodeId
  /** The same by itself alone: whether its source applies is the source's own matter. */
  readonly appliesAlone: NodeId
  /** The same of units of the types that it is for. */
  readonly appliesOnSheet: NodeId
  /** 1 where the target is reached, for rules that know one. */
  readonly reached: NodeId | undefined
  /** Only a target: its points are none. */
  readonly targetOnly: boolean
}

export interface PartProgram {
  readonly id: string
  readonly kind: 'source' | 'category' | 'base' | 'bonus' | 'penalty'
  readonly declared: Source | Category | undefined
  readonly points: NodeId
  /** 1 where the part applies to the unit: through its source, and as anything in it does. */
  readonly applies: NodeId
  readonly full: Rational | undefined
  /** How its points came about, as a formula whose terms each begin with ＋; nothing where they were added up. */
  readonly formula: Telling
  /** What holds them, in words: `最多20分`. */
  readonly limits: readonly string[]
}

/** A scheme ready to be computed: one arena for everything that concerns a unit. */
export interface Program {
  readonly scheme: Scheme
  readonly unit: Arena<Input>
  readonly items: readonly ItemProgram[]
  readonly parts: readonly PartProgram[]
  readonly total: NodeId
  /** What vetoes take off the total, where any does. */
  readonly deducted: NodeId | undefined
  /** The full score of the total, where it is the same for all. */
  readonly full: Rational | undefined
  /** By type of assessee, where it is not. */
  readonly fulls: ReadonlyMap<string, Rational>
  /** In order: the tie-breakers of the ranking, the higher first. */
  readonly breakers: readonly NodeId[]
  readonly overrides: readonly { readonly override: Override; readonly when: NodeId }[]
  readonly consequences: readonly {
    readonly consequence: Consequence
    readonly when: NodeId | undefined
    readonly amount: NodeId | undefined
  }[]
}
