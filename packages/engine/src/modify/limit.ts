import type { NodeId } from '../core/index.ts'
import { type Rational, formatRational } from '../number/index.ts'
import type { Lowered, Place, Segment } from '../kinds/kind.ts'
import { whether } from '../kinds/parts/tell.ts'

function when(binds: NodeId, words: string): Segment {
  return whether(binds, [words], [], [])
}

/** The rule with its points held down to a cap. */
export function atMost(rule: Lowered, bound: Rational, at: Place): Lowered {
  const limit = at.b.constant(bound)
  const binds = at.b.compare(limit, 'less', rule.points)
  const told = [...rule.told, when(binds, `，超过上限，计${formatRational(bound)}分`)]
  return { ...rule, points: at.b.least([rule.points, limit]), told }
}

/** The rule with its points held up to a floor; `words` say so where it binds. */
export function atLeast(rule: Lowered, bound: Rational, at: Place, words: string): Lowered {
  const limit = at.b.constant(bound)
  const told = [...rule.told, when(at.b.compare(rule.points, 'less', limit), words)]
  return { ...rule, points: at.b.greatest([rule.points, limit]), told }
}
