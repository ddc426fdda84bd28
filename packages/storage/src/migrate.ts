import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'

const FOLDER = fileURLToPath(new URL('../migrations/', import.meta.url))
// So that of several servers starting at once one migrates and the others wait.
const MIGRATION_LOCK = 7_240_002

interface Migration {
  readonly name: string
  readonly sql: string
  readonly digest: string
}

/** A migration that ran in this database is not the one of this program any more. */
export class MigrationChanged extends Error {
  constructor(name: string) {
    super(`数据库里的升级步骤 ${name} 与本程序的不一致：数据库来自另一个版本，没有改动任何内容`)
  }
}

function migrations(): Migration[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.sql'))
  return names.toSorted().map((name) => {
    const sql = readFileSync(FOLDER + name, 'utf8')
    return { name, sql, digest: createHash('sha256').update(sql).digest('hex') }
  })
}

/** The names of this program's steps, in their order. */
export function migrationNames(): string[] {
  return migrations().map(({ name }) => name)
}

const PREPARE = `
  CREATE TABLE IF NOT EXISTS kaohe_migration (
    name text PRIMARY KEY, digest text NOT NULL, at timestamptz NOT NULL DEFAULT now());
  DO $$ BEGIN
    CREATE ROLE kaohe_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
  GRANT kaohe_app TO CURRENT_USER;`

async function apply(client: Client, { name, sql, digest }: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query('INSERT INTO kaohe_migration (name, digest) VALUES ($1, $2)', [name, digest])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

async function done(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; digest: string }>(
    'SELECT name, digest FROM kaohe_migration',
  )
  return new Map(rows.map(({ name, digest }) => [name, digest]))
}

/**
 * Brings the schema up to this program's, each step whole or not at all; a step that was done is not repeated.
 * @param url of the owner of the database
 * @param last the step to stop after, for a schema as it was once
 * @returns the names of the steps that ran now
 * @throws MigrationChanged when a step that once ran has changed since
 */
export async function migrate(url: string, last?: string): Promise<string[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    await client.query(PREPARE)
    const before = await done(client)
    const all = migrations()
    const changed = all.find(({ name, digest }) => (before.get(name) ?? digest) !== digest)
    if (changed !== undefined) throw new MigrationChanged(changed.name)
    const wanted = all.filter(({ name }) => last === undefined || name <= last)
    const now = wanted.filter(({ name }) => !before.has(name))
    for (const migration of now) await apply(client, migration)
    return now.map(({ name }) => name)
  } finally {
    await client.end()
  }
}
