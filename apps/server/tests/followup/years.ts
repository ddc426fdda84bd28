/** The years around the one that is followed up. */
import { randomUUID } from 'node:crypto'
import { acting, insertUnit } from '@kaohe/storage'
import { Client } from 'pg'
import type { World } from '../world.ts'

/** The year after, in which the township of the world has been merged into a new one. @returns its cycle */
export async function nextYear(world: World, cycle: string): Promise<string> {
  const { id: org, path } = world.units.own
  return acting(world.db, { org, path, role: 'organiser' }, async (db) => {
    const { scheme } = await db
      .selectFrom('cycle')
      .select('scheme')
      .where('id', '=', cycle)
      .executeTakeFirstOrThrow()
    const days = { starts_on: '2024-01-01', ends_on: '2024-12-31' }
    const { id } = await db
      .insertInto('cycle')
      .values({ org, scheme, title: '2024年度考核', ...days, state: 'open' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const fresh = { id: randomUUID(), name: '并镇团委', kind: '团委' }
    const { id: unit } = await insertUnit(db, path, fresh, '2024-02-01')
    const descent = { org: unit, earlier: world.units.child.id, happened_on: '2024-02-01' }
    await db
      .insertInto('unit_lineage')
      .values({ ...descent, kind: 'merged' })
      .execute()
    const row = { org, cycle: id, unit, type: 'township', peer_group: null }
    await db
      .insertInto('assessee')
      .values({ ...row, excluded_because: null })
      .execute()
    return id
  })
}

/** The year before, of which nothing is left but its ratified outcome. */
export async function yearBefore(
  world: World,
  cycle: string,
  outcome: readonly object[],
): Promise<void> {
  const client = new Client({ connectionString: world.url })
  await client.connect()
  const [organiser, ratifier] = ['own-organiser', 'own-ratifier'].map((one) =>
    world.people.get(one),
  )
  await client.query(
    `WITH c AS (INSERT INTO cycle (org, scheme, title, starts_on, ends_on, state)
       SELECT org, scheme, '2022年度考核', '2022-01-01', '2022-12-31', 'closed' FROM cycle WHERE id = $1
       RETURNING org, id, scheme)
     INSERT INTO snapshot (org, cycle, name, scheme, content, digest, person, at, ratified_body, ratified_on,
       ratified_by, ratified_at, outcome)
     SELECT org, id, '2022', scheme, '{}', 'x', $2, now(), '书记会', '2023-01-10', $3, now(), $4 FROM c`,
    [cycle, organiser, ratifier, JSON.stringify(outcome)],
  )
  await client.end()
}
