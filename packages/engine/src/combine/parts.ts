import { type Rational, formatRational, int, multiply } from '../number/index.ts'
import { list, required, rule as ruleShape } from '../shape/index.ts'
import type { Lowered, Place, Telling } from '../kinds/kind.ts'
import { type Way, WAY_SAID, anyApplies, gatherApplying } from '../kinds/parts/gather.ts'
import { signedPoints, whether } from '../kinds/parts/tell.ts'
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
  const part = way === 'sum' ? (rule: Rule) => at.rule(rule) : (rule: Rule) => leavable(at, rule)
  return combined(at, rules.map(part), way)
}

// A rule whose facts do not apply to the unit is left out, and says no more than that.
function leavable(at: Place, rule: Rule): Lowered {
  const lowered = at.rule(rule)
  const given = at.appliesAll(rule)
  if (given === undefined) return lowered
  const applies = lowered.applies === undefined ? given : at.b.and([lowered.applies, given])
  const told = [whether(given, lowered.told, [{ absent: '所需的数据不适用' }], lowered.told)]
  return { ...lowered, applies, told }
}

/** 60% rather than 3/5. */
export function sayShare(share: Rational): string {
  return `${formatRational(multiply(share, int(100)))}%`
}
