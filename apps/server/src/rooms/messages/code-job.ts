import { outsideChannels } from '@kaohe/domain'
import { channelsOf, turnChannelOff } from '@kaohe/storage'
import { z } from 'zod'
import { conflict } from '../../http/problem.ts'
import { jobKind } from '../../jobs/kind.ts'
import { open, recipientOf } from './sealed.ts'

/** Sends the code that shows that an address is read by the one who took it down. */
export const codeJob = jobKind({
  kind: 'message.code',
  input: z.object({ channel: z.enum(outsideChannels), code: z.base64() }),
  run: async ({ id, input: { channel, code: sealed }, services, step }) => {
    const { door, outside, now } = services
    const { to, code } = await step(async ({ db, actor: { person } }) => {
      const stored = (await channelsOf(db, person)).find((one) => one.channel === channel)
      return {
        to: stored && recipientOf(door.secrets, person, stored),
        code: open(door.secrets, person, channel, 'code', Buffer.from(sealed, 'base64')),
      }
    })
    if (to === undefined || code === undefined) throw conflict('这个地址已经读不出来')
    const text = `验证码：${code}\n十五分钟内在“消息设置”里填写；如果不是您本人操作，请忽略。`
    await outside.send(to, { id, subject: '考核系统验证码', text }, now())
    return async () => ({ said: null })
  },
  givenUp: async ({ db, actor }, { channel }, because) =>
    turnChannelOff(db, actor.person, channel, `验证码没有送到：${because}`),
})
