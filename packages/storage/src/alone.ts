import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Acting } from './acting.ts'
import { unwaited } from './lines/index.ts'

// One of our own, beside which any number of names stand.
const ALONE_LOCK = 7_240_004

/** Until its end the transaction is the only one that works under a name; another one waits for it. */
export async function alone(db: Acting, name: string): Promise<void> {
  const number = createHash('sha256').update(name).digest().readInt32BE()
  const lock = sql`SELECT pg_advisory_xact_lock(${ALONE_LOCK}::int, ${number}::int)`
  await db.executeQuery(unwaited(lock.compile(db)))
}
