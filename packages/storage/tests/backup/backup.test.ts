import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backup, DamagedBackup, migrate, NotEmpty, restore } from '@kaohe/storage'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPostgres, type TestPostgres } from '../../../../tools/testing/postgres.ts'
import { tablesOf } from '../../src/backup/tables.ts'

let postgres: TestPostgres
let folder = ''
let made = 0
const evidence = randomBytes(200_000)

const urlOf = (database: string): string => {
  const url = new URL(postgres.url)
  url.pathname = `/${database}`
  return url.href
}

async function asked<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** An installation without anything in it. */
async function empty(): Promise<{ url: string; dataDir: string }> {
  const name = `installation${(made += 1)}`
  await asked(postgres.url, (client) => client.query(`CREATE DATABASE ${name}`))
  const dataDir = join(folder, name)
  mkdirSync(dataDir)
  return { url: urlOf(name), dataDir }
}

/** Everything in the tables, as text. */
function contents(url: string): Promise<string> {
  return asked(url, async (client) => {
    const all: string[] = []
    for (const { name } of await tablesOf(client)) {
      const { rows } = await client.query(`SELECT t::text AS row FROM "${name}" t ORDER BY 1`)
      all.push(name, ...rows.map(({ row }: { row: string }) => row))
    }
    return all.join('\n')
  })
}

const FILL = `
  INSERT INTO unit (id, path, kind, name) VALUES
    ('00000000-0000-4000-8000-000000000001', '{00000000-0000-4000-8000-000000000001}', '团委', E'含\\t制表符、\\n换行、\\\\和"引号"的团委');
  INSERT INTO unit (id, path, parent, kind, name)
    SELECT id, ARRAY['00000000-0000-4000-8000-000000000001'::uuid, id],
      '00000000-0000-4000-8000-000000000001', '镇', '镇' || n
    FROM (SELECT n, gen_random_uuid() AS id FROM generate_series(1, 2000) n) fresh;
  INSERT INTO unit_place (org, from_on, name, kind) SELECT id, '2020-01-01', name, kind FROM unit;
  INSERT INTO person (org, name, login) SELECT id, '李雷', 'abcd-efgh' FROM unit LIMIT 1;
  INSERT INTO post (org, person, role) SELECT org, id, 'organiser' FROM person;
  INSERT INTO log_entry (id, at, act, object, leaf, position)
    VALUES (gen_random_uuid(), now(), 'test', 'x', '\\x00ff0a5c', 0);
  UPDATE installation SET empty = false`

let source = { url: '', dataDir: '' }
let file = ''

beforeAll(async () => {
  postgres = await startPostgres()
  folder = mkdtempSync(join(tmpdir(), 'kaohe-backup-'))
  source = await empty()
  await migrate(source.url)
  await asked(source.url, (client) => client.query(FILL))
  mkdirSync(join(source.dataDir, 'files/ab/cd'), { recursive: true })
  writeFileSync(join(source.dataDir, 'files/ab/cd/abcd0123'), evidence)
  writeFileSync(join(source.dataDir, 'files/nothing'), '')
  mkdirSync(join(source.dataDir, 'keys'))
  writeFileSync(join(source.dataDir, 'keys/log.pem'), 'secret')
  file = join(folder, 'one.backup')
  await backup({ ...source, file, withKeys: false, now: new Date('2026-01-02T03:04:05Z') })
})
afterAll(async () => {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('a backup', () => {
  it('brings back every row and every file, and no key', async () => {
    const target = await empty()
    const restored = await restore({ ...target, file })
    expect(restored).toMatchObject({ at: '2026-01-02T03:04:05.000Z', files: 2, keys: false })
    expect(await contents(target.url)).toBe(await contents(source.url))
    expect(readFileSync(join(target.dataDir, 'files/ab/cd/abcd0123')).equals(evidence)).toBe(true)
    expect(readdirSync(target.dataDir)).toEqual(['files'])
    expect(readFileSync(file).includes('secret')).toBe(false)
  })

  it('brings back the keys when they were wished for', async () => {
    const keyed = join(folder, 'keyed.backup')
    await backup({ ...source, file: keyed, withKeys: true, now: new Date() })
    const target = await empty()
    expect((await restore({ ...target, file: keyed })).keys).toBe(true)
    expect(readFileSync(join(target.dataDir, 'keys/log.pem'), 'utf8')).toBe('secret')
  })

  it('of an earlier version is brought up to this one, with what later steps put into the tables', async () => {
    const old = await empty()
    await migrate(old.url, '0006_reporting.sql')
    await asked(old.url, (client) => client.query(FILL))
    const earlier = join(folder, 'earlier.backup')
    await backup({ ...old, file: earlier, withKeys: false, now: new Date() })
    const target = await empty()
    await restore({ ...target, file: earlier })
    const look = (url: string, query: string): Promise<unknown[]> =>
      asked(url, async (client) => (await client.query(query)).rows)
    const steps = 'SELECT name, digest FROM kaohe_migration ORDER BY name'
    expect(await look(target.url, steps)).toEqual(await look(source.url, steps))
    for (const table of ['unit', 'unit_place', 'person', 'log_entry']) {
      const columns = `SELECT id FROM ${table} ORDER BY 1`.replace(
        'id FROM unit_place',
        'org FROM unit_place',
      )
      expect(await look(target.url, columns)).toEqual(await look(old.url, columns))
    }
    const holidays = 'SELECT count(*)::int AS n FROM holiday'
    expect(await look(target.url, holidays)).toEqual(await look(source.url, holidays))
  })

  it('goes into an empty installation only', async () => {
    const before = await contents(source.url)
    await expect(restore({ ...source, file })).rejects.toThrow(NotEmpty)
    expect(await contents(source.url)).toBe(before)
  })

  it('is refused when a bit of it is wrong or its end is missing, before anything is written', async () => {
    const good = readFileSync(file)
    const target = await empty()
    const bad = join(folder, 'bad.backup')
    const places = Array.from({ length: 60 }, (_, n) => Math.floor((n * good.length) / 60))
    for (const place of [...places, good.length - 1]) {
      const copy = Buffer.from(good)
      copy[place]! ^= 1 << (place % 8)
      writeFileSync(bad, copy)
      await expect(restore({ ...target, file: bad })).rejects.toThrow(DamagedBackup)
    }
    for (const length of [0, 10, good.length >> 1, good.length - 1]) {
      writeFileSync(bad, good.subarray(0, length))
      await expect(restore({ ...target, file: bad })).rejects.toThrow(DamagedBackup)
    }
    const tables = await asked(target.url, (client) =>
      client.query(`SELECT FROM pg_tables WHERE schemaname = 'public'`),
    )
    expect([tables.rowCount, readdirSync(target.dataDir)]).toEqual([0, []])
  })
})
