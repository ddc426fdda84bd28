import type { NodeId } from '../../core/index.ts'
import { ONE, type Rational, divide, isInteger } from '../../number/index.ts'
import { choice, optional } from '../../shape/index.ts'
import type { Complaint, Place } from '../kind.ts'

export type Partial = 'drop' | 'prorate' | 'raise'

/** 不足一步: what becomes of the part of a step (每5人 with 12人). */
export const partialField = optional(
  '不足一步',
  choice({ 舍去: 'drop', 按比例: 'prorate', 进一: 'raise' }),
  '不够一整步的部分怎样计；只在可能不够一整步时才需要写',
)

export const PARTIAL_SILENCE = { 不足一步: '不够一整步的部分怎样计分，原文没有写明' }

export interface Steps {
  /** What is counted in steps, never negative. */
  readonly of: NodeId
  readonly per: Rational
  /** True when `of` only takes whole values. */
  readonly whole: boolean
  readonly partial: Partial | undefined
}

/** True when a step can be left incomplete: 每5人 of any number, 每1百分点 of a rate. */
export function mayBePartial({ per, whole }: Pick<Steps, 'per' | 'whole'>): boolean {
  return !whole || !isInteger(divide(ONE, per))
}

const ROUND = { drop: 'floor', raise: 'ceiling' } as const

function stepsBy(at: Place, steps: NodeId, partial: Partial): NodeId {
  return partial === 'prorate' ? steps : at.b.round(steps, { to: ONE, mode: ROUND[partial] })
}

/** The number of steps (每…) in an amount; open where the part of a step matters and is not decided. */
export function stepsIn(at: Place, { of, per, whole, partial }: Steps): NodeId {
  const exact = at.b.product([at.b.constant(divide(ONE, per)), of])
  if (!mayBePartial({ per, whole })) return exact
  if (partial !== undefined) return stepsBy(at, exact, partial)
  const ways = (['drop', 'prorate', 'raise'] as const).map((way) => stepsBy(at, exact, way))
  return at.undecided(partialField.keyword, ways)
}

/** Complains of a step that is not greater than zero. */
export function checkStep(per: Rational | undefined, path: string): readonly Complaint[] {
  if (per === undefined || per.num > 0n) return []
  return [
    {
      path,
      found: { zh: '每步不大于零', en: 'a step is not above zero' },
      expected: { zh: '每步应大于零', en: 'a step must be above zero' },
    },
  ]
}
