import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { copyDatabase } from '../../../tools/testing/databases.ts'
import { type Harm, harmfulWay, type Way } from '../../../tools/verify/cuts/way.ts'
import { acting, CommitLost, type Database } from '@kaohe/storage'
import { startWorld, type World } from './world.ts'

const SILENT_MS = 1500
let world: World
let way: Way
let db: Database

beforeAll(async () => {
  const database = await copyDatabase(inject('migrated'))
  const url = new URL(database.url)
  way = await harmfulWay(`${url.searchParams.get('host')!}/.s.PGSQL.5432`)
  url.searchParams.delete('host')
  url.host = `127.0.0.1:${way.port}`
  const connection = { url: url.href, most: 1, silentMs: SILENT_MS }
  world = await startWorld(undefined, undefined, { database, connection })
  world.services.log.level = 'silent'
  ;({ db } = world)
}, 120_000)
afterAll(async () => {
  await world.stop()
  way.stop()
})

const work = (): Promise<unknown> => acting(db, {}, (one) => sql`SELECT 1 AS one`.execute(one))

async function harmed(harm: Harm, from: 'now' | 'commit'): Promise<unknown> {
  way.arm(harm, 0, from)
  const error = await work().then(
    () => undefined,
    (caught: unknown) => caught,
  )
  way.rest()
  way.heal()
  return error
}

describe('a connection that is lost', () => {
  it.each(['cut', 'half, then cut', 'stall', 'half, then stall'] as const)(
    'before the commit or at it, by a %s: that is told apart, and the next one works',
    async (harm) => {
      await work()
      expect(await harmed(harm, 'now')).not.toBeInstanceOf(CommitLost)
      await work()
      const late = await harmed(harm, 'commit')
      expect(late).toBeInstanceOf(CommitLost)
      await work()
    },
    30_000,
  )

  it('keeps nothing locked for ever: the database is told when to give up', async () => {
    const { rows } = await sql<{ idle: string; role: string }>`
      SELECT current_setting('idle_in_transaction_session_timeout') AS idle, current_user AS role`.execute(
      db,
    )
    expect(rows).toEqual([{ idle: '5min', role: 'kaohe_app' }])
  })

  it('that answers no is no loss', async () => {
    const refused = acting(db, {}, (one) => sql`SELECT 1 / 0`.execute(one))
    await expect(refused).rejects.toMatchObject({ code: '22012' })
    await work()
  })
})

describe('who wrote is told', () => {
  const added = async (name: string) => {
    const ask = await world.as('organiser', 'own')
    const body = { parent: world.units.own.id, name, kind: '镇' }
    const headers = { 'Idempotency-Key': encodeURIComponent(name) }
    return () => ask('/units', { method: 'POST', body, headers })
  }
  const count = async (name: string): Promise<number> => {
    const ask = await world.as('organiser', 'own')
    const { units } = (await ask(`/units?parent=${world.units.own.id}`)).json as {
      units: { name: string }[]
    }
    return units.filter((one) => one.name === name).length
  }

  it('that nothing has changed, where the connection was lost before the commit', async () => {
    const add = await added('早断镇')
    way.arm('cut', 0)
    const { status, json } = await add()
    way.rest()
    expect([status, json.type, json.detail]).toEqual([
      503,
      'urn:kaohe:problem:database-away',
      '没有改动任何内容',
    ])
    expect(await count('早断镇')).toBe(0)
    expect((await add()).status).toBe(200)
    expect(await count('早断镇')).toBe(1)
  })

  it('that nobody knows, where it was lost at the commit; the same key again has it once', async () => {
    const add = await added('晚断镇')
    way.arm('cut', 0, 'commit')
    const { status, json } = await add()
    way.rest()
    expect([status, json.type]).toEqual([503, 'urn:kaohe:problem:outcome-unknown'])
    expect(json.detail).toMatch(/可能已经保存，也可能没有.*同一个 Idempotency-Key/)
    expect((await add()).status).toBe(200)
    expect(await count('晚断镇')).toBe(1)
  })
})
