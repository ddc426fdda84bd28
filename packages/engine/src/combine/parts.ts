import { type Rational, formatRational, int, multiply } from '../number/index.ts'
import { list, required, rule as ruleShape } from '../shape/index.ts'
import type { Lowered, Place, Telling } from '../kinds/kind.ts'
import { type Way, WAY_SAID, anyApplies, gatherApplying } from '../kinds/parts/gather.ts'
import { signedPoints } from '../kinds/parts/tell.ts'
import type { Rule } from '../model/index.ts'

/** The rules that a combiner brings together. */
export const rulesField = required('项', list(ruleShape), '各条规则')

/** Several lowered rules as one, with the rules inside kept as its parts. */
export function combined(at: Place, parts: readonly Lowered[], way: Way, told?: Telling): Lowered {
  const points = gatherApplying(at.b, parts, way)
  return {
    points,
    ...anyApplies(at.b, parts),
    told: told ?? [`${parts.length}项${WAY_SAID[way]}，`, signedPoints(points)],
    parts,
  }
}

/** The rules of a combiner lowered and combined. */
export function combine(at: Place, rules: readonly Rule[], way: Way): Lowered {
  return combined(
    at,
    rules.map((rule) => at.rule(rule)),
    way,
  )
}

/** 60% rather than 3/5. */
export function sayShare(share: Rational): string {
  return `${formatRational(multiply(share, int(100)))}%`
}
