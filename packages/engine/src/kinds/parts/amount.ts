import { same } from '../../model/phrase.ts'
import type { NodeId } from '../../core/index.ts'
import type { Expr } from '../../model/index.ts'
import { type Rational, ZERO, formatRational, negate } from '../../number/index.ts'
import { choice, either, expression, points } from '../../shape/index.ts'
import type { Ask, Complaint, Place } from '../kind.ts'

/** Points as a scheme gives them: a figure, or the whole of the item's full score (得满分). */
export type Amount = Rational | 'full'
export const amount = either(points, choice({ 满分: 'full' }))

/** Points that may also be worked out from the event or the unit at hand. */
export type AmountOrExpr = Amount | Expr
export const amountOrExpr = either(points, choice({ 满分: 'full' }), expression)

export function isExpr(value: AmountOrExpr): value is Expr {
  return typeof value === 'object' && 'expr' in value
}

/** The figure that an amount stands for at a place; `check` has refused 满分 where there is none. */
export function figure(value: Amount, full: Rational | undefined): Rational {
  return value === 'full' ? (full ?? ZERO) : value
}

/** The node of an amount; `place` is where its expression is read, such as a row of events. */
export function amountNode(value: AmountOrExpr, place: Place): NodeId {
  return isExpr(value) ? place.expr(value) : place.b.constant(figure(value, place.full))
}

/** `得2分`, `扣2分`, `得0分`: what a figure does to the score. */
export function sayPoints(value: Rational): string {
  return value.num < 0n ? `扣${formatRational(negate(value))}分` : `得${formatRational(value)}分`
}

/** Complains of 满分 in an item without a full score. */
export function checkAmount(value: unknown, ask: Ask, path: string): readonly Complaint[] {
  if (value !== 'full' || ask.full !== undefined) return []
  return [
    {
      path,
      found: same('满分'),
      expected: {
        zh: '这一项没有写分值，应写出得几分',
        en: 'the item has no 分值: write the points themselves',
      },
    },
  ]
}

/** Complains where a full score is needed and neither the rule nor the item gives one. */
export function checkFull(own: Rational | undefined, ask: Ask, path: string): readonly Complaint[] {
  if (own !== undefined || ask.full !== undefined) return []
  return [
    {
      path,
      found: { zh: '没有满分', en: 'there is no full score' },
      expected: {
        zh: '应在规则里写满分，或给指标写“分值”',
        en: 'write 满分 in the rule, or 分值 for the item',
      },
    },
  ]
}
