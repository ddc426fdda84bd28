import {
  AbortedTransactionError,
  CompiledQuery,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { Line } from './line.ts'
import { Statements } from './statements.ts'

// As whom a line works; and how long the database keeps what a lost server had locked: until the server does not
// acknowledge what keeps the connection alive (for a minute), or says nothing in the middle of a transaction.
const SET_UP = CompiledQuery.raw(`SELECT set_config('role', 'kaohe_app', false),
  set_config('tcp_keepalives_idle', '30', false), set_config('tcp_keepalives_interval', '10', false),
  set_config('tcp_keepalives_count', '3', false), set_config('idle_in_transaction_session_timeout', '5min', false)`)

/** Lends the lines of a pool, each of which works as the role kaohe_app. */
class LineDriver implements Driver {
  private readonly pool: Pool
  private readonly statements = new Statements()
  private readonly lines = new WeakMap<PoolClient, Line>()
  private readonly silentMs: number

  constructor(pool: Pool, silentMs: number) {
    this.pool = pool
    this.silentMs = silentMs
  }

  async init(): Promise<void> {}

  private async fresh(client: PoolClient): Promise<Line> {
    const line = new Line(client, this.statements, this.silentMs)
    try {
      await line.executeQuery(SET_UP)
    } catch (error) {
      client.release(true)
      throw error
    }
    this.lines.set(client, line)
    return line
  }

  async acquireConnection(): Promise<Line> {
    const client = await this.pool.connect()
    return this.lines.get(client) ?? this.fresh(client)
  }

  async beginTransaction(line: Line): Promise<void> {
    line.begin()
  }

  async commitTransaction(line: Line): Promise<void> {
    if (!(await line.commit())) throw new AbortedTransactionError()
  }

  rollbackTransaction(line: Line): Promise<void> {
    return line.rollback()
  }

  async releaseConnection(line: Line): Promise<void> {
    line.release()
  }

  destroy(): Promise<void> {
    return this.pool.end()
  }
}

/** PostgreSQL over the lines of a pool whose clients may be sent the next statement before they answered the last. */
export function lineDialect(pool: Pool, silentMs: number): Dialect {
  return {
    createDriver: () => new LineDriver(pool, silentMs),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  }
}
