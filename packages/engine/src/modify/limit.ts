import type { NodeId } from '../core/index.ts'
import { type Rational, ZERO, formatRational, negate } from '../number/index.ts'
import type { Lowered, Place, Segment } from '../kinds/kind.ts'
import { whether } from '../kinds/parts/tell.ts'

function said(bound: Rational): string {
  return formatRational(bound.num < 0n ? negate(bound) : bound)
}

function when(binds: NodeId, words: string): Segment {
  return whether(binds, [words], [])
}

/** The rule with its points held down to a cap. */
export function atMost(rule: Lowered, bound: Rational, at: Place): Lowered {
  const limit = at.b.constant(bound)
  const binds = at.b.compare(limit, 'less', rule.points)
  const told = [...rule.told, when(binds, `，超过上限，计${said(bound)}分`)]
  return { ...rule, points: at.b.least([rule.points, limit]), told }
}

/** The rule with its points held up to a floor. */
export function atLeast(
  rule: Lowered,
  bound: Rational,
  at: Place,
  word: '下限' | '最多扣',
): Lowered {
  const limit = at.b.constant(bound)
  const binds = at.b.compare(rule.points, 'less', limit)
  const words = word === '最多扣' ? `，最多扣${said(bound)}分` : `，低于下限，计${said(bound)}分`
  return {
    ...rule,
    points: at.b.greatest([rule.points, limit]),
    told: [...rule.told, when(binds, words)],
  }
}

/** No points at all where a condition holds, told with the reason. */
export function nothingWhere(rule: Lowered, holds: NodeId, why: string, at: Place): Lowered {
  const points = at.b.choose(holds, at.b.constant(ZERO), rule.points)
  return { ...rule, points, told: [...rule.told, whether(holds, [why], [])] }
}
