import type { Builder, Input, NodeId } from '../core/index.ts'
import type { Place } from '../kinds/kind.ts'
import type { Expr, Rule, Window } from '../model/index.ts'
import { notApplicable } from '../modify/not-applicable.ts'
import { factsNeeded } from './collect.ts'
import type { ItemFrame } from './frame.ts'

/** What is asked of the place of a rule. */
interface Around extends Pick<Place, 'expr' | 'applies' | 'appliesNow'> {
  readonly b: Builder<Input>
  readonly frame: ItemFrame
  readonly period: string | null
  readonly window: Window | undefined
  at(path: string): Around
  within(period: string): Around
}

// A fact of periods applies while one of them does: those that do not are left out of what is made of them.
function appliesEver(id: string, place: Around): NodeId {
  const { scope } = place.frame
  if (!scope.isDated(id)) return place.applies(id)
  const periods = place.period === null ? (scope.periodsOf(id, place.window) ?? []) : []
  if (periods.length === 0) return place.b.one()
  return place.b.or(periods.map((period) => place.within(period).applies(id)))
}

/** 1 where every fact that a rule reads applies, in one of its periods at least; absent where they always do. */
export function appliesAll(rule: Rule, place: Around): NodeId | undefined {
  const { scope, vocabulary } = place.frame
  const named = [...factsNeeded(rule, vocabulary)]
  const leavable = named.filter((id) => scope.fact(id)?.mayNotApply === true)
  if (leavable.length === 0) return undefined
  return place.b.and(leavable.map((id) => appliesEver(id, place)))
}

function excluded({ modifiers, path }: Rule, place: Around): readonly NodeId[] {
  const own = modifiers.filter(({ modifier }) => modifier === notApplicable.name)
  const inside = place.at(`${path}/${notApplicable.keyword}`)
  return own.map(({ params }) => inside.expr(params as Expr))
}

/**
 * 1 for units that a rule compares: of whom it says nothing, for whatever reason, nobody is compared with.
 * @param rules the rules around the place, the innermost last
 */
export function among(rules: readonly Rule[], place: Around): NodeId {
  const { b, frame } = place
  const own = rules.at(-1)
  const facts = own === undefined ? [] : [appliesAll(own, place), place.appliesNow(own)]
  const conditions = rules.flatMap((rule) => excluded(rule, place)).map((each) => b.not(each))
  return b.and([frame.sheet, ...facts.filter((each) => each !== undefined), ...conditions])
}
