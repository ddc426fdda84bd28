import { sql } from 'kysely'
import type { Acting } from '../acting.ts'

/** What a person signs in with. Secrets are sealed or hashed. */
export interface Credential {
  readonly person: string
  readonly password_hash: string | null
  readonly totp_secret: Buffer | null
  readonly totp_offered: Buffer | null
  readonly totp_last_step: number | null
  readonly recovery_hashes: Buffer[]
  readonly changed_at: string
}

/** The credential that the asker named at the door (Asker.login), with the organisation of its owner. */
export async function credentialOf(
  db: Acting,
  login: string,
): Promise<(Credential & { readonly org: string }) | undefined> {
  return db
    .selectFrom('credential')
    .innerJoin('person', 'person.id', 'credential.person')
    .selectAll('credential')
    .select('person.org')
    .where('person.login', '=', login)
    .where('person.ended_at', 'is', null)
    .executeTakeFirst()
}

/** The asking person's own. */
export async function ownCredential(db: Acting, person: string): Promise<Credential | undefined> {
  return db.selectFrom('credential').selectAll().where('person', '=', person).executeTakeFirst()
}

/** The asking person chooses a password. */
export async function setPassword(
  db: Acting,
  person: string,
  hash: string,
  at: string,
): Promise<void> {
  await db
    .insertInto('credential')
    .values({ person, password_hash: hash, changed_at: at })
    .onConflict((conflict) =>
      conflict.column('person').doUpdateSet({ password_hash: hash, changed_at: at }),
    )
    .execute()
}

/** Keeps a sealed secret until a code proves that the person's device has it. */
export async function offerTotp(db: Acting, person: string, sealed: Buffer): Promise<void> {
  await db
    .updateTable('credential')
    .set({ totp_offered: sealed })
    .where('person', '=', person)
    .execute()
}

/** The offered secret is the second factor from now on, with these codes in reserve. */
export async function takeTotp(
  db: Acting,
  person: string,
  step: number,
  recovery: readonly Buffer[],
): Promise<void> {
  await db
    .updateTable('credential')
    .set({
      totp_secret: sql`totp_offered`,
      totp_offered: null,
      totp_last_step: step,
      recovery_hashes: [...recovery],
    })
    .where('person', '=', person)
    .execute()
}

/** Takes the second factor away again. */
export async function dropTotp(db: Acting, person: string): Promise<void> {
  await db
    .updateTable('credential')
    .set({ totp_secret: null, totp_offered: null, totp_last_step: null, recovery_hashes: [] })
    .where('person', '=', person)
    .execute()
}

/** Notes that the code of a step was used. @returns false when it, or a later one, was used before */
export async function useStep(db: Acting, person: string, step: number): Promise<boolean> {
  const row = await db
    .updateTable('credential')
    .set({ totp_last_step: step })
    .where('person', '=', person)
    .where((eb) => eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', step)]))
    .returning('person')
    .executeTakeFirst()
  return row !== undefined
}

/** Uses up a recovery code. @returns how many are left, or undefined when it is none */
export async function useRecovery(
  db: Acting,
  person: string,
  hash: Buffer,
): Promise<number | undefined> {
  const row = await db
    .updateTable('credential')
    .set({ recovery_hashes: sql`array_remove(recovery_hashes, ${hash})` })
    .where('person', '=', person)
    .where(sql<boolean>`${hash} = ANY (recovery_hashes)`)
    .returning(sql<number>`cardinality(recovery_hashes)`.as('left'))
    .executeTakeFirst()
  return row?.left
}

/** Other recovery codes in the place of those there were. */
export async function setRecovery(
  db: Acting,
  person: string,
  hashes: readonly Buffer[],
): Promise<void> {
  await db
    .updateTable('credential')
    .set({ recovery_hashes: [...hashes] })
    .where('person', '=', person)
    .execute()
}

/** Lets a person set up a second factor anew, until an instant. */
export async function releaseFactor(
  db: Acting,
  release: { readonly org: string; readonly person: string; readonly expires: string },
): Promise<void> {
  const { org, person, expires } = release
  await db.insertInto('factor_release').values({ org, person, expires_at: expires }).execute()
}

/** Is the asking person released from the second factor? The release is used up by asking. */
export async function useRelease(db: Acting, person: string, now: string): Promise<boolean> {
  const rows = await db
    .updateTable('factor_release')
    .set({ used_at: now })
    .where('person', '=', person)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('id')
    .execute()
  return rows.length > 0
}
