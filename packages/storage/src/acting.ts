import { sql, type Transaction } from 'kysely'
import type { Database } from './connect.ts'
import { unwaited } from './lines/index.ts'
import type { Tables } from './tables.ts'

/** One transaction as somebody: row security shows it what that one may see. */
export type Acting = Transaction<Tables>

/** Who acts, as the database is told. What is left out finds no rows. */
export interface Asker {
  readonly org?: string
  /** The own organisation and those above it, from the top. */
  readonly path?: readonly string[]
  readonly person?: string
  readonly role?: string
  /** What someone without a session brings: the hash of a token in hexadecimal, or a login. */
  readonly token?: string
  readonly login?: string
}

function settings({ org, path, person, role, token, login }: Asker): [string, string][] {
  const values = {
    org,
    path: path === undefined ? undefined : `{${path.join(',')}}`,
    person,
    role,
    token,
    login,
  }
  return Object.entries(values).map(([name, value]) => [`kaohe.${name}`, value ?? ''])
}

/** Tells the database who asks, until the end of the transaction. */
export async function askAs(db: Acting, asker: Asker): Promise<void> {
  const calls = settings(asker).map(([name, value]) => sql`set_config(${name}, ${value}, true)`)
  await db.executeQuery(unwaited(sql`SELECT ${sql.join(calls)}`.compile(db)))
}

/** Waits for all that nobody waited for yet. @throws what the database refuses of it */
export async function settled(db: Acting): Promise<void> {
  await sql`SELECT`.execute(db)
}

/** Runs `work` in one transaction as `asker`: all of it is stored, or nothing when it throws. */
export function acting<T>(
  db: Database,
  asker: Asker,
  work: (db: Acting) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (transaction) => {
    // What was said in an earlier transaction of the connection ended with it: nobody asks until it is said.
    if (Object.keys(asker).length > 0) await askAs(transaction, asker)
    return work(transaction)
  })
}
