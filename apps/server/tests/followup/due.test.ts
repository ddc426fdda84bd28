import { acting } from '@kaohe/storage'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { jobKinds } from '../../src/jobs/index.ts'
import { workOnce } from '../../src/jobs/work.ts'
import { watchDeadlines } from '../../src/rooms/messages/deadlines-job.ts'
import { post, put, ratified, reported, seedYear } from '../result/year.ts'
import { startWorld, type World } from '../world.ts'

const DAY_MS = 86_400_000
const DUE = '2024-03-15'

let world: World
let database: Client
let measure: { id: string; version: number }
let cycle: string
beforeAll(async () => {
  world = await startWorld()
  database = new Client({ connectionString: world.url })
  await database.connect()
  cycle = await seedYear(world)
  await reported(world, cycle, world.units.child.id, { 'fee-rate': '96%', hours: '50小时' })
  const snapshot = await ratified(world, cycle, '年终')
  const organiser = await world.as('organiser', 'own')
  const path = `/snapshots/${snapshot}/assessees/${world.units.child.id}/rectifications`
  measure = (await organiser(path, post({ item: 'service', dueOn: DUE }))).json
}, 120_000)
afterAll(async () => {
  await database.end()
  await world.stop()
})

// The clock of the cycle stands on 22 January when the real one is at now; so many days later it is another day.
async function morning(day: string): Promise<void> {
  await database.query("DELETE FROM job WHERE kind = 'deadlines'")
  const { id: org, path } = world.units.own
  await acting(world.db, { org, path }, (db) => watchDeadlines(db, org, 'test'))
  const { rows } = await database.query('SELECT behind_days FROM cycle WHERE id = $1', [cycle])
  const now = new Date(Date.parse(`${day}T04:00:00Z`) + rows[0].behind_days * DAY_MS)
  const services = { ...world.services, now: () => now }
  const waiting = async () =>
    (
      await database.query(
        "SELECT 1 FROM job WHERE kind = 'deadlines' AND state = 'waiting' AND not_before <= now()",
      )
    ).rows.length
  while ((await waiting()) > 0) await workOnce(services, jobKinds)
}

const told = async (kind: string) =>
  (
    await database.query(
      'SELECT org, roles, person, title, page FROM message WHERE kind = $1 ORDER BY at, title',
      [kind],
    )
  ).rows
const titles = async (kind: string) => (await told(kind)).map(({ title }) => title)

it('setting a day begins to watch it, also when no year is open any more', async () => {
  const { rows } = await database.query("SELECT state FROM job WHERE kind = 'deadlines'")
  expect(rows).toEqual([{ state: 'waiting' }])
})

it('reminds the office where nobody looks after it, and the unit; once at seven days, once at one', async () => {
  await database.query("DELETE FROM message WHERE kind IN ('measure', 'rectification')")
  await morning('2024-03-01')
  expect(await told('measure')).toEqual([])
  await morning('2024-03-08')
  await morning('2024-03-10')
  expect(await told('measure')).toMatchObject([
    {
      org: world.units.own.id,
      roles: ['organiser'],
      person: null,
      title: `child org的“志愿服务”还有 7 天到期（${DUE}）`,
      page: `/cycles/${cycle}/followup`,
    },
  ])
  expect(await told('rectification')).toMatchObject([
    { org: world.units.child.id, roles: ['unit-clerk', 'unit-head'], page: '/rectifications' },
  ])
})

it('reminds whoever looks after it, as a person, and nobody else', async () => {
  const organiser = await world.as('organiser', 'own')
  const owner = world.people.get('own-department-reviewer')!
  const body = { owner, dueOn: DUE, copies: [], places: null, persons: null, version: 1 }
  expect((await organiser(`/measures/${measure.id}`, put(body))).status).toBe(200)
  await morning('2024-03-15')
  const mine = (await told('measure')).filter(({ person }) => person === owner)
  expect(mine).toMatchObject([{ roles: [], title: expect.stringContaining('今天到期') }])
  const seen = async (role: 'department-reviewer' | 'department-head' | 'vice-secretary') =>
    (await (await world.as(role, 'own'))('/messages')).text.includes('今天到期')
  expect(await seen('department-reviewer')).toBe(true)
  expect([await seen('department-head'), await seen('vice-secretary')]).toEqual([false, false])
})

it('and every week after the day, until it is reported done', async () => {
  for (const day of ['2024-03-16', '2024-03-20', '2024-03-23']) await morning(day)
  expect((await titles('measure')).slice(2)).toEqual([
    `child org的“志愿服务”已过期限 1 天（${DUE}）`,
    `child org的“志愿服务”已过期限 8 天（${DUE}）`,
  ])
  const head = await world.as('unit-head', 'child')
  const done = post({ text: '补了五十小时', done: true, version: 2 })
  expect((await head(`/rectifications/${measure.id}/steps`, done)).status).toBe(200)
  const before = (await titles('measure')).length
  await morning('2024-04-10')
  expect(await titles('measure')).toHaveLength(before)
})
