import { CHECKING_DAYS, isLinkOver } from '@kaohe/domain'
import { judgeOf } from '@kaohe/storage'
import type { Link } from '../../../http/holder.ts'
import { linkOver } from '../../../http/problem.ts'

/** A judge who came by his link. */
export type HeldJudge = NonNullable<Awaited<ReturnType<typeof judgeOf>>>

/** By the private link of a judge, until some days after his meeting was closed. */
export const judgeLink: Link<HeldJudge> = {
  role: 'judge',
  find: async (db, token, now) => {
    const judge = await judgeOf(db, token)
    if (judge !== undefined && isLinkOver(judge.closed_at, now))
      throw linkOver(`散会以后 ${CHECKING_DAYS} 天内可以核对自己的票；还有疑问的，请联系组织部`)
    return judge
  },
}
