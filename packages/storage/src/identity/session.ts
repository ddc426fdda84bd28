import { sql } from 'kysely'
import type { Acting } from '../acting.ts'

/** Who holds a session, the post in use, and the path of its organisation. */
export interface Entered {
  readonly session: string
  readonly person: string
  readonly person_name: string
  readonly factors: number
  readonly post: string | null
  readonly role: string | null
  readonly department: string | null
  readonly org: string | null
  readonly org_name: string | null
  readonly path: string[] | null
}

/** Tells the database who holds the token, for the rest of the transaction, and says it. */
export async function enter(db: Acting, token: Buffer): Promise<Entered | undefined> {
  const { rows } = await sql<Entered>`SELECT * FROM kaohe_enter(${token})`.execute(db)
  return rows[0]
}

export interface HeldPost {
  readonly id: string
  readonly role: string
  readonly org: string
  readonly org_name: string
  readonly stands_in: boolean
  readonly to_on: string | null
}

/** The posts that the asking person holds today. Their organisations are named though not all are visible. */
export async function ownPosts(db: Acting): Promise<HeldPost[]> {
  const { rows } = await sql<HeldPost>`SELECT * FROM kaohe_own_posts()`.execute(db)
  return rows
}

export interface NewSession {
  readonly token: Buffer
  readonly person: string
  readonly post: string | null
  /** Until as many factors were shown as are required it opens nothing. */
  readonly required: number
  readonly agent: string
  /** Minutes without a request after which it is over. */
  readonly idleMinutes: number
  readonly expires: string
}

/** Begins a session with the first factor; the asker must be the person. @returns its identifier */
export async function beginSession(db: Acting, session: NewSession): Promise<string> {
  const { token, expires, idleMinutes, ...rest } = session
  const row = await db
    .insertInto('session')
    .values({
      ...rest,
      token_hash: token,
      factors: 1,
      idle: `${idleMinutes} minutes`,
      expires_at: expires,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** A session that may still lack a factor. */
export interface PendingSession {
  readonly id: string
  readonly person: string
  readonly factors: number
  readonly required: number
  readonly wrong_codes: number
  /** It began a moment ago: whoever sits there has just shown who he is. */
  readonly fresh: boolean
}

const PENDING_MINUTES = 15

/** The session that the asker brings (Asker.token), whether or not it is complete; incomplete ones end soon. */
export async function findSession(
  db: Acting,
  token: Buffer,
  now: Date,
): Promise<PendingSession | undefined> {
  const soon = new Date(now.getTime() - PENDING_MINUTES * 60_000).toISOString()
  return db
    .selectFrom('session')
    .select(['id', 'person', 'factors', 'required', 'wrong_codes'])
    .select(sql<boolean>`created_at > now() - interval '15 minutes'`.as('fresh'))
    .where('token_hash', '=', token)
    .where('expires_at', '>', now.toISOString())
    .where((eb) => eb.or([eb('factors', '>=', eb.ref('required')), eb('created_at', '>', soon)]))
    .executeTakeFirst()
}

/** The second factor was shown: the session goes on under a new token. */
export async function completeSession(db: Acting, id: string, token: Buffer): Promise<void> {
  await db
    .updateTable('session')
    .set({ factors: 2, required: 2, wrong_codes: 0, token_hash: token })
    .where('id', '=', id)
    .execute()
}

export async function countWrongCode(db: Acting, id: string): Promise<void> {
  await db
    .updateTable('session')
    .set({ wrong_codes: sql`wrong_codes + 1` })
    .where('id', '=', id)
    .execute()
}

/** A session as its owner looks at it. */
export interface StoredSession {
  readonly id: string
  readonly agent: string
  readonly factors: number
  readonly created_at: string
  readonly seen_at: string
  readonly expires_at: string
}

/** The asking person's sessions, the one last used first. */
export async function ownSessions(
  db: Acting,
  person: string,
  now: string,
): Promise<StoredSession[]> {
  return db
    .selectFrom('session')
    .select(['id', 'agent', 'factors', 'created_at', 'seen_at', 'expires_at'])
    .where('person', '=', person)
    .where('expires_at', '>', now)
    .where(sql<boolean>`seen_at > now() - idle AND factors >= required`)
    .orderBy('seen_at', 'desc')
    .execute()
}

/** Ends one of the asking person's sessions. @returns false when there was none */
export async function endSession(db: Acting, session: string): Promise<boolean> {
  const rows = await db.deleteFrom('session').where('id', '=', session).returning('id').execute()
  return rows.length > 0
}

/** Ends the asking person's sessions but one. @returns how many */
export async function endOtherSessions(
  db: Acting,
  person: string,
  keep: string | undefined,
): Promise<number> {
  const rows = await db
    .deleteFrom('session')
    .where('person', '=', person)
    .$if(keep !== undefined, (query) => query.where('id', '!=', keep!))
    .returning('id')
    .execute()
  return rows.length
}

export async function usePost(db: Acting, session: string, post: string): Promise<void> {
  await db.updateTable('session').set({ post }).where('id', '=', session).execute()
}
