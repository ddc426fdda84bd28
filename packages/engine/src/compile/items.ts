import type { Builder, Input, NodeId } from '../core/index.ts'
import type { Item, Source } from '../model/index.ts'
import { ZERO } from '../number/index.ts'
import type { Vocabulary } from './collect.ts'
import { UnitPlace } from './place.ts'
import type { ItemProgram, Nature } from './program.ts'
import type { Scope } from './scope.ts'
import { typesNode } from './types.ts'

/** What lowering items shares. */
export interface ItemsFrame {
  readonly scope: Scope
  readonly vocabulary: Vocabulary
  readonly b: Builder<Input>
  readonly itemPoints: Map<string, NodeId>
  readonly itemApplies: Map<string, NodeId>
  /** Whether any fact of the scheme may be declared not applicable. */
  readonly leavable: boolean
}

/** The source that an item belongs to: its own, or that of its category or a category above. */
export function sourceOf(item: Item, scope: Scope): Source | undefined {
  const categories = scope.scheme.categories ?? []
  let source = item.source
  let category = categories.find((c) => c.id === item.category)
  while (source === undefined && category !== undefined) {
    source = category.source
    category = categories.find((c) => c.id === category?.above)
  }
  return (scope.scheme.sources ?? []).find((s) => s.id === source)
}

/** The nature of an item: its own, or that of its category or a category above; base when none says. */
export function natureOf(item: Item, scope: Scope): Nature {
  const categories = scope.scheme.categories ?? []
  let nature = item.nature
  let category = categories.find((c) => c.id === item.category)
  while (nature === undefined && category !== undefined) {
    nature = category.nature
    category = categories.find((c) => c.id === category?.above)
  }
  return nature ?? 'base'
}

/** Who gives marks for an item: the evaluators of its source, else its lead departments. */
export function evaluatorsOf(item: Item, scope: Scope): readonly string[] {
  const source = sourceOf(item, scope)
  if (source?.evaluators !== undefined && source.means !== 'desk') return source.evaluators
  return item.leads ?? source?.evaluators ?? []
}

// An item applies when every fact of its rule that may be declared not applicable is not, and by itself.
function onSheet(
  item: Item,
  frame: ItemsFrame,
  place: UnitPlace,
  ruleApplies: NodeId | undefined,
): readonly NodeId[] {
  const leavable = frame.leavable || frame.b.inputs.some(({ from }) => from === 'previous')
  const named = leavable && item.rule !== undefined
  const given = named ? place.appliesAll(item.rule) : undefined
  return [ruleApplies, given].filter((applies) => applies !== undefined)
}

export function lowerItem(item: Item, frame: ItemsFrame): ItemProgram {
  const { scope, vocabulary, b } = frame
  const evaluators = evaluatorsOf(item, scope)
  const ofTypes = typesNode(item.assessees, scope, b)
  const throughSource = typesNode(sourceOf(item, scope)?.assessees, scope, b)
  const { itemPoints, itemApplies } = frame
  const sheet = b.and([ofTypes, throughSource])
  const place = new UnitPlace(
    { scope, vocabulary, b, item, sheet, evaluators, itemPoints, itemApplies, marks: new Map() },
    `指标/${item.id}`,
  )
  const lowered = item.rule === undefined ? undefined : place.rule(item.rule)
  const raw =
    lowered?.points ??
    b.undecided([b.zero(), b.constant(item.full ?? ZERO)], `指标/${item.id}/规则`)
  const points = item.rounding === undefined ? raw : b.round(raw, item.rounding)
  itemPoints.set(item.id, points)
  const targetOnly = item.rule !== undefined && vocabulary.kinds.get(item.rule.kind)?.state === true
  const kept = onSheet(item, frame, place, lowered?.applies)
  const appliesAlone = b.and([ofTypes, ...kept])
  const applies = b.and([appliesAlone, throughSource])
  itemApplies.set(item.id, applies)
  return {
    item,
    nature: natureOf(item, scope),
    evaluators,
    lowered,
    points,
    applies,
    appliesAlone,
    appliesOnSheet: b.and(kept),
    reached: lowered?.reached,
    targetOnly,
  }
}
