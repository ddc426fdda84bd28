import type { Scheme } from '@kaohe/engine'
import type { Priorities } from './shapes.ts'

function joined<T extends { readonly id: string }>(
  own: readonly T[] = [],
  others: readonly T[] = [],
): readonly T[] {
  return [...own, ...others.filter((one) => !own.some(({ id }) => id === one.id))]
}

/**
 * The scheme with the plan's own levels and facts beside its own, so that one dataset can hold what
 * both look at. Only for reading data: nothing of it scores.
 */
export function withPlanData(scheme: Scheme, plan: Priorities): Scheme {
  return {
    ...scheme,
    levels: joined(plan.levels, scheme.levels),
    facts: joined(scheme.facts, plan.facts),
  }
}
