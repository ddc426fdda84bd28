import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Acting } from '../acting.ts'

/** Which login is tried from where: others who try the same login do not stand in its owner's way. */
export interface Attempt {
  readonly login: Buffer
  readonly address: Buffer
}

/** How often an attempt has failed since it last succeeded, and when last. */
export interface Failures {
  readonly failures: number
  readonly last_at: string
}

// In the place of a login: what an address tried at any of them.
const ANY_LOGIN = createHash('sha256').update('').digest()

const keysOf = ({ login, address }: Attempt) => [
  { login_hash: login, address_hash: address },
  { login_hash: ANY_LOGIN, address_hash: address },
]

/** Failures of this login from this address, and of all logins from it; undefined for none. */
export async function failuresOf(
  db: Acting,
  attempt: Attempt,
): Promise<{ readonly login?: Failures | undefined; readonly address?: Failures | undefined }> {
  const rows = await db
    .selectFrom('failed_sign_in')
    .selectAll()
    .where((eb) => eb.or(keysOf(attempt).map((key) => eb.and(key))))
    .execute()
  const isAny = (row: { login_hash: Buffer }): boolean => row.login_hash.equals(ANY_LOGIN)
  return { login: rows.find((row) => !isAny(row)), address: rows.find(isAny) }
}

/** Counts a failure for the login and for the address. */
export async function countFailure(db: Acting, attempt: Attempt, at: string): Promise<void> {
  const rows = keysOf(attempt).map((key) => ({ ...key, failures: 1, last_at: at }))
  await db
    .insertInto('failed_sign_in')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['login_hash', 'address_hash'])
        .doUpdateSet({ failures: sql`failed_sign_in.failures + 1`, last_at: at }),
    )
    .execute()
}

/** After success: this login starts anew; and whatever is older than `before` is forgotten. */
export async function forgetFailures(db: Acting, attempt: Attempt, before: string): Promise<void> {
  const [own] = keysOf(attempt)
  await db
    .deleteFrom('failed_sign_in')
    .where((eb) => eb.or([eb.and(own!), eb('last_at', '<', before)]))
    .execute()
}
