import { sql } from 'kysely'
import type { Acting } from '../acting.ts'
import type { Channel } from './channels.ts'

/** A person who may want to be told outside the application, and what is new for him. */
export interface Wanting {
  readonly person: string
  readonly channel: Channel
  readonly choice: object | null
  readonly kinds: string[]
}

/**
 * Who holds a channel and is concerned by what was told below the messenger's organisation and not
 * announced yet; which is announced by this. Two statements, however many they are.
 */
export async function announce(db: Acting): Promise<Wanting[]> {
  const { rows: fresh } = await sql<{ id: string }>`
    UPDATE message SET announced = true WHERE NOT announced AND kaohe_reaches(org)
    RETURNING id`.execute(db)
  if (fresh.length === 0) return []
  const { rows } = await sql<Wanting>`
    SELECT c.person, c.channel, o.choice, array_agg(DISTINCT m.kind) AS kinds
    FROM message m
    JOIN post p ON p.org = m.org AND p.from_on <= kaohe_today()
      AND (p.to_on IS NULL OR p.to_on > kaohe_today())
      AND CASE WHEN m.person IS NULL THEN p.role = ANY (m.roles) ELSE p.person = m.person END
    JOIN message_channel c ON c.person = p.person AND c.verified_at IS NOT NULL AND c.off_because IS NULL
    LEFT JOIN message_choice o ON o.person = p.person
    WHERE m.id = ANY (${fresh.map(({ id }) => id)}::uuid[])
    GROUP BY c.person, c.channel, o.choice`.execute(db)
  return rows
}

/** What has not gone out to a channel and was not read in the application meanwhile. */
export interface Unsent {
  readonly org: string
  readonly id: string
  readonly kind: string
  readonly cycle: string | null
}

const MOST = 500

/** @param kinds what the person wants there */
export async function unsentOf(
  db: Acting,
  person: string,
  channel: Channel,
  kinds: readonly string[],
): Promise<Unsent[]> {
  return (
    db
      .selectFrom('message')
      .select(['message.org', 'message.id', 'message.kind', 'message.cycle'])
      .where('message.org', 'in', (eb) =>
        eb.selectFrom('post').select('post.org').where('post.person', '=', person),
      )
      .where('message.kind', 'in', kinds.length === 0 ? [''] : [...kinds])
      // Nothing older than the address: who takes one down does not get the whole year at once.
      .where('message.at', '>', (eb) =>
        eb
          .selectFrom('message_channel')
          .select('verified_at')
          .where('message_channel.person', '=', person)
          .where('message_channel.channel', '=', channel)
          .$castTo<string>(),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('message_seen as seen')
              .select('seen.message')
              .where('seen.person', '=', person)
              .whereRef('seen.org', '=', 'message.org')
              .whereRef('seen.message', '=', 'message.id'),
          ),
        ),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('message_sent as sent')
              .select('sent.message')
              .where('sent.person', '=', person)
              .where('sent.channel', '=', channel)
              .whereRef('sent.org', '=', 'message.org')
              .whereRef('sent.message', '=', 'message.id'),
          ),
        ),
      )
      .orderBy('message.at')
      .limit(MOST)
      .execute()
  )
}

export async function markSent(
  db: Acting,
  person: string,
  channel: Channel,
  messages: readonly Unsent[],
): Promise<void> {
  if (messages.length === 0) return
  await db
    .insertInto('message_sent')
    .values(messages.map(({ org, id: message }) => ({ person, channel, org, message })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
