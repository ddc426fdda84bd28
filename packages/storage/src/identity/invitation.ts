import type { Acting } from '../acting.ts'

/** An invitation that can still be used, by the hash of its token. */
export interface StoredInvitation {
  readonly org: string
  readonly id: string
  readonly person: string
  readonly expires_at: string
}

/** Invites a person until an instant; earlier invitations end. */
export async function invite(
  db: Acting,
  invitation: {
    readonly org: string
    readonly person: string
    readonly token: Buffer
    readonly now: string
    readonly expires: string
  },
): Promise<void> {
  const { org, person, token, now, expires } = invitation
  await db
    .updateTable('invitation')
    .set({ expires_at: now })
    .where('person', '=', person)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute()
  await db
    .insertInto('invitation')
    .values({ org, person, token_hash: token, invited_at: now, expires_at: expires })
    .execute()
}

/** The invitation that the asker brings (Asker.token), while it can be used. */
export async function findInvitation(
  db: Acting,
  token: Buffer,
  now: string,
): Promise<StoredInvitation | undefined> {
  return db
    .selectFrom('invitation')
    .select(['org', 'id', 'person', 'expires_at'])
    .where('token_hash', '=', token)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
}

/** Uses the invitation up. Of many who try at once one gets it, and undefined all others. */
export async function useInvitation(
  db: Acting,
  token: Buffer,
  now: string,
): Promise<StoredInvitation | undefined> {
  return db
    .updateTable('invitation')
    .set({ used_at: now })
    .where('token_hash', '=', token)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['org', 'id', 'person', 'expires_at'])
    .executeTakeFirst()
}
