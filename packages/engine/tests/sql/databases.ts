import { DuckDBInstance } from '@duckdb/node-api'
import { Client } from 'pg'
import {
  type Dialect,
  type SqlQuery,
  type SqlRows,
  type SqlValue,
  createTables,
  duckdb,
  postgres,
} from '../../src/sql/index.ts'
import { startPostgres } from '../../../../tools/testing/postgres.ts'

export type Answer = Readonly<Record<string, string | null>>

/** A database that holds one dataset at a time. */
export interface Database {
  readonly dialect: Dialect
  answer(rows: SqlRows, query: SqlQuery): Promise<readonly Answer[]>
  close(): Promise<void>
}

function literal(value: SqlValue): string {
  if (value === null) return 'NULL'
  return typeof value === 'bigint' ? `${value}` : `'${value.replaceAll("'", "''")}'`
}

/** All that makes the tables anew and fills them, as one text: a journey for each would take longer than the work. */
function tablesOf(rows: SqlRows, dialect: Dialect): string {
  const inserts = Object.entries(rows).flatMap(([table, list]) => {
    const values = list.map((row) => `(${row.map(literal).join(', ')})`)
    return values.length === 0 ? [] : [`INSERT INTO ${table} VALUES ${values.join(', ')}`]
  })
  const drops = Object.keys(rows).map((table) => `DROP TABLE IF EXISTS ${table}`)
  return [...drops, ...createTables(dialect), ...inserts].join(';\n')
}

export async function openDuckdb(): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  return {
    dialect: duckdb,
    async answer(rows, query) {
      await connection.run(tablesOf(rows, duckdb))
      const result = await connection.runAndReadAll(query.text)
      return result.getRowObjectsJson() as Answer[]
    },
    async close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

export async function openPostgres(): Promise<Database> {
  const server = await startPostgres()
  const client = new Client({ connectionString: server.url })
  await client.connect()
  return {
    dialect: postgres,
    async answer(rows, query) {
      await client.query(tablesOf(rows, postgres))
      return (await client.query(query.text)).rows as Answer[]
    },
    async close() {
      await client.end()
      await server.stop()
    },
  }
}
