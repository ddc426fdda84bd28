import { CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import { Pool, TypeOverrides, types } from 'pg'
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
}

/**
 * A pool that works as the role kaohe_app, which row security holds, whoever the URL signs in as.
 * Lost connections are replaced: an error on an idle one is not ours to answer.
 */
export function connect({ url, most = 20 }: Connection): Database {
  const pool = new Pool({
    connectionString: url,
    max: most,
    connectionTimeoutMillis: 10_000,
    types: parsers,
  })
  pool.on('error', () => {})
  // A connection in use that dies fails its query, which is told; said only as an event, it would end us.
  pool.on('connect', (client) => client.on('error', () => {}))
  return new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool,
      onCreateConnection: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw('SET ROLE kaohe_app'))
      },
    }),
  })
}
