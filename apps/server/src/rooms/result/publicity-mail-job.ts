import { findPublicity } from '@kaohe/storage'
import { z } from 'zod'
import { conflict } from '../../http/problem.ts'
import { jobKind } from '../../jobs/kind.ts'
import type { Secrets } from '../../keys/secrets.ts'

/** The link and one address to which it goes; neither can be read in the database. */
interface Mailed {
  readonly link: string
  readonly to: string
  readonly title: string
}

const purpose = (publicity: string): string => `publicity/${publicity}/mail`

/** Makes a letter unreadable for who has the database alone, in base64. */
export function sealMail(secrets: Secrets, publicity: string, mailed: Mailed): string {
  return secrets.seal(Buffer.from(JSON.stringify(mailed)), purpose(publicity)).toString('base64')
}

function opened(secrets: Secrets, publicity: string, sealed: string): Mailed | undefined {
  const plain = secrets.open(Buffer.from(sealed, 'base64'), purpose(publicity))
  return plain === undefined ? undefined : (JSON.parse(plain.toString()) as Mailed)
}

/** Sends the leaders' link of a publicity to one address, once. Nothing of what is publicised is in the mail. */
export const publicityMailJob = jobKind({
  kind: 'publicity.mail',
  input: z.object({ publicity: z.uuid(), sealed: z.base64() }),
  run: async ({ id, input: { publicity, sealed }, services, step }) => {
    const { door, outside, now } = services
    const mailed = opened(door.secrets, publicity, sealed)
    if (mailed === undefined) throw conflict('这个链接已经读不出来', '请再要一次链接')
    const found = await step(async ({ db }) => findPublicity(db, publicity))
    if (found === undefined || found.withdrawn_because !== null) throw conflict('公示已经撤下')
    const { link, to, title } = mailed
    const text = `${title}：请打开下面的链接查看，只在公示期内有效，不用登录，请不要转发。\n${link}`
    const recipient = { channel: 'mail' as const, address: to, secret: undefined }
    await outside.send(recipient, { id, subject: title, text }, now())
    return async () => ({ said: '已经送出' })
  },
})
