import { randomUUID } from 'node:crypto'
import { acting, connect, type Database, importUnits } from '@kaohe/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compose } from '../../src/compose.ts'
import { PASSWORD, startWorld, type World } from '../world.ts'

let world: World
let counting: Database
let queries = 0
let cookie = ''
let app: World['app']

beforeAll(async () => {
  world = await startWorld()
  const onSlow = (): void => {
    queries += 1
  }
  counting = connect({ url: world.url, most: 1, onSlow })
  app = compose({ ...world.services, db: counting })
  const body = { login: 'own-organiser', password: PASSWORD }
  const got = await world.ask('/session', { method: 'POST', body })
  cookie = (got as { cookie?: string }).cookie!.split(';', 1)[0]!
})
afterAll(async () => {
  await counting.destroy()
  await world.stop()
})

async function queriesOf(path: string): Promise<number> {
  queries = 0
  const response = await app.request(`/api${path}`, { headers: { Cookie: cookie } })
  expect(response.status).toBe(200)
  await response.arrayBuffer()
  return queries
}

async function addUnits(count: number): Promise<void> {
  const { id: org, path } = world.units.own
  const added = Array.from({ length: count }, () => {
    const id = randomUUID()
    const empty = { short_name: null, founded_on: null, peer_group: null }
    return { id, path: [...path, id], name: `镇${id}`, kind: '镇', ...empty }
  })
  const attributes = added.map(({ id }) => ({ org: id, attribute: '团员数', value: '3' }))
  const nothing = { changed: [], placed: [], paths: [] }
  await acting(world.db, { org, path }, (db) =>
    importUnits(db, { on: '2020-01-01', source: '', added, attributes, ...nothing }),
  )
}

async function importOf(rows: number, kind: string): Promise<number> {
  const file = Array.from({ length: rows }, (_, n) => `${kind}${n},${kind},,${n}`).join('\n')
  const body = `名称,类别,上级,团员数\n${file}\n`
  const under = `under=${world.units.own.id}&file=units.csv`
  const send = (path: string) =>
    app.request(`/api${path}`, { method: 'POST', headers: { Cookie: cookie }, body })
  queries = 0
  const { basis } = (await (await send(`/units-import/preview?${under}`)).json()) as {
    basis: string
  }
  const done = await send(`/units-import?${under}&basis=${basis}`)
  expect(await done.json()).toMatchObject({ added: rows })
  return queries
}

const MOST = 8

describe('the number of queries', () => {
  it('of an import is the same for a hundred rows and for a thousand', async () => {
    expect(await importOf(100, '村')).toBe(await importOf(1000, '乡'))
  })

  it('of an import in the log: one entry with counts and a digest, however many rows', async () => {
    const { id: org, path } = world.units.own
    const entries = await acting(world.db, { org, path, role: 'audit-administrator' }, (db) =>
      db
        .selectFrom('log_entry')
        .select('change')
        .where('object', '=', `unit/${org}/import`)
        .execute(),
    )
    expect(entries).toHaveLength(2)
    for (const { change } of entries) expect(JSON.stringify(change).length).toBeLessThan(400)
  })

  it('of each page is the same for ten units and for a thousand, and at most eight', async () => {
    const { id } = world.units.own
    const pages = [
      '/units',
      `/units?parent=${id}`,
      `/units?parent=${id}&on=2024-01-01`,
      `/units/${id}`,
      `/units/${id}?on=2024-01-01`,
      `/units/${id}/page`,
      `/units/search?q=${encodeURIComponent('镇')}`,
      `/units-export?under=${id}&format=csv`,
    ]
    const count = async (): Promise<[string, number][]> => {
      const counts: [string, number][] = []
      // One after the other: they are counted together.
      for (const path of pages) counts.push([path, await queriesOf(path)])
      return counts
    }
    await addUnits(10)
    const few = await count()
    await addUnits(990)
    expect(await count()).toEqual(few)
    for (const [path, number] of few) expect([path, number <= MOST]).toEqual([path, true])
  })
})
