import { type CompiledQuery, sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPostgres, type TestPostgres } from '../../../tools/testing/postgres.ts'
import { type Acting, acting, connect, type Database, migrate } from '../src/index.ts'
import { isOutdated, unwaited } from '../src/lines/index.ts'
import { Statements } from '../src/lines/statements.ts'

let postgres: TestPostgres
let db: Database
let owner: Client

beforeAll(async () => {
  postgres = await startPostgres()
  await migrate(postgres.url)
  owner = new Client({ connectionString: postgres.url })
  await owner.connect()
  await owner.query('CREATE TABLE note (n int CHECK (n > 0)); GRANT ALL ON note TO kaohe_app')
  db = connect({ url: postgres.url, most: 1 })
})
afterAll(async () => {
  await db.destroy()
  await owner.end()
  await postgres.stop()
})

const insert = (tx: Acting, n: number): CompiledQuery =>
  sql`INSERT INTO note VALUES (${n})`.compile(tx)
const later = (tx: Acting, n: number) => tx.executeQuery(unwaited(insert(tx, n)))
const notes = async (): Promise<number[]> =>
  (await owner.query<{ n: number }>('SELECT n FROM note ORDER BY n')).rows.map(({ n }) => n)

describe('a connection of the application', () => {
  it('works as the role that row security holds', async () => {
    const { rows } = await sql<{ who: string }>`SELECT current_user AS who`.execute(db)
    expect(rows).toEqual([{ who: 'kaohe_app' }])
  })

  it('sends what is not waited for with the next statement or the commit', async () => {
    await acting(db, {}, async (tx) => {
      await later(tx, 1)
      const { rows } = await sql`SELECT n FROM note`.execute(tx)
      expect(rows).toEqual([{ n: 1 }])
      await later(tx, 2)
    })
    expect(await notes()).toEqual([1, 2])
  })

  it('stores nothing when one of them fails at the commit, and says which it was', async () => {
    const work = acting(db, {}, async (tx) => {
      await tx.executeQuery(insert(tx, 3))
      await later(tx, -1)
    })
    await expect(work).rejects.toMatchObject({ code: '23514' })
    expect(await notes()).toEqual([1, 2])
  })

  it('tells the first failure, not that the transaction is aborted by it', async () => {
    const work = acting(db, {}, async (tx) => {
      await later(tx, -1)
      await sql`SELECT 1`.execute(tx)
    })
    await expect(work).rejects.toMatchObject({ code: '23514' })
  })

  it('sends nothing of a transaction that was given up before its first answer', async () => {
    const work = acting(db, {}, async (tx) => {
      await later(tx, 4)
      throw new Error('given up')
    })
    await expect(work).rejects.toThrow('given up')
    expect(await notes()).toEqual([1, 2])
    await acting(db, {}, (tx) => tx.executeQuery(insert(tx, 5)))
    expect(await notes()).toEqual([1, 2, 5])
  })

  it('says nobody asks when a transaction begins, whoever asked in the one before', async () => {
    const asked = async (tx: Acting): Promise<unknown> =>
      (await sql<{ org: unknown }>`SELECT kaohe_role() AS org`.execute(tx)).rows[0]!.org
    expect(await acting(db, { role: 'organiser' }, asked)).toBe('organiser')
    expect(await acting(db, {}, asked)).toBeNull()
  })

  it('prepares what comes again, and anew once the schema has changed under it', async () => {
    const read = () => sql`SELECT * FROM note`.execute(db)
    for (let n = 0; n < 8; n += 1) await read()
    const prepared = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM pg_prepared_statements WHERE statement = 'SELECT * FROM note'`.execute(
      db,
    )
    expect(prepared.rows).toEqual([{ n: 1 }])
    await owner.query('ALTER TABLE note ADD COLUMN why text')
    const first = await read().catch((error: unknown) => error)
    expect(isOutdated(first)).toBe(true)
    expect((await read()).rows[0]).toEqual({ n: 1, why: null })
  })
})

describe('which statements are prepared', () => {
  const often = (statements: Statements, text: string): (string | undefined)[] =>
    Array.from({ length: 6 }, () => statements.nameOf(text))

  it('are those that come again', () => {
    const names = often(new Statements(), 'SELECT 1')
    expect(names.slice(0, 4)).toEqual([undefined, undefined, undefined, undefined])
    expect(names[4]).toMatch(/^kaohe_/)
    expect(names[5]).toBe(names[4])
  })

  it('are not without number, and none is very long', () => {
    const statements = new Statements()
    const named = Array.from({ length: 1000 }, (_, n) => often(statements, `SELECT ${n}`).at(-1))
    expect(new Set(named).size).toBe(301)
    expect(often(new Statements(), ' '.repeat(5000)).at(-1)).toBeUndefined()
  })

  it('never share a name, also when all are prepared anew', () => {
    const statements = new Statements()
    const before = often(statements, 'SELECT 1').at(-1)
    statements.forget()
    const after = often(statements, 'SELECT 1').at(-1)
    expect(after).toBeDefined()
    expect(after).not.toBe(before)
  })
})
