import { Kysely, sql } from 'kysely'
import { Pool, TypeOverrides, types } from 'pg'
import { lineDialect } from './lines/index.ts'
import type { Tables } from './tables.ts'

/** The database as the application sees it. */
export type Database = Kysely<Tables>

const { DATE, INT8, TIMESTAMPTZ } = types.builtins
const parsers = new TypeOverrides()
// A date stays a date: as an instant it would move by a day between time zones. Counts fit a number.
parsers.setTypeParser(DATE, (text) => text)
parsers.setTypeParser(TIMESTAMPTZ, (text) => new Date(text).toISOString())
parsers.setTypeParser(INT8, Number)

export interface Connection {
  readonly url: string
  /** Connections at most; waiting for a free one is given up after ten seconds. */
  readonly most?: number
  /** Told of each query that took at least `slowMs`: its text, in which values are $1, $2 and so on. */
  readonly onSlow?: (query: { readonly sql: string; readonly ms: number }) => void
  readonly slowMs?: number
  /** How long an answer is waited for before the connection is given up as lost. */
  readonly silentMs?: number
}

// Longer than anything that is asked takes on a busy machine: an import of 50,000 units takes more than one minute.
const SILENT_MS = 300_000

/**
 * A pool that works as the role kaohe_app, which row security holds, whoever the URL signs in as.
 * Lost connections are replaced: an error on an idle one is not ours to answer.
 */
export function connect(connection: Connection): Database {
  const { url, most = 20, onSlow, slowMs = 0, silentMs = SILENT_MS } = connection
  const pool = new Pool({
    connectionString: url,
    max: most,
    connectionTimeoutMillis: 10_000,
    types: parsers,
    pipeline: true,
    keepAlive: true,
  })
  pool.on('error', () => {})
  // A connection in use that dies fails its query, which is told; said only as an event, it would end us.
  pool.on('connect', (client) => client.on('error', () => {}))
  return new Kysely<Tables>({
    log: ({ query, queryDurationMillis: ms }) => {
      if (onSlow !== undefined && ms >= slowMs) onSlow({ sql: query.sql, ms })
    },
    dialect: lineDialect(pool, silentMs),
  })
}

/** Does the database answer within so many milliseconds? */
export async function answers(db: Database, ms: number): Promise<boolean> {
  const asked = sql`SELECT 1`.execute(db).then(
    () => true,
    () => false,
  )
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms)
  })
  return Promise.race([asked, late]).finally(() => clearTimeout(timer))
}
