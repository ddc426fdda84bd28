import type { Channel, StoredChannel } from '@kaohe/storage'
import type { Recipient } from '../../outside/index.ts'
import type { Secrets } from '../../keys/secrets.ts'

// What is sealed for one person and channel opens for no other.
const purpose = (person: string, channel: Channel, part: string): string =>
  `message/${person}/${channel}/${part}`

type Part = 'address' | 'secret' | 'code'

/** Makes a text unreadable for who has the database alone. */
export function seal(
  secrets: Secrets,
  person: string,
  channel: Channel,
  part: Part,
  text: string,
): Buffer {
  return secrets.seal(Buffer.from(text), purpose(person, channel, part))
}

/** @returns undefined when the keys are not those of then */
export function open(
  secrets: Secrets,
  person: string,
  channel: Channel,
  part: Part,
  sealed: Uint8Array,
): string | undefined {
  return secrets.open(sealed, purpose(person, channel, part))?.toString()
}

/** An address as it was taken down. @returns undefined when the keys are not those of then */
export function recipientOf(
  secrets: Secrets,
  person: string,
  { channel, address, secret }: StoredChannel,
): Recipient | undefined {
  const plain = open(secrets, person, channel, 'address', address)
  if (plain === undefined) return undefined
  const key = secret === null ? undefined : open(secrets, person, channel, 'secret', secret)
  return { channel, address: plain, secret: key }
}

/** Enough of an address to know it again, and too little to use it. */
export function masked({ channel, address }: Pick<Recipient, 'channel' | 'address'>): string {
  if (channel !== 'mail') return `${new URL(address).host} …${address.slice(-4)}`
  const at = address.lastIndexOf('@')
  return `${address.slice(0, 1)}***${address.slice(at)}`
}
