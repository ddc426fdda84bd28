import { type Answer, type Desk, review } from '@kaohe/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import type { Standing } from '../../parts/refused.tsx'

export type DeskPageData = Answer<typeof review.readDesk>

export interface DeskPlace {
  readonly cycle: string
  readonly party: string
}

export const deskKey = ({ cycle, party }: DeskPlace) => ['desk', cycle, party] as const

export const deskQuery = (place: DeskPlace) =>
  queryOptions({
    queryKey: deskKey(place),
    queryFn: () => call(review.readDesk, { params: { ...place } }),
  })

export const itemQuery = (place: DeskPlace, item: string) =>
  queryOptions({
    queryKey: ['desk-item', place.cycle, place.party, item],
    queryFn: () => call(review.readDeskItem, { params: { ...place, item } }),
    placeholderData: (before) => before,
  })

export const DESK_STATE = {
  draft: '正在评价',
  handed: '等待分管书记审核',
  returned: '已退回修改',
  approved: '分管书记已同意',
} as const

/** How far a department is, for whoever came too late. */
export function sayDesk(standing: Standing): string {
  const { state, because, reopening } = (standing ?? {}) as Partial<Desk>
  const now = state === undefined ? '没有这份评价' : DESK_STATE[state]
  const asked = reopening == null ? [] : [`已申请重新打开：${reopening.because}`]
  return [because == null ? now : `${now}：${because}`, ...asked].join('\n')
}
