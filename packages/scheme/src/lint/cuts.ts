import type { Cut } from '@kaohe/engine'
import type { Site } from './site.ts'

/** A share or a number of units that something reaches. */
export interface CutSite {
  readonly path: string
  readonly clause: string | undefined
  readonly name: string
  readonly cut: Cut
}

/** Cuts of consequences (前20%, 后3名) and quotas of grades. */
export function cutsOf({ scheme }: Site): readonly CutSite[] {
  const ofConsequences = (scheme.consequences ?? []).flatMap(({ id, name, who, clause }) =>
    (['top', 'bottom'] as const).flatMap((side) => {
      const cut = who?.[side]
      const word = side === 'top' ? '前' : '后'
      return cut === undefined ? [] : [{ path: `结果运用/${id}/范围/${word}`, clause, name, cut }]
    }),
  )
  const ofGrades = (scheme.grading?.grades ?? []).flatMap(({ id, name, quota }) =>
    quota === undefined
      ? []
      : [{ path: `评定/等次/${id}/限额`, clause: scheme.grading?.clause, name, cut: quota }],
  )
  return [...ofConsequences, ...ofGrades]
}
