import type { Problem } from '@kaohe/contract'

/** Something that stops a request, as it is told to the one who asked. */
export class Stop extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}

function stop(status: number, type: string, title: string, detail?: string): Stop {
  return new Stop({
    type: `urn:kaohe:problem:${type}`,
    title,
    status,
    ...(detail !== undefined && { detail }),
  })
}

/** The connection was lost: before anything was to be stored, or so late that nobody can tell whether it was. */
export const databaseAway = (isKnown: boolean): Stop =>
  isKnown
    ? stop(503, 'database-away', '数据库正在恢复，请稍后重试', '没有改动任何内容')
    : stop(
        503,
        'outcome-unknown',
        '没有等到数据库的答复，不知道是否已经保存',
        '改动可能已经保存，也可能没有：请刷新核对后再重试；带着同一个 Idempotency-Key 再送，不会保存两次',
      )

/** The disk is full, or so nearly that the database is kept from meeting its end. */
export const storageFull = (): Stop =>
  stop(
    507,
    'storage-full',
    '服务器的存储空间快用完了，现在只能查看，不能保存',
    '没有改动任何内容，填写的内容还在本页；请告诉系统管理员，腾出空间后可以继续',
  )

/** Refused and not there look the same: what one may not see does not exist. */
export const notFound = (): Stop => stop(404, 'not-found', '没有找到，或者您无权查看')

export const signInFirst = (): Stop =>
  stop(401, 'sign-in', '请先登录', '登录可能已过期；刚才填写的内容还在本页，登录后可以继续')

export const comeByLink = (): Stop =>
  stop(401, 'come-by-link', '请从收到的链接或二维码进入', '链接只对收到的人有效，不要转发')

/** Answered, lapsed, withdrawn and never there look the same. */
export const noSuchLink = (): Stop =>
  stop(404, 'no-such-link', '这个链接不能用了', '可能已经用过、过期或被收回；请联系发来链接的单位')

/** Said only to whoever holds a link that was good. */
export const linkOver = (detail: string): Stop =>
  stop(410, 'link-over', '这次评议已经结束，链接到期停用了', detail)

export const wrongCredentials = (): Stop =>
  stop(
    401,
    'wrong-credentials',
    '登录名或密码不对',
    '请检查大小写；忘记密码可以请系统管理员重发邀请',
  )

export const slowDown = (seconds: number): Stop =>
  stop(429, 'slow-down', '尝试太多，请稍后再试', `大约 ${seconds} 秒后可以再试`)

export const changedMeanwhile = (): Stop =>
  stop(409, 'changed', '这项内容刚被别人修改', '请对照最新内容后再保存；您填写的内容没有丢失')

/** The same with both versions, so that they can be shown beside one another. */
export function changedBetween(yours: object, standing: object | null): Stop {
  const versions = { yours: { ...yours }, standing: standing && { ...standing } }
  return new Stop({ ...changedMeanwhile().problem, versions })
}

export const conflict = (title: string, detail?: string): Stop =>
  stop(409, 'conflict', title, detail)

export const forbiddenOrigin = (): Stop => stop(403, 'foreign-page', '请求来自别的网页，没有执行')

export const readOnlyToken = (): Stop =>
  stop(403, 'read-only', '这个令牌只能读取', '要写入，请另建一个可写的令牌')

export const badRequest = (title: string): Stop => stop(400, 'bad-request', title)

/** What was sent cannot be taken: each fault with its place. */
export function invalid(faults: NonNullable<Problem['faults']>): Stop {
  const title = faults.length === 1 ? faults[0]!.message : `有 ${faults.length} 处需要修改`
  return new Stop({ type: 'urn:kaohe:problem:invalid', title, status: 422, faults })
}
