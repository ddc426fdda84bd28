import type { DeskState } from './desks.ts'

/** A desk as far as it may be opened again. */
export interface Reopenable {
  readonly state: DeskState
  /** Who asked for it; null when nobody did. */
  readonly askedBy: string | null
}

/** Why nobody can ask now to open a desk again, or nothing. */
export function refuseReopening({ state, askedBy }: Reopenable): string | undefined {
  if (state !== 'approved') return '只有分管书记已经同意的评价才需要重新打开'
  return askedBy === null ? undefined : '已经有人申请重新打开，等另一位同志确认'
}

/** Why this person cannot agree to it, or nothing. It takes two persons. */
export function refuseReopeningBy(desk: Reopenable, person: string): string | undefined {
  if (desk.state !== 'approved' || desk.askedBy === null) return '没有人申请重新打开这份评价'
  return desk.askedBy === person ? '申请的人不能自己确认，请另一位同志确认' : undefined
}
