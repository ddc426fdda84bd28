import { accountRoles, type Role } from '@kaohe/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Place, places, type Sent, startWorld, type World } from '../world.ts'
import { seedCycle } from './cycle.ts'

let world: World
let cycle: string
let report: string
beforeAll(async () => {
  world = await startWorld()
  cycle = await seedCycle(world)
  report = `/cycles/${cycle}/reports/${world.units.child.id}`
}, 120_000)
afterAll(() => world.stop())

type Table = Readonly<Partial<Record<Place, Readonly<Partial<Record<Role, number>>>>>>

const all = (roles: readonly Role[], status = 200) =>
  Object.fromEntries(roles.map((role) => [role, status])) as Partial<Record<Role, number>>

// Written independently of the policies. What is not in a table is refused with 404, as if it were not there.
const COMMITTEE: readonly Role[] = ['organiser', 'department-head', 'department-reviewer']
const UNIT: readonly Role[] = ['unit-clerk', 'unit-head']
const READERS: readonly Role[] = [
  ...COMMITTEE,
  ...UNIT,
  'vice-secretary',
  'ratifier',
  'observer',
  'subordinate-clerk',
]
const reads: Table = { own: all(READERS), parent: all(READERS), child: all(READERS) }
// Each side is told with 409 that the datum is the other's to supply.
const above = (committee: number, unit: number) => ({
  ...all(COMMITTEE, committee),
  ...all(UNIT, unit),
})
// The clerk of a unit below reports at home, and nowhere else.
const HOME: readonly Role[] = [...UNIT, 'subordinate-clerk']
const entersOwn: Table = { own: above(409, 200), parent: above(409, 200), child: all(HOME) }
const supplies: Table = { own: above(200, 409), parent: above(200, 409), child: all(HOME, 409) }
const attaches: Table = { own: all(UNIT), parent: all(UNIT), child: all(HOME) }
const returners: readonly Role[] = ['organiser', 'department-head']

interface Scenario {
  readonly what: string
  readonly path: () => string
  readonly sent: (n: number) => Sent
  readonly table: Table
  /** Statuses that mean that the policies let one through, where the first act changes what the next finds. */
  readonly through?: readonly number[]
}

const put = (body: object) => ({ method: 'PUT', body })
const post = (body: object) => ({ method: 'POST', body })

const progress: Table = {
  own: all([...COMMITTEE, 'vice-secretary', 'ratifier', 'observer']),
  parent: all([...COMMITTEE, 'vice-secretary', 'ratifier', 'observer']),
}

const scenarios: readonly Scenario[] = [
  { what: 'reading a report', path: () => report, sent: () => ({}), table: reads },
  {
    what: 'entering what is the unit’s own',
    path: () => `${report}/entries/fee-rate`,
    sent: (n) => put({ state: 'value', text: '96', version: n }),
    table: entersOwn,
  },
  {
    what: 'entering what others supply',
    path: () => `${report}/entries/on-time`,
    sent: (n) => put({ state: 'value', text: '是', version: n }),
    table: supplies,
  },
  {
    what: 'writing down an event',
    path: () => `${report}/events`,
    sent: () =>
      post({
        event: 'volunteer',
        happenedOn: '2023-03-05',
        attributes: { level: '区级', people: '9' },
      }),
    table: entersOwn,
  },
  {
    what: 'declaring events complete',
    path: () => `${report}/complete/volunteer`,
    sent: () => put({ complete: true }),
    table: entersOwn,
  },
  {
    what: 'contesting what others supplied',
    path: () => `${report}/contests`,
    sent: () => post({ fact: 'on-time', reason: '记错了' }),
    table: { child: all(UNIT) },
    through: [200, 409],
  },
  {
    what: 'beginning an upload',
    path: () => `${report}/uploads`,
    sent: () => post({ item: 'brand', name: '照片.jpg', size: 10 }),
    table: attaches,
  },
  {
    what: 'giving an item back',
    path: () => `${report}/returns`,
    sent: () => post({ item: 'brand', reason: '缺照片' }),
    table: { own: all(returners), parent: all(returners) },
    through: [200, 409],
  },
  {
    what: 'granting a later deadline',
    path: () => `${report}/exception`,
    sent: () => put({ dueOn: '2099-12-31', reason: '灾情' }),
    table: { own: all(['organiser']), parent: all(['organiser']) },
  },
  {
    what: 'looking at the progress of all',
    path: () => `/cycles/${cycle}/progress`,
    sent: () => ({}),
    table: progress,
  },
  {
    what: 'reminding units',
    path: () => `/cycles/${cycle}/reminders`,
    sent: () => post({ units: [world.units.child.id], text: '请填报' }),
    table: { own: all(returners) },
  },
  {
    what: 'reading observations',
    path: () => `/cycles/${cycle}/observations`,
    sent: () => ({}),
    table: { own: all([...COMMITTEE, 'vice-secretary', 'ratifier', 'inspector']) },
  },
  {
    what: 'writing an observation',
    path: () => `/cycles/${cycle}/observations`,
    sent: () =>
      post({
        unit: world.units.child.id,
        item: 'brand',
        observedOn: '2023-05-04',
        text: '到场看了',
      }),
    table: { own: all([...COMMITTEE, 'inspector']) },
  },
  {
    what: 'reading what units below reported',
    path: () => `${report}/below`,
    sent: () => ({}),
    table: reads,
  },
  {
    what: 'looking at data of many units',
    path: () => `/cycles/${cycle}/facts`,
    sent: () => ({}),
    table: { own: all(COMMITTEE) },
  },
  {
    what: 'taking a workbook home',
    path: () => `${report}/worksheet`,
    sent: () => ({}),
    table: reads,
  },
  {
    what: 'confirming that a report is true',
    path: () => `${report}/confirmation`,
    sent: () => post({ isTrue: true, version: 0 }),
    table: { child: all(['unit-head']) },
  },
]

describe.each(scenarios)('$what', ({ path, sent, table, through }) => {
  it('is done by those who may, and is not there for all others', async () => {
    let done = 0
    for (const place of places)
      for (const role of accountRoles) {
        const ask = await world.as(role, place)
        const { status } = await ask(path(), sent(done))
        const expected = table[place]?.[role] ?? 404
        const fits = expected === 200 ? (through ?? [200]).includes(status) : status === expected
        expect([place, role, fits ? expected : status]).toEqual([place, role, expected])
        if (status === 200) done += 1
      }
    expect(done).toBeGreaterThan(0)
  }, 120_000)
})
