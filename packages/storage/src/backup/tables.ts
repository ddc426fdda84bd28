import type { Client } from 'pg'

/** A table, with the columns that are stored and not made of others. */
export interface Table {
  readonly name: string
  readonly columns: readonly string[]
}

const COLUMNS = `
  SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'kaohe_migration'
    AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  GROUP BY c.relname ORDER BY c.relname`

const REFERENCES = `
  SELECT r.conrelid::regclass::text AS name, r.confrelid::regclass::text AS target
  FROM pg_constraint r WHERE r.contype = 'f' AND r.conrelid <> r.confrelid
    AND r.connamespace = 'public'::regnamespace`

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** All tables, each behind those that it refers to. */
export async function tablesOf(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(COLUMNS)
  const references = await client.query<{ name: string; target: string }>(REFERENCES)
  const left = new Map(rows.map((table) => [table.name, table]))
  const ordered: Table[] = []
  while (left.size > 0) {
    const waiting = references.rows.filter(({ name, target }) => left.has(name) && left.has(target))
    const free = [...left.values()].filter(({ name }) => !waiting.some((one) => one.name === name))
    if (free.length === 0)
      throw new Error(`tables refer to each other: ${[...left.keys()].join(', ')}`)
    for (const table of free) left.delete(table.name)
    ordered.push(...free)
  }
  return ordered
}
