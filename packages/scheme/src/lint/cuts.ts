import type { Consequence, Cut, GradeLine } from '@kaohe/engine'
import type { Site } from './site.ts'

/** A share or a number of units that something reaches. */
export interface CutSite {
  readonly path: string
  readonly clause: string | undefined
  readonly name: string
  readonly cut: Cut
  /** What it is a cut of: one of the two. */
  readonly consequence?: Consequence
  readonly grade?: GradeLine
}

/** Cuts of consequences (前20%, 后3名) and quotas of grades. */
export function cutsOf({ scheme }: Site): readonly CutSite[] {
  const ofConsequences = (scheme.consequences ?? []).flatMap((consequence) =>
    (['top', 'bottom'] as const).flatMap((side) => {
      const { id, name, who, clause } = consequence
      const cut = who?.[side]
      const word = side === 'top' ? '前' : '后'
      const path = `结果运用/${id}/范围/${word}`
      return cut === undefined ? [] : [{ path, clause, name, cut, consequence }]
    }),
  )
  const ofGrades = (scheme.grading?.grades ?? []).flatMap((grade) => {
    const { id, name, quota } = grade
    const clause = scheme.grading?.clause
    return quota === undefined
      ? []
      : [{ path: `评定/等次/${id}/限额`, clause, name, cut: quota, grade }]
  })
  return [...ofConsequences, ...ofGrades]
}
