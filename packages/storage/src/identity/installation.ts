import { sql } from 'kysely'
import type { Acting } from '../acting.ts'
import type { Database } from '../connect.ts'

/** What may be known before anyone has signed in. */
export interface Installation {
  readonly empty: boolean
  readonly demo: boolean
}

export async function installation(db: Database | Acting): Promise<Installation> {
  return db.selectFrom('installation').select(['empty', 'demo']).executeTakeFirstOrThrow()
}

/** Is there nobody yet? */
export async function isEmpty(db: Database): Promise<boolean> {
  return (await installation(db)).empty
}

// Several servers may start on one empty database, each printing its own code.
const MOST_CODES = 20

/** Whoever brings a code with this hash may set the installation up. */
export async function allowSetUp(db: Database, hash: Buffer): Promise<void> {
  await db
    .updateTable('installation')
    .set({ setup_hashes: sql`(ARRAY[${hash}::bytea] || setup_hashes)[1:${sql.lit(MOST_CODES)}]` })
    .where('empty', '=', true)
    .execute()
}

/** May one with this code set the installation up? */
export async function maySetUp(db: Database, hash: Buffer): Promise<boolean> {
  const { found } = await db
    .selectFrom('installation')
    .select(sql<boolean>`${hash}::bytea = ANY (setup_hashes)`.as('found'))
    .executeTakeFirstOrThrow()
  return found
}

/**
 * From now on it is not empty. Of several who try at once one succeeds and the others wait for it.
 * @returns false when it was not empty any more
 */
export async function claimInstallation(db: Acting, demo: boolean): Promise<boolean> {
  const row = await db
    .updateTable('installation')
    .set({ empty: false, demo, setup_hashes: [] })
    .where('empty', '=', true)
    .returning('empty')
    .executeTakeFirst()
  return row !== undefined
}
