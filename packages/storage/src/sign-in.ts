import { sql } from 'kysely'
import type { Acting } from './acting.ts'

/** Which login is tried from which address: others who try the same login do not stand in its owner's way. */
export interface Attempt {
  readonly login: Buffer
  readonly address: Buffer
}

/** How often an attempt has failed since it last succeeded, and when last; undefined for never. */
export async function failuresOf(
  db: Acting,
  attempt: Attempt,
): Promise<{ readonly failures: number; readonly last_at: string } | undefined> {
  return db
    .selectFrom('failed_sign_in')
    .select(['failures', 'last_at'])
    .where('login_hash', '=', attempt.login)
    .where('address_hash', '=', attempt.address)
    .executeTakeFirst()
}

export async function countFailure(db: Acting, attempt: Attempt, at: string): Promise<void> {
  await db
    .insertInto('failed_sign_in')
    .values({
      login_hash: attempt.login,
      address_hash: attempt.address,
      failures: 1,
      last_at: at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['login_hash', 'address_hash'])
        .doUpdateSet({ failures: sql`failed_sign_in.failures + 1`, last_at: at }),
    )
    .execute()
}

export async function forgetFailures(db: Acting, attempt: Attempt): Promise<void> {
  await db
    .deleteFrom('failed_sign_in')
    .where('login_hash', '=', attempt.login)
    .where('address_hash', '=', attempt.address)
    .execute()
}
