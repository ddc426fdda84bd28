import { existsSync } from 'node:fs'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pickAccount } from '@kaohe/storage'
import { startPostgres, type TestPostgres } from '../postgres.ts'

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const folderOf = (url: string) => new URL(url).searchParams.get('host') ?? ''

let postgres: TestPostgres

beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

test('a real server answers, with exact numbers', async () => {
  const rows = await query(postgres.url, 'select 0.1::numeric + 0.2 = 0.3 as exact')
  expect(rows).toEqual([{ exact: true }])
})

test('it listens on nothing but its own folder', async () => {
  const rows = await query(postgres.url, 'show listen_addresses')
  expect(rows).toEqual([{ listen_addresses: '' }])
})

test('it sorts Chinese by pinyin', async () => {
  const sql = `select name from (values ('重庆'), ('安徽'), ('北京')) t(name) order by name collate "zh-x-icu"`
  expect(await query(postgres.url, sql)).toEqual([
    { name: '安徽' },
    { name: '北京' },
    { name: '重庆' },
  ])
})

test('two servers stand beside each other, and a stopped one leaves nothing', async () => {
  const other = await startPostgres()
  expect(folderOf(other.url)).not.toBe(folderOf(postgres.url))
  await other.stop()
  expect(existsSync(folderOf(other.url))).toBe(false)
  expect(existsSync(folderOf(postgres.url))).toBe(true)
})

test('the account of the server is postgres if there is one, else nobody', () => {
  const nobody = 'root:x:0:0::/root:/bin/sh\nnobody:x:65534:65534::/:/bin/false\n'
  expect(pickAccount(nobody)).toEqual({ uid: 65534, gid: 65534 })
  expect(pickAccount(`${nobody}postgres:x:101:104::/:/bin/sh\n`)).toEqual({ uid: 101, gid: 104 })
  expect(pickAccount('root:x:0:0::/root:/bin/sh\n')).toBeUndefined()
})
