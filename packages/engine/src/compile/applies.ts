import type { Builder, Input, NodeId } from '../core/index.ts'
import type { Place } from '../kinds/kind.ts'
import type { Expr, Rule, Window } from '../model/index.ts'
import { type Needed, neededBy } from './collect.ts'
import type { ItemFrame } from './frame.ts'

/** What is asked of the place where something may not apply. */
export interface Around extends Pick<Place, 'expr' | 'applies' | 'appliesNow' | 'hadPrevious'> {
  readonly b: Builder<Input>
  readonly frame: ItemFrame
  readonly period: string | null
  readonly window: Window | undefined
  at(path: string): Around
  within(period: string): Around
}

// A fact of periods applies while one of them does: those that do not are left out of what is made of them.
function ever(id: string, place: Around, read: (place: Around) => NodeId): NodeId {
  const { scope } = place.frame
  if (!scope.isDated(id)) return read(place)
  const periods = place.period === null ? (scope.periodsOf(id, place.window) ?? []) : []
  if (periods.length === 0) return place.b.one()
  return place.b.or(periods.map((period) => read(place.within(period))))
}

const together = (of: readonly NodeId[], { b }: Around): NodeId | undefined =>
  of.length === 0 ? undefined : b.and(of)

function allOf({ now, before }: Needed, place: Around): readonly NodeId[] {
  const { scope } = place.frame
  const leavable = [...now].filter((id) => scope.fact(id)?.mayNotApply === true)
  return [
    ...leavable.map((id) => ever(id, place, (there) => there.applies(id))),
    ...[...before].map((id) => ever(id, place, (there) => there.hadPrevious(id))),
  ]
}

/** 1 where every fact that a rule reads applies, in one of its periods at least; absent where they always do. */
export function appliesAll(rule: Rule, place: Around): NodeId | undefined {
  return together(allOf(neededBy(rule, place.frame.vocabulary), place), place)
}

/** 1 where all that a rule reads of the period at hand applies; absent where it always does. */
export function appliesNow(of: Rule | Expr, place: Around): NodeId | undefined {
  const { scope, vocabulary } = place.frame
  const { now, before } = neededBy(of, vocabulary, 'wholly')
  const dated = (id: string) => scope.isDated(id)
  const leavable = [...now].filter((id) => dated(id) && scope.fact(id)?.mayNotApply === true)
  return together(
    [
      ...leavable.map((id) => place.applies(id)),
      ...[...before].filter(dated).map((id) => place.hadPrevious(id)),
    ],
    place,
  )
}

// 1 where the data and the items that an expression names apply; absent where they always do.
function appliesIn(e: Expr, place: Around): NodeId | undefined {
  const needed = neededBy(e, place.frame.vocabulary)
  const items = [...needed.now].flatMap((id) => place.frame.itemApplies.get(id) ?? [])
  const all = [...allOf(needed, place), ...items]
  return together(
    all.filter((id) => place.b.constantOf(id)?.num !== 1n),
    place,
  )
}

function held(e: Expr, wanted: boolean, place: Around): NodeId {
  const { b } = place
  if (e.expr === 'unary' && e.op === 'not') return held(e.of, !wanted, place)
  if (e.expr === 'binary' && (e.op === 'and' || e.op === 'or')) {
    const sides = [held(e.left, wanted, place), held(e.right, wanted, place)]
    return (e.op === 'and') === wanted ? b.and(sides) : b.or(sides)
  }
  const value = place.expr(e)
  const plain = wanted ? value : b.not(value)
  const applies = appliesIn(e, place)
  return applies === undefined ? plain : b.and([applies, plain])
}

/**
 * Whether the condition of a veto or a consequence holds. A comparison of what does not apply to the unit neither holds
 * nor fails (Kleene's strong logic of three values); the condition is met where it surely holds.
 */
export function met(e: Expr, place: Around): NodeId {
  return appliesIn(e, place) === undefined ? place.expr(e) : held(e, true, place)
}
