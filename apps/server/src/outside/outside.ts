import type { Channel } from '@kaohe/storage'
import { askBot, botFault, botRequest } from './bots.ts'
import { type Letter, TryLater } from './letter.ts'
import { isMailAddress, mailer } from './mail.ts'
import type { OutsideSettings } from './settings.ts'

/** An address in clear, as it is for the moment of sending. */
export interface Recipient {
  readonly channel: Channel
  readonly address: string
  readonly secret: string | undefined
}

/** The ways out of this installation. */
export interface Outside {
  readonly canMail: boolean
  /** Why an address cannot be one of this channel, in words; undefined when it can. */
  fault(channel: Channel, address: string): string | undefined
  /** @throws TryLater when it was not taken */
  send(to: Recipient, letter: Letter, now: Date): Promise<void>
}

export function outsideWith({ mail, botOrigins }: OutsideSettings): Outside {
  const sendMail = mail && mailer(mail)
  return {
    canMail: sendMail !== undefined,
    fault: (channel, address) => {
      if (channel !== 'mail') return botFault(channel, address, botOrigins)
      if (sendMail === undefined) return '本系统没有配置发信服务器，请联系管理员'
      return isMailAddress(address) ? undefined : '请填写完整的邮箱地址，如 name@example.cn'
    },
    send: async ({ channel, address, secret }, letter, now) => {
      if (channel !== 'mail') {
        // Asked again when it is used: what the installation allows may have changed.
        if (botFault(channel, address, botOrigins) !== undefined)
          throw new TryLater('这个地址现在不允许使用')
        const text = `${letter.subject}\n${letter.text}`
        await askBot(channel, botRequest(channel, address, secret, text, now))
      } else if (sendMail === undefined) throw new TryLater('本系统没有配置发信服务器')
      else await sendMail(address, letter)
    },
  }
}
