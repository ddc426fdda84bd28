import type { Outcome } from '@kaohe/contract'

interface Points {
  readonly points: string | null
  readonly least: string | null
  readonly most: string | null
}

/** `92.5`, or `40～100` while something is missing. */
export function sayPoints({ points, least, most }: Points): string {
  if (points !== null) return points
  if (least === null && most === null) return '未定'
  return `${least ?? '不限'}～${most ?? '不限'}`
}

/** `3`, or `2～5`. */
export function sayRank({ rank, ranks }: Pick<Outcome, 'rank' | 'ranks'>): string {
  if (rank !== null) return `${rank}`
  const [best, worst] = ranks
  return worst === 0 || best === worst ? '—' : `${best}～${worst}`
}

const DAY = 10

/** `2024-01-20 书记会审定（3号）`. */
export function sayRatified(
  ratified: { readonly body: string; readonly on: string; readonly number: string | null } | null,
): string {
  if (ratified === null) return '没有审定'
  const number = ratified.number === null ? '' : `（${ratified.number}）`
  return `${ratified.on.slice(0, DAY)} ${ratified.body}审定${number}`
}
