import { sql } from 'kysely'
import type { Acting } from '../acting.ts'
import type { Entered } from './session.ts'

/** A program that acts for a person on a post. */
export interface EnteredProgram extends Entered {
  readonly scope: 'read' | 'write'
}

/** Tells the database for whom a program acts, for the rest of the transaction, and says it. */
export async function enterProgram(db: Acting, token: Buffer): Promise<EnteredProgram | undefined> {
  const { rows } = await sql<EnteredProgram>`SELECT * FROM kaohe_enter_program(${token})`.execute(
    db,
  )
  return rows[0]
}

/** A token as its owner looks at it; what it was is not stored. */
export interface StoredToken {
  readonly org: string
  readonly id: string
  readonly post: string
  readonly name: string
  readonly scope: 'read' | 'write'
  readonly created_at: string
  readonly expires_at: string
  readonly used_at: string | null
}

const COLUMNS = [
  'org',
  'id',
  'post',
  'name',
  'scope',
  'created_at',
  'expires_at',
  'used_at',
] as const

export interface NewToken {
  readonly org: string
  readonly person: string
  readonly post: string
  readonly name: string
  readonly scope: 'read' | 'write'
  readonly hash: Buffer
  readonly now: string
  readonly expires: string
}

export async function insertToken(db: Acting, token: NewToken): Promise<StoredToken> {
  const { hash, now, expires, ...rest } = token
  return db
    .insertInto('api_token')
    .values({ ...rest, token_hash: hash, created_at: now, expires_at: expires })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
}

/** The asking person's tokens that work, the newest first. */
export async function ownTokens(db: Acting, person: string, now: string): Promise<StoredToken[]> {
  return db
    .selectFrom('api_token')
    .select(COLUMNS)
    .where('person', '=', person)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .execute()
}

/** Revokes one of the asking person's tokens. @returns undefined when there is none that works */
export async function revokeToken(
  db: Acting,
  id: string,
  now: string,
): Promise<StoredToken | undefined> {
  return db
    .updateTable('api_token')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning(COLUMNS)
    .executeTakeFirst()
}
