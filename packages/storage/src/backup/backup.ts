import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { Client } from 'pg'
import { to } from 'pg-copy-streams'
import { type Frame, writeBackup } from './frames.ts'
import { quoted, tablesOf } from './tables.ts'

/** What is saved, and where to. */
export interface BackupWish {
  /** Of the owner of the database. */
  readonly url: string
  readonly dataDir: string
  readonly file: string
  /** Whoever has the keys can sign as this log and open the second factors: they are left out unless wished. */
  readonly withKeys: boolean
  readonly now: Date
}

export interface BackupDone {
  readonly tables: number
  readonly files: number
}

function filesBelow(dataDir: string, folder: string): string[] {
  const root = join(dataDir, folder)
  if (!existsSync(root)) return []
  const all = readdirSync(root, { recursive: true, withFileTypes: true })
  const paths = all.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
  return paths.map((path) => relative(dataDir, path).split(sep).join('/')).toSorted()
}

const nothing = async function* (): AsyncGenerator<Buffer> {}

async function* framesOf(
  client: Client,
  wish: BackupWish,
  done: BackupDone[],
): AsyncGenerator<Frame> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT name FROM kaohe_migration ORDER BY name',
  )
  const migrations = rows.map(({ name }) => name)
  const about = {
    kind: 'about',
    at: wish.now.toISOString(),
    migrations,
    keys: wish.withKeys,
  } as const
  yield { header: about, content: nothing() }
  const tables = await tablesOf(client)
  for (const { name, columns } of tables) {
    const copy = `COPY ${quoted(name)} (${columns.map(quoted).join(', ')}) TO STDOUT`
    yield { header: { kind: 'table', name, columns }, content: client.query(to(copy)) }
  }
  // The files after the tables: whatever a row names was on the disk before the row was.
  const files = [
    ...filesBelow(wish.dataDir, 'files'),
    ...(wish.withKeys ? filesBelow(wish.dataDir, 'keys') : []),
  ]
  for (const path of files)
    yield { header: { kind: 'file', path }, content: createReadStream(join(wish.dataDir, path)) }
  const counts = { tables: tables.length, files: files.length }
  done.push(counts)
  yield { header: { kind: 'end', ...counts }, content: nothing() }
}

/**
 * Saves all tables, as they are at one moment, and the files of evidence into one file. The server may run
 * meanwhile.
 */
export async function backup(wish: BackupWish): Promise<BackupDone> {
  const client = new Client({ connectionString: wish.url })
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const done: BackupDone[] = []
    await writeBackup(wish.file, framesOf(client, wish, done))
    return done[0]!
  } finally {
    await client.end()
  }
}
