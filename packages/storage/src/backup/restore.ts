import { createWriteStream } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { from } from 'pg-copy-streams'
import { migrate, migrationNames } from '../migrate.ts'
import { checkBackup, DamagedBackup, type Frame, type Header, readBackup } from './frames.ts'
import { quoted, tablesOf } from './tables.ts'

/** Where a backup is restored to. */
export interface RestoreWish {
  /** Of the owner of the database. */
  readonly url: string
  readonly dataDir: string
  readonly file: string
}

export interface Restored {
  readonly at: string
  readonly tables: number
  readonly files: number
  readonly keys: boolean
}

/** There is something already: it is never written over. */
export class NotEmpty extends Error {
  constructor(what: string) {
    super(
      `${what}；只能恢复到空的系统，请另设 KAOHE_DATA_DIR 或 KAOHE_DATABASE_URL；没有改动任何内容`,
    )
  }
}

async function checkEmpty(client: Client, { dataDir }: RestoreWish, keys: boolean): Promise<void> {
  const known = await client.query<{ known: boolean }>(
    "SELECT to_regclass('public.unit') IS NOT NULL AS known",
  )
  const units =
    known.rows[0]?.known === true ? await client.query('SELECT FROM unit LIMIT 1') : undefined
  if (units?.rowCount === 1) throw new NotEmpty('数据库里已经有组织')
  const held = await readdir(join(dataDir, 'keys')).catch(() => [])
  if (keys && held.length > 0) throw new NotEmpty('数据目录里已经有密钥')
}

async function restoreFile(dataDir: string, path: string, { content }: Frame): Promise<void> {
  if (!/^(files|keys)\//.test(path) || normalize(path) !== path)
    throw new DamagedBackup('含有不该有的文件名')
  const target = join(dataDir, path)
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  await pipeline(Readable.from(content), createWriteStream(target, { mode: 0o600, flush: true }))
}

async function restoreTable(
  client: Client,
  { name, columns }: Extract<Header, { kind: 'table' }>,
  { content }: Frame,
): Promise<void> {
  const copy = `COPY ${quoted(name)} (${columns.map(quoted).join(', ')}) FROM STDIN`
  await pipeline(Readable.from(content), client.query(from(copy)))
}

async function restoreFrames(client: Client, wish: RestoreWish, about: About): Promise<Restored> {
  // Migrations put rows into some tables; the backup has its own.
  const tables = await tablesOf(client)
  await client.query(`TRUNCATE ${tables.map(({ name }) => quoted(name)).join(', ')}`)
  for await (const frame of readBackup(wish.file)) {
    const { header } = frame
    if (header.kind === 'table') await restoreTable(client, header, frame)
    else if (header.kind === 'file') await restoreFile(wish.dataDir, header.path, frame)
    else for await (const _ of frame.content);
    if (header.kind === 'end') return { ...header, at: about.at, keys: about.keys }
  }
  throw new DamagedBackup('内容不完整')
}

type About = Extract<Header, { kind: 'about' }>

async function aboutOf(file: string): Promise<About> {
  const { value } = await readBackup(file).next()
  const header = (value as Frame | undefined)?.header
  if (header?.kind !== 'about') throw new DamagedBackup('开头不对')
  return header
}

/** The schema as it was when the backup was made: this program must know all its steps. */
async function migrateAsThen(url: string, { migrations }: About): Promise<void> {
  const known = migrationNames()
  if (migrations.some((name, at) => known[at] !== name))
    throw new DamagedBackup('它来自更新的或另一个版本的程序，请用那个版本恢复')
  await migrate(url, migrations.at(-1))
}

/**
 * Restores a backup into an empty installation: all of it, or nothing. The whole file is checked before
 * anything is written; a backup of an earlier version is brought up to this one afterwards.
 * @throws DamagedBackup, NotEmpty
 */
export async function restore(wish: RestoreWish): Promise<Restored> {
  await checkBackup(wish.file)
  const about = await aboutOf(wish.file)
  const client = new Client({ connectionString: wish.url })
  await client.connect()
  try {
    await checkEmpty(client, wish, about.keys)
    await migrateAsThen(wish.url, about)
    await client.query('BEGIN')
    const restored = await restoreFrames(client, wish, about)
    await client.query('COMMIT')
    await migrate(wish.url)
    return restored
  } finally {
    await client.end()
  }
}
