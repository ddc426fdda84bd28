import { sql } from 'kysely'
import type { Acting } from '../acting.ts'

export type Channel = 'mail' | 'wecom' | 'dingtalk' | 'feishu'

/** Where a person wants to be told; address and secret are sealed. */
export interface StoredChannel {
  readonly channel: Channel
  readonly address: Buffer
  readonly secret: Buffer | null
  readonly verified_at: string | null
  readonly code_hash: Buffer | null
  readonly code_until: string | null
  readonly code_sent_at: string | null
  readonly wrong_codes: number
  readonly off_because: string | null
}

const COLUMNS = [
  'channel',
  'address',
  'secret',
  'verified_at',
  'code_hash',
  'code_until',
  'code_sent_at',
  'wrong_codes',
  'off_because',
] as const

export async function channelsOf(db: Acting, person: string): Promise<StoredChannel[]> {
  return db
    .selectFrom('message_channel')
    .select(COLUMNS)
    .where('person', '=', person)
    .orderBy('channel')
    .execute()
}

/** An address that waits for its code. */
export interface NewChannel {
  readonly person: string
  readonly channel: Channel
  readonly address: Buffer
  readonly secret: Buffer | null
  readonly code_hash: Buffer
  readonly code_until: string
  readonly code_sent_at: string
}

/** Takes an address down, instead of the one before; it is used when its code was read. */
export async function writeChannel(db: Acting, fresh: NewChannel): Promise<void> {
  const { person, channel, ...rest } = fresh
  const again = { ...rest, verified_at: null, wrong_codes: 0, off_because: null }
  await db
    .insertInto('message_channel')
    .values({ person, channel, ...again })
    .onConflict((conflict) => conflict.columns(['person', 'channel']).doUpdateSet(again))
    .execute()
}

export async function verifyChannel(
  db: Acting,
  person: string,
  channel: Channel,
  at: string,
): Promise<void> {
  await db
    .updateTable('message_channel')
    .set({ verified_at: at, code_hash: null, code_until: null, wrong_codes: 0 })
    .where('person', '=', person)
    .where('channel', '=', channel)
    .execute()
}

export async function countWrongChannelCode(
  db: Acting,
  person: string,
  channel: Channel,
): Promise<void> {
  await db
    .updateTable('message_channel')
    .set({ wrong_codes: sql<number>`wrong_codes + 1` })
    .where('person', '=', person)
    .where('channel', '=', channel)
    .execute()
}

/** @returns false when there was none */
export async function removeChannel(
  db: Acting,
  person: string,
  channel: Channel,
): Promise<boolean> {
  const rows = await db
    .deleteFrom('message_channel')
    .where('person', '=', person)
    .where('channel', '=', channel)
    .returning('channel')
    .execute()
  return rows.length > 0
}

/** Nothing is sent there any more, and why. */
export async function turnChannelOff(
  db: Acting,
  person: string,
  channel: Channel,
  because: string,
): Promise<void> {
  await db
    .updateTable('message_channel')
    .set({ off_because: because })
    .where('person', '=', person)
    .where('channel', '=', channel)
    .execute()
}

/** @returns what a person chose, as the domain has it; undefined when nothing was */
export async function choiceOf(db: Acting, person: string): Promise<object | undefined> {
  const row = await db
    .selectFrom('message_choice')
    .select('choice')
    .where('person', '=', person)
    .executeTakeFirst()
  return row?.choice
}

export async function writeChoice(db: Acting, person: string, choice: object): Promise<void> {
  const text = JSON.stringify(choice)
  await db
    .insertInto('message_choice')
    .values({ person, choice: text })
    .onConflict((conflict) => conflict.column('person').doUpdateSet({ choice: text }))
    .execute()
}
