import type { NodeId } from '../core/index.ts'
import type { Expr, Rule } from '../model/index.ts'
import { notApplicable } from '../modify/not-applicable.ts'
import { type Around, appliesAll } from './applies.ts'

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
