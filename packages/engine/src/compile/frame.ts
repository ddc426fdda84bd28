import type { Builder, Input, NodeId } from '../core/index.ts'
import type { Item } from '../model/index.ts'
import type { Vocabulary } from './collect.ts'
import type { Scope } from './scope.ts'

/** What is fixed while one item is lowered. */
export interface ItemFrame {
  readonly scope: Scope
  readonly vocabulary: Vocabulary
  readonly b: Builder<Input>
  readonly item: Item | undefined
  /** 1 for units on whose sheet the item stands, by the kinds of assessee that it and its source name. */
  readonly sheet: NodeId
  readonly evaluators: readonly string[]
  /** Points of items already lowered, for tie-breaks and conditions on other items. */
  readonly itemPoints: ReadonlyMap<string, NodeId>
  /** 1 where an item applies to the unit: of those in `itemPoints`. */
  readonly itemApplies: ReadonlyMap<string, NodeId>
  /** What results are used by: the total and its full score, once they are known. */
  readonly result?: { readonly total: NodeId; readonly full: NodeId | undefined }
  /** The place of each mark of the item, so that no two rules take the same mark for theirs. */
  readonly marks: Map<string, object>
}
