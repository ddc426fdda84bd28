import { accountRoles, type Role } from '@kaohe/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Place, places, type Sent, startWorld, type World } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const NOWHERE = '00000000-0000-4000-8000-000000000000'
const ON = '2024-01-01'
/** A version that nothing has: who may is told so, and who may not sees nothing. */
const LATE = 99

const all: readonly Role[] = accountRoles
const managers: readonly Role[] = ['organiser', 'system-administrator']
const describers: readonly Role[] = [...managers, 'unit-head', 'unit-clerk']
const insiders = all.filter((role) => role !== 'survey-agency' && role !== 'interviewer')

interface Scenario {
  readonly what: string
  readonly ask: (unit: string) => readonly [path: string, sent?: Sent]
  /** Who may, by where they stand to the unit; at no other place anybody may. Independent of the policies. */
  readonly may: Partial<Readonly<Record<Place, readonly Role[]>>>
  /** What those who may are answered. */
  readonly status: number
}

const post = (body: object): Sent => ({ method: 'POST', body })
const patch = (body: object): Sent => ({ method: 'PATCH', body })
const managed = { own: managers, parent: managers }
const inside = { own: insiders, parent: insiders }

const scenarios: readonly Scenario[] = [
  {
    what: 'listing what is below',
    ask: (unit) => [`/units?parent=${unit}`],
    may: { own: all, parent: all, child: all },
    status: 200,
  },
  {
    what: 'listing what was below',
    ask: (unit) => [`/units?parent=${unit}&on=${ON}`],
    may: { own: all, parent: all, child: all },
    status: 200,
  },
  {
    what: 'reading',
    ask: (unit) => [`/units/${unit}`],
    may: { own: all, parent: all, child: all },
    status: 200,
  },
  { what: 'the page', ask: (unit) => [`/units/${unit}/page`], may: inside, status: 200 },
  {
    what: 'who stood for it',
    ask: (unit) => [`/units/${unit}/predecessors?on=${ON}`],
    may: inside,
    status: 200,
  },
  {
    what: 'changing',
    ask: (unit) => [`/units/${unit}`, patch({ name: 'x', on: ON, version: LATE })],
    may: managed,
    status: 409,
  },
  {
    what: 'moving',
    ask: (unit) => [`/units/${unit}/move`, post({ parent: NOWHERE, on: ON, version: LATE })],
    may: managed,
    status: 409,
  },
  {
    what: 'ending',
    ask: (unit) => [`/units/${unit}/end`, post({ on: ON, version: LATE })],
    may: managed,
    status: 409,
  },
  {
    what: 'merging',
    ask: (unit) => [
      `/units/${unit}/merge`,
      post({ units: [{ id: unit, version: LATE }], on: ON, version: LATE }),
    ],
    may: managed,
    status: 409,
  },
  {
    what: 'splitting',
    ask: (unit) => [
      `/units/${unit}/split`,
      post({ units: [{ name: 'x', kind: '镇' }], ends: false, on: ON, version: LATE }),
    ],
    may: managed,
    status: 409,
  },
  {
    what: 'writing an attribute',
    ask: (unit) => [
      `/units/${unit}/attributes`,
      post({ attribute: '团员数', value: '1', knownOn: ON, source: '年报', version: LATE }),
    ],
    may: { own: describers, parent: managers },
    status: 409,
  },
  {
    what: 'adding a contact',
    ask: (unit) => [`/units/${unit}/contacts`, post({ name: '张三', duty: '', phone: '' })],
    may: { own: describers, parent: managers },
    status: 200,
  },
  {
    what: 'adding a department that is there',
    ask: (unit) => [`/units/${unit}/departments`, post({ name: '宣传部' })],
    may: managed,
    status: 422,
  },
  {
    what: 'naming who answers for it',
    ask: (unit) => [
      `/units/${unit}/bodies`,
      post({ body: NOWHERE, capacity: '社区党组织', from: ON }),
    ],
    may: managed,
    status: 422,
  },
  {
    what: 'looking at an import',
    ask: (unit) => [`/units-import/preview?under=${unit}&file=x.csv`, post({})],
    may: managed,
    status: 422,
  },
  {
    what: 'importing',
    ask: (unit) => [`/units-import?under=${unit}&file=x.csv&basis=x`, post({})],
    may: managed,
    status: 422,
  },
  {
    what: 'exporting',
    ask: (unit) => [`/units-export?under=${unit}&format=csv`],
    may: inside,
    status: 200,
  },
]

describe.each(scenarios)('$what', ({ ask: asked, may, status: answered }) => {
  beforeAll(async () => {
    const ask = await world.as('organiser', 'own')
    await ask(`/units/${world.units.own.id}/departments`, post({ name: '宣传部' }))
  })

  it.each(places)('as each role at %s', async (place) => {
    for (const role of accountRoles) {
      // Signing in takes most of the time, once for each person.
      const ask = await world.as(role, place)
      const { status } = await ask(...asked(world.units.own.id))
      const allowed = may[place]?.includes(role) === true
      expect([role, status]).toEqual([role, allowed ? answered : 404])
    }
  })
})

describe('a search', () => {
  it.each(places)('finds what is at and below %s and nothing else', async (place) => {
    const ask = await world.as('unit-clerk', place)
    const { json } = await ask('/units/search?q=org')
    const { id, path } = world.units[place]
    const below = Object.values(world.units).filter((unit) => unit.path.includes(id))
    const found = json.units.map((unit: { id: string }) => unit.id)
    expect(found.toSorted()).toEqual(below.map((unit) => unit.id).toSorted())
    expect(path).toContain(id)
  })
})
