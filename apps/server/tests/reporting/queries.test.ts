import { randomUUID } from 'node:crypto'
import { acting, insertUnit } from '@kaohe/storage'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startWorld, type World } from '../world.ts'
import { seedCycle } from './cycle.ts'

const MOST = 8
let world: World
let cycle: string
beforeAll(async () => {
  world = await startWorld()
  cycle = await seedCycle(world)
}, 60_000)
afterAll(() => world.stop())

/** Statements that a request sends, but for the beginning and the end of its transaction. */
async function countQueries(work: () => Promise<{ status: number }>): Promise<number> {
  const sent: string[] = []
  const query = Client.prototype.query
  const counted = function (this: Client, ...args: unknown[]) {
    const [first] = args as [string | { text?: string }]
    sent.push(typeof first === 'string' ? first : (first.text ?? ''))
    return (query as (...all: unknown[]) => unknown).apply(this, args)
  }
  Client.prototype.query = counted as typeof query
  try {
    expect((await work()).status).toBe(200)
  } finally {
    Client.prototype.query = query
  }
  return sent.filter((text) => !/^(begin|commit|start transaction|set role)/i.test(text)).length
}

async function grow(units: number): Promise<void> {
  const { id: org, path } = world.units.own
  await acting(world.db, { org, path, role: 'organiser' }, async (db) => {
    for (let i = 0; i < units; i += 1) {
      const fresh = { id: randomUUID(), name: `单位 ${i}`, kind: '镇' }
      const unit = await insertUnit(db, path, fresh, '2020-01-01')
      const shared = { org, cycle, type: 'township', peer_group: null, excluded_because: null }
      await db
        .insertInto('assessee')
        .values({ ...shared, unit: unit.id })
        .execute()
      const at = { org: unit.id, committee: org, cycle, person: randomUUID() }
      const entry = { ...at, fact: 'fee-rate', state: 'value' as const, text: '96%', reason: null }
      await db
        .insertInto('entry')
        .values({ ...entry, source: '本单位填报' })
        .execute()
    }
  })
}

it('does not grow with units and data, and is small', async () => {
  const clerk = await world.as('unit-clerk', 'child')
  const organiser = await world.as('organiser', 'own')
  const pages = [
    () => clerk(`/cycles/${cycle}/reports/${world.units.child.id}`),
    () => clerk('/mine'),
    () => organiser(`/cycles/${cycle}/progress`),
    () => organiser(`/cycles/${cycle}/observations`),
  ]
  const counted = async () => {
    const counts: number[] = []
    for (const page of pages) counts.push(await countQueries(page))
    return counts
  }
  // The program of a published scheme is read once.
  await counted()
  const before = await counted()
  await grow(30)
  expect(await counted()).toEqual(before)
  expect(Math.max(...before)).toBeLessThanOrEqual(MOST)
}, 60_000)
