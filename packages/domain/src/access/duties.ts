import { administrators, isRole, type Role, roles } from './roles.ts'

/** A post as far as it matters who may hold it; days as 2026-12-25, the last not included. */
export interface HeldPost {
  readonly role: string
  readonly from: string
  readonly to: string | null
}

/** What a role looks after: one of the three administrators, or the work itself. */
export function dutyOf(role: string): Role | 'work' {
  return administrators.find((one) => one === role) ?? 'work'
}

function overlap(a: HeldPost, b: HeldPost): boolean {
  return (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to)
}

/**
 * The three administrators are three persons, and none of them does the work that they look after.
 * @returns the post held that does not go with the new one
 */
export function clashingPost<T extends HeldPost>(
  held: readonly T[],
  wanted: HeldPost,
): T | undefined {
  return held.find((post) => dutyOf(post.role) !== dutyOf(wanted.role) && overlap(post, wanted))
}

/** A post that is to be granted, and by whom. */
export interface Grant {
  readonly granter: string
  readonly person: string
  readonly wanted: HeldPost
  /** The posts that the person has already. */
  readonly held: readonly HeldPost[]
}

/** Why a post may not be granted, in words for the granter; undefined when it may. */
export function grantFault({ granter, person, wanted, held }: Grant): string | undefined {
  if (!isRole(wanted.role) || !roles[wanted.role].account) return '没有这种岗位'
  if (granter === person) return '不能给自己授予岗位，请由另一位安全保密管理员办理'
  if (wanted.to !== null && wanted.to <= wanted.from) return '结束日期要晚于开始日期'
  const clash = clashingPost(held, wanted)
  if (clash === undefined) return undefined
  const name = isRole(clash.role) ? roles[clash.role].name : clash.role
  return `此人同时担任${name}：三员由三个人分别担任，也不兼任业务岗位`
}

// A quarter of a year; for longer somebody is appointed.
const LONGEST_DAYS = 92
const DAY_MS = 86_400_000

/** A post that its holder lends to another for a period. */
export interface Lending extends Grant {
  /** The post in use is itself lent. */
  readonly lent: boolean
  readonly today: string
}

/** Why a post may not be lent, in words for its holder; undefined when it may. */
export function lendingFault(lending: Lending): string | undefined {
  const { granter, person, wanted, held, lent, today } = lending
  if (lent) return '这个岗位是别人委托给您的，不能再转托'
  if (dutyOf(wanted.role) !== 'work') return '三员的岗位不能自行委托，请由安全保密管理员另行授予'
  if (granter === person) return '不能委托给自己'
  if (wanted.to === null || wanted.to <= wanted.from) return '结束日期要晚于开始日期'
  if (wanted.from < today) return '开始日期不能早于今天'
  const days = (Date.parse(wanted.to) - Date.parse(wanted.from)) / DAY_MS
  if (days > LONGEST_DAYS) return `委托最长 ${LONGEST_DAYS} 天；更久请由安全保密管理员授予岗位`
  return clashingPost(held, wanted) === undefined
    ? undefined
    : '此人是三员之一，不能同时承担业务岗位'
}
