/** All that is stored, compared with how it was, and put back. */
import type { Client } from 'pg'

/** What is different in a table: rows that came, rows that went, and what those that came say. */
export type Change = Readonly<Record<string, string>>

// What the same write says each time, but for identifiers, instants, hashes and tokens.
const CHANCE = [
  '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
  String.raw`\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d(:?\d\d)?)?`,
  String.raw`\\+x[0-9a-f]+`,
  '[0-9a-f]{64}',
  '[A-Za-z0-9_-]{43}',
].join('|')

// When a session was last seen is no part of what is written.
const TABLES = `
  SELECT c.relname AS name,
    (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'session'
  ORDER BY 1`

interface Table {
  readonly name: string
  readonly columns: string
}

const said = (table: string): string => `SELECT t::text AS said FROM ${table} t`

const difference = ({ name }: Table): string => `
  SELECT '${name}' AS name, came, went, words FROM
    (SELECT count(*) AS came, md5(string_agg(plain, '|' ORDER BY plain)) AS words FROM
      (SELECT regexp_replace(said, $1, '_', 'g') AS plain FROM
        (${said(`public."${name}"`)} EXCEPT ALL ${said(`base."${name}"`)}) x) y) a,
    (SELECT count(*) AS went FROM
      (${said(`base."${name}"`)} EXCEPT ALL ${said(`public."${name}"`)}) x) b
  WHERE came > 0 OR went > 0`

export class State {
  private readonly client: Client
  private tables: readonly Table[] = []

  /** @param client of the owner of the database, straight */
  constructor(client: Client) {
    this.client = client
  }

  /** From now on it is compared with how it is at this moment. */
  async keep(): Promise<void> {
    this.tables = (await this.client.query<Table>(TABLES)).rows
    await this.client.query('DROP SCHEMA IF EXISTS base CASCADE; CREATE SCHEMA base')
    const copies = this.tables.map(
      ({ name }) => `CREATE TABLE base."${name}" AS TABLE public."${name}"`,
    )
    await this.client.query(copies.join(';'))
  }

  /** @returns what is different, by table; the same for the same write */
  async change(): Promise<Change> {
    const text = this.tables.map(difference).join(' UNION ALL ')
    type Row = Record<'name' | 'came' | 'went' | 'words', string>
    const { rows } = await this.client.query<Row>(text, [CHANCE])
    return Object.fromEntries(
      rows.map(({ name, came, went, words }) => [name, `+${came} -${went} ${words}`]),
    )
  }

  /** Puts back how it was, whatever the rules of the tables are. */
  async restore(change: Change): Promise<void> {
    const changed = this.tables.filter(({ name }) => name in change)
    const steps = changed.flatMap(({ name, columns }) => [
      `DELETE FROM public."${name}" t WHERE NOT EXISTS (SELECT FROM base."${name}" b WHERE b::text = t::text)`,
      `INSERT INTO public."${name}" (${columns}) OVERRIDING SYSTEM VALUE
         SELECT ${columns} FROM base."${name}" b WHERE NOT EXISTS (SELECT FROM public."${name}" t WHERE t::text = b::text)`,
    ])
    await this.client.query(
      ['BEGIN', 'SET LOCAL session_replication_role = replica', ...steps, 'COMMIT'].join(';'),
    )
  }

  /** Waits until nobody is at work in the database, so that what is stored stays. */
  async settled(): Promise<void> {
    const busy = `SELECT count(*)::int AS busy FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'`
    const until = performance.now() + LONGEST_MS
    while (performance.now() < until) {
      const { rows } = await this.client.query<{ busy: number }>(busy)
      if (rows[0]!.busy === 0) return
      await new Promise((later) => {
        setTimeout(later, LOOK_MS)
      })
    }
    throw new Error(`a transaction is open for more than ${LONGEST_MS} ms`)
  }
}

const LONGEST_MS = 20_000
const LOOK_MS = 10
