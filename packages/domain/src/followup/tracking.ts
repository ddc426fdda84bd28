/** Where something that was adopted stands: under way, said to be done, closed after a look; or not adopted. */
export type MeasureState = 'declined' | 'open' | 'done' | 'closed'

interface Tracked {
  readonly state: MeasureState
  readonly owner: string | null
}

/** Why nothing more may be written about a measure; undefined when it may. */
export function refuseStep({ state }: Pick<Tracked, 'state'>): string | undefined {
  if (state === 'declined') return '没有采用，不用跟踪'
  return state === 'closed' ? '已经销号' : undefined
}

/** Why a person may not close a measure; undefined when he may. */
export function refuseClosing({ state, owner }: Tracked, person: string): string | undefined {
  const refused = refuseStep({ state })
  if (refused !== undefined) return refused
  if (owner === person) return '负责的人不能自己销号，请由别人复查'
  return state === 'done' ? undefined : '还没有报告完成，不能复查销号'
}
