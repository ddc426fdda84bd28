import { createHash } from 'node:crypto'
import { afterQuiet, digestOf, kindsFor, outsideChannels } from '@kaohe/domain'
import {
  type Channel,
  channelsOf,
  choiceOf,
  markSent,
  turnChannelOff,
  type Unsent,
  unsentOf,
} from '@kaohe/storage'
import { z } from 'zod'
import { conflict } from '../../http/problem.ts'
import { jobKind, NotYet, type Step } from '../../jobs/kind.ts'
import type { Letter, Recipient } from '../../outside/index.ts'
import type { Services } from '../../services.ts'
import { holidaysAround } from './announce-job.ts'
import { choiceFrom } from './choice.ts'
import { recipientOf } from './sealed.ts'

const Input = z.object({ channel: z.enum(outsideChannels) })

interface Due {
  readonly to: Recipient | undefined
  readonly messages: readonly Unsent[]
  /** Where it is quiet now: until when. */
  readonly quietUntil: Date | undefined
}

const NOTHING: Due = { to: undefined, messages: [], quietUntil: undefined }

async function dueOn(step: Step, channel: Channel, { door }: Services): Promise<Due> {
  const { db, now, person } = step
  const stored = (await channelsOf(db, person!)).find((one) => one.channel === channel)
  if (!stored?.verified_at || stored.off_because !== null) return NOTHING
  const choice = choiceFrom(await choiceOf(db, person!))
  const messages = await unsentOf(db, person!, channel, kindsFor(choice, channel))
  if (messages.length === 0) return NOTHING
  const until = afterQuiet(now.getTime(), choice.quiet, await holidaysAround(step))
  const quietUntil = until > now.getTime() ? new Date(until) : undefined
  return { to: recipientOf(door.secrets, person!, stored), messages, quietUntil }
}

/** What goes out: how many of what, and where to read them. */
export function letterOf(channel: Channel, messages: readonly Unsent[], address: string): Letter {
  const { subject, lines } = digestOf(messages)
  const id = createHash('sha256')
    .update([channel, ...messages.map((one) => one.id)].join('\n'))
    .digest('hex')
  return { id, subject, text: [...lines, `请登录查看：${address}messages`].join('\n') }
}

const OTHER_KEYS = '系统换过密钥，这个地址已经读不出来，请重新填写'

/** Sends to one channel of one person what is new for him, as one message. */
export const deliverJob = jobKind({
  kind: 'deliver',
  input: Input,
  run: async ({ input: { channel }, services, step }) => {
    const { to, messages, quietUntil } = await step((one) => dueOn(one, channel, services))
    if (messages.length === 0) return async () => ({ said: null })
    if (quietUntil !== undefined) throw new NotYet(quietUntil)
    if (to === undefined) throw conflict(OTHER_KEYS)
    const letter = letterOf(channel, messages, services.address())
    await services.outside.send(to, letter, services.now())
    return async ({ db, person }) => {
      await markSent(db, person!, channel, messages)
      return { said: null }
    }
  },
  givenUp: async ({ db, person }, { channel }, because) =>
    turnChannelOff(db, person!, channel, because),
})
