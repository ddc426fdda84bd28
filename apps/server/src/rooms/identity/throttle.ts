import { sql } from 'kysely'
import type { Acting } from '@kaohe/storage'

const FREE_FAILURES = 5
const LONGEST_SECONDS = 900

/** Which login is tried from which address: others who try the same login do not stand in its owner's way. */
export interface Attempt {
  readonly login: Buffer
  readonly address: Buffer
}

/** Seconds to wait after so many failures: none for the first five, then doubling up to a quarter of an hour. */
export function waitAfter(failures: number): number {
  return failures < FREE_FAILURES ? 0 : Math.min(LONGEST_SECONDS, 2 ** (failures - FREE_FAILURES))
}

/** Seconds left to wait, zero when one may try. */
export async function waitingTime(db: Acting, attempt: Attempt, now: Date): Promise<number> {
  const row = await db
    .selectFrom('failed_sign_in')
    .select(['failures', 'last_at'])
    .where('login_hash', '=', attempt.login)
    .where('address_hash', '=', attempt.address)
    .executeTakeFirst()
  if (row === undefined) return 0
  const since = (now.getTime() - Date.parse(row.last_at)) / 1000
  return Math.max(0, Math.ceil(waitAfter(row.failures) - since))
}

export async function countFailure(db: Acting, attempt: Attempt, now: Date): Promise<void> {
  await db
    .insertInto('failed_sign_in')
    .values({
      login_hash: attempt.login,
      address_hash: attempt.address,
      failures: 1,
      last_at: now.toISOString(),
    })
    .onConflict((conflict) =>
      conflict.columns(['login_hash', 'address_hash']).doUpdateSet({
        failures: sql`failed_sign_in.failures + 1`,
        last_at: now.toISOString(),
      }),
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
