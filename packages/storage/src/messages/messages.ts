import { sql } from 'kysely'
import type { Acting } from '../acting.ts'
import { askQuietly } from '../jobs/index.ts'

/** Something that concerns those who hold one of the roles at an organisation. */
export interface NewMessage {
  readonly org: string
  readonly roles: readonly string[]
  /** For one person alone, who must be the asker. */
  readonly person?: string
  readonly kind: string
  readonly title: string
  readonly text?: string | undefined
  readonly cycle?: string | undefined
  readonly page: string
  /** A second message of the same key to the same organisation is none. */
  readonly key?: string
}

/** What tells messages: who asked, and from where they are announced. */
export interface Teller {
  readonly at: string
  readonly request: string
  /** The organisation below which all recipients stand: it looks for who wants them outside, too. */
  readonly from: string
}

/** Tells messages, in the transaction of what they are about; those who want them outside get them later. */
export async function tell(
  db: Acting,
  messages: readonly NewMessage[],
  { at, request, from }: Teller,
): Promise<void> {
  if (messages.length === 0) return
  const rows = messages.map(({ text, cycle, person, key, roles, ...rest }) => ({
    ...rest,
    roles: [...roles],
    person: person ?? null,
    text: text ?? null,
    cycle: cycle ?? null,
    key: key ?? null,
    at,
  }))
  // Without naming the index: who writes need not see what is there.
  await db
    .insertInto('message')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await askQuietly(db, [{ org: from, kind: 'announce', key: `announce/${from}`, request }])
}

/** A message as a person reads it. */
export interface StoredMessage {
  readonly org: string
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly text: string | null
  readonly cycle: string | null
  readonly page: string
  readonly at: string
  readonly read: boolean
}

const PAGE = 30
/** What is older stays stored and is not counted as new any more. */
const FRESH = sql<string>`now() - interval '180 days'`

// The organisations are named so that the index is used; which messages of theirs one sees, row security says.
const mine = (db: Acting, person: string) =>
  db
    .selectFrom('message')
    .leftJoin('message_seen as seen', (join) =>
      join
        .onRef('seen.org', '=', 'message.org')
        .onRef('seen.message', '=', 'message.id')
        .on('seen.person', '=', person),
    )
    .where('message.org', 'in', (eb) =>
      eb.selectFrom('post').select('post.org').where('post.person', '=', person),
    )
    .where((eb) => eb.or([eb('message.person', 'is', null), eb('message.person', '=', person)]))

/** Removes what was told before a day below the messenger's organisation. @returns how many messages */
export async function purgeMessages(db: Acting, day: string): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('message').where('at', '<', day).executeTakeFirst()
  return Number(numDeletedRows)
}

/** Where a page of the list begins. */
export interface Before {
  readonly at: string
  readonly id: string
}

/** @returns the newest first; one more than a page when there are more */
export async function messagesOf(
  db: Acting,
  person: string,
  unread: boolean,
  before: Before | undefined,
): Promise<{ messages: StoredMessage[]; more: boolean }> {
  const rows = await mine(db, person)
    .select([
      'message.org',
      'message.id',
      'message.kind',
      'message.title',
      'message.text',
      'message.cycle',
      'message.page',
      'message.at',
      sql<boolean>`seen.at IS NOT NULL`.as('read'),
    ])
    .$if(unread, (query) => query.where('seen.at', 'is', null))
    .$if(before !== undefined, (query) =>
      query.where(
        sql<boolean>`(message.at, message.id) < (${before?.at ?? null}::timestamptz, ${before?.id ?? null}::uuid)`,
      ),
    )
    .orderBy('message.at', 'desc')
    .orderBy('message.id', 'desc')
    .limit(PAGE + 1)
    .execute()
  return { messages: rows.slice(0, PAGE), more: rows.length > PAGE }
}

export async function countUnread(db: Acting, person: string): Promise<number> {
  const { count } = await mine(db, person)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('seen.at', 'is', null)
    .where('message.at', '>', FRESH)
    .executeTakeFirstOrThrow()
  return count
}

/** Marks messages as read: those named, or all. @returns how many were not read before */
export async function markRead(
  db: Acting,
  person: string,
  ids: readonly string[] | undefined,
): Promise<number> {
  const unread = mine(db, person)
    .select([sql<string>`${person}::uuid`.as('person'), 'message.org', 'message.id as message'])
    .where('seen.at', 'is', null)
    .$if(ids !== undefined, (query) => query.where('message.id', 'in', [...(ids ?? [])]))
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('message_seen')
    .columns(['person', 'org', 'message'])
    .expression(unread)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows)
}
