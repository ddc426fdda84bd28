import { sql } from 'kysely'
import type { Acting } from './acting.ts'
import type { Database } from './connect.ts'

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
}

/** The posts that the asking person holds today. Their organisations are named though not all are visible. */
export async function ownPosts(db: Acting): Promise<HeldPost[]> {
  const { rows } = await sql<HeldPost>`SELECT * FROM kaohe_own_posts()`.execute(db)
  return rows
}

export interface Credential {
  readonly person: string
  readonly password_hash: string | null
}

/** The credential that the asker named at the door (Asker.login). */
export async function credentialOf(db: Acting, login: string): Promise<Credential | undefined> {
  return db
    .selectFrom('credential')
    .select(['person', 'password_hash'])
    .where('login', '=', login)
    .executeTakeFirst()
}

/** Begins a session; the asker must be the person. */
export async function beginSession(
  db: Acting,
  session: { token: Buffer; person: string; post: string | null; agent: string; expires: string },
): Promise<void> {
  await db
    .insertInto('session')
    .values({
      token_hash: session.token,
      person: session.person,
      post: session.post,
      factors: 1,
      agent: session.agent,
      expires_at: session.expires,
    })
    .execute()
}

export async function endSession(db: Acting, session: string): Promise<void> {
  await db.deleteFrom('session').where('id', '=', session).execute()
}

export async function usePost(db: Acting, session: string, post: string): Promise<void> {
  await db.updateTable('session').set({ post }).where('id', '=', session).execute()
}

/** Is there nobody yet? Asked before anyone can sign in, so it is a question the database answers with yes or no. */
export async function isEmpty(db: Database): Promise<boolean> {
  const { rows } = await sql<{ empty: boolean }>`SELECT empty FROM installation`.execute(db)
  return rows[0]?.empty ?? true
}
