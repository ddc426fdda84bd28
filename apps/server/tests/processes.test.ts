import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RootOf, leafOf } from '@kaohe/checker'
import { Client } from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { startPostgres } from '../../../tools/testing/postgres.ts'
import { askProduct, type Product, setUp, startProduct } from './process.ts'

const LONG = 240_000
const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'kaohe-product-'))
  cleanups.push(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

async function product(env: NodeJS.ProcessEnv): Promise<Product> {
  const started = await startProduct(env)
  cleanups.push(() => started.terminate())
  return started
}

const unit = (org: string, name: string) => ({ parent: org, name, kind: '镇' })
const statuses = (replies: readonly { status: number }[]) =>
  new Set(replies.map(({ status }) => status))

describe('the product, told to stop', () => {
  it('answers what was asked, stops its database cleanly and ends with 0', {
    timeout: LONG,
  }, async () => {
    const dataDir = folder()
    const { at, terminate } = await product({ KAOHE_DATA_DIR: dataDir })
    const { cookie, org } = await setUp(at)
    const asked = Array.from({ length: 20 }, (_, n) =>
      askProduct(at, '/units', unit(org, `镇${n}`), { cookie }),
    )
    // At least one is at work, and most wait for a connection to the database.
    await Promise.race(asked)
    const begun = performance.now()
    const ending = terminate()
    const replies = await Promise.all(asked)
    expect(statuses(replies)).toEqual(new Set([200]))
    expect(await ending).toBe(0)
    expect(performance.now() - begun).toBeLessThan(60_000)
    expect(existsSync(join(dataDir, 'data/postmaster.pid'))).toBe(false)
    expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).toContain(
      'database system is shut down',
    )
    const again = await product({ KAOHE_DATA_DIR: dataDir })
    const { json } = await askProduct(again.at, `/units?parent=${org}`, undefined, { cookie })
    expect(json.units).toHaveLength(20)
    expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).not.toContain(
      'not properly shut down',
    )
  })
})

describe('two servers on one database of somebody else', () => {
  it('bring it up at the same time, and are one', { timeout: LONG }, async () => {
    const postgres = await startPostgres()
    cleanups.push(() => postgres.stop())
    const env = { KAOHE_DATABASE_URL: postgres.url, KAOHE_DATA_DIR: folder() }
    const [one, two] = await Promise.all([product(env), product(env)])
    const { cookie, org } = await setUp(one.at)

    // A session of one is a session of the other.
    expect((await askProduct(two.at, '/session', undefined, { cookie })).status).toBe(200)

    // The same request to both at once happens once, and both answer the same.
    for (let n = 0; n < 10; n += 1) {
      const headers = { cookie, 'Idempotency-Key': randomUUID() }
      const both = await Promise.all(
        [one, two].map(({ at }) => askProduct(at, '/units', unit(org, `同${n}`), headers)),
      )
      expect(statuses(both)).toEqual(new Set([200]))
      expect(both[0]!.json.id).toBe(both[1]!.json.id)
    }

    // Both write into one log.
    const writes = Array.from({ length: 40 }, (_, n) =>
      askProduct([one, two][n % 2]!.at, '/units', unit(org, `各${n}`), { cookie }),
    )
    expect(statuses(await Promise.all(writes))).toEqual(new Set([200]))
    const owner = new Client({ connectionString: postgres.url })
    await owner.connect()
    cleanups.push(() => owner.end())
    const waiting = async (): Promise<number> =>
      (await owner.query('SELECT FROM log_entry WHERE position IS NULL')).rowCount ?? 0
    await expect.poll(waiting, { timeout: 30_000 }).toBe(0)
    const { rows } = await owner.query<{ leaf: Buffer; object: string }>(
      'SELECT leaf, object FROM log_entry ORDER BY position',
    )
    const tree = new RootOf()
    for (const { leaf } of rows) tree.addHash(leafOf(leaf))
    const last = await owner.query<{ size: string; note: string }>(
      'SELECT size, note FROM log_checkpoint ORDER BY size DESC LIMIT 1',
    )
    expect(Number(last.rows[0]!.size)).toBe(rows.length)
    expect(last.rows[0]!.note.split('\n')[2]).toBe(Buffer.from(tree.root()).toString('base64'))
    const units = rows.filter(({ object }) => object.startsWith('unit/'))
    expect(new Set(units.map(({ object }) => object)).size).toBeGreaterThanOrEqual(50)

    // One of them goes; the other works on.
    expect(await one.terminate()).toBe(0)
    expect((await askProduct(two.at, '/units', unit(org, '后来'), { cookie })).status).toBe(200)

    // Whoever signs out at one is out at the other.
    const out = await fetch(`${two.at}/api/session`, { method: 'DELETE', headers: { cookie } })
    expect(out.ok).toBe(true)
    expect((await askProduct(two.at, '/session', undefined, { cookie })).status).toBe(401)
  })
})
