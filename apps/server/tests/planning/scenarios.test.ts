import { accountRoles, type Role } from '@kaohe/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Place, places, type Sent, startWorld, type World } from '../world.ts'
import {
  type May,
  NOTICE,
  post,
  put,
  QUESTION,
  RULING,
  startYear,
  STEP,
  type Year,
} from './year.ts'

let world: World
let year: Year
beforeAll(async () => {
  world = await startWorld()
  year = await startYear(world)
}, 120_000)
afterAll(() => world.stop())

// Written independently of the policies.
const readers: readonly Role[] = [
  'organiser',
  'department-head',
  'department-reviewer',
  'vice-secretary',
  'ratifier',
  'unit-clerk',
  'unit-head',
  'subordinate-clerk',
  'inspector',
  'observer',
]
const office: readonly Role[] = readers.slice(0, 5)
const drafters: readonly Role[] = readers.slice(0, 3)
const organiser: readonly Role[] = ['organiser']
const everywhere: May = { own: readers, parent: readers, child: readers }

interface Scenario {
  readonly name: string
  readonly ask: (year: Year) => [string, Sent?]
  readonly may: May
}

const scenarios: readonly Scenario[] = [
  { name: 'read a scheme', ask: (y) => [`/schemes/${y.scheme}`], may: everywhere },
  { name: 'read its text', ask: (y) => [`/schemes/${y.scheme}/text`], may: everywhere },
  { name: 'read its changes', ask: (y) => [`/schemes/${y.scheme}/changes`], may: everywhere },
  { name: 'read a draft', ask: (y) => [`/schemes/${y.draft}`], may: { own: office } },
  {
    name: 'read the text of a draft',
    ask: (y) => [`/schemes/${y.draft}/text`],
    may: { own: office },
  },
  {
    name: 'write a draft',
    ask: (y) => [
      `/schemes/${y.draft}/text`,
      put({ title: 'x', text: 'x', readings: null, version: 0 }),
    ],
    may: { own: organiser },
  },
  {
    name: 'propose a publication',
    ask: (y) => [`/schemes/${y.draft}/proposal-to-publish`, post({ version: 0 })],
    may: { own: organiser },
  },
  {
    name: 'confirm a publication',
    ask: (y) => [`/schemes/${y.draft}/publication`, post({ version: 0 })],
    may: { own: ['organiser', 'vice-secretary', 'ratifier'] },
  },
  {
    name: 'correct a scheme',
    ask: (y) => [`/schemes/${y.scheme}/corrections`, post({ reason: '更正' })],
    may: { own: organiser },
  },
  { name: 'read a cycle', ask: (y) => [`/cycles/${y.cycle}`], may: everywhere },
  { name: 'read the calendar', ask: (y) => [`/cycles/${y.cycle}/calendar`], may: everywhere },
  { name: 'read the departments', ask: (y) => [`/cycles/${y.cycle}/departments`], may: everywhere },
  {
    name: 'read candidates',
    ask: (y) => [`/cycles/${y.cycle}/candidates`],
    may: { own: organiser },
  },
  {
    name: 'assign assessees',
    ask: (y) => [`/cycles/${y.cycle}/assessees`, put({ kinds: {}, units: [] })],
    may: { own: organiser },
  },
  {
    name: 'correct who is assessed',
    ask: (y) => [
      `/cycles/${y.cycle}/assessee-corrections`,
      post({ unit: '00000000-0000-4000-8000-000000000000', type: null, reason: '退出' }),
    ],
    may: { own: organiser },
  },
  {
    name: 'open a cycle',
    ask: (y) => [`/cycles/${y.cycle}/opening`, post()],
    may: { own: organiser },
  },
  {
    name: 'assign departments',
    ask: (y) => [
      `/cycles/${y.cycle}/items/models/departments`,
      put({ departments: [y.department] }),
    ],
    may: { own: organiser },
  },
  {
    name: 'assign departments as written',
    ask: (y) => [`/cycles/${y.cycle}/departments-as-written`, post()],
    may: { own: organiser },
  },
  { name: 'list proposals', ask: (y) => [`/schemes/${y.draft}/proposals`], may: { own: office } },
  {
    name: 'start a proposal',
    ask: (y) => [
      `/schemes/${y.draft}/proposals`,
      post({ kind: 'item', subject: null, department: y.department }),
    ],
    may: { own: drafters },
  },
  { name: 'read a proposal', ask: (y) => [`/proposals/${y.proposal}`], may: { own: office } },
  {
    name: 'write a proposal',
    ask: (y) => [`/proposals/${y.proposal}`, put({ text: 'x', version: 0 })],
    may: { own: drafters },
  },
  {
    name: 'hand in a proposal',
    ask: (y) => [`/proposals/${y.proposal}/handing-in`, post({ version: 0 })],
    may: { own: ['department-head'] },
  },
  {
    name: 'decide on a proposal',
    ask: (y) => [
      `/proposals/${y.proposal}/decision`,
      post({ accept: false, because: '不妥', version: 0 }),
    ],
    may: { own: organiser },
  },
  { name: 'read notices', ask: (y) => [`/cycles/${y.cycle}/notices`], may: everywhere },
  {
    name: 'send a notice',
    ask: (y) => [`/cycles/${y.cycle}/notices`, post(NOTICE)],
    may: { own: organiser },
  },
  {
    name: 'acknowledge a notice',
    ask: (y) => [`/notices/${y.notice}/receipt`, post()],
    may: { child: ['unit-clerk', 'unit-head'] },
  },
  { name: 'read questions', ask: (y) => [`/cycles/${y.cycle}/questions`], may: everywhere },
  {
    name: 'ask a question',
    ask: (y) => [`/cycles/${y.cycle}/questions`, post(QUESTION)],
    may: { child: ['unit-clerk', 'unit-head'] },
  },
  {
    name: 'record a ruling',
    ask: (y) => [`/cycles/${y.cycle}/rulings`, post(RULING)],
    may: { own: organiser },
  },
  { name: 'read work points', ask: (y) => [`/plans/${y.plan}`], may: everywhere },
  {
    name: 'report on a task',
    ask: (y) => [`/plans/${y.plan}/tasks/youth-study/steps`, post({ ...STEP, target: 99 })],
    may: { own: drafters },
  },
]

describe.each(scenarios)('$name', ({ ask, may }) => {
  it.each(places)('as each role at %s', async (place: Place) => {
    for (const role of accountRoles) {
      const as = await world.as(role, place)
      const { status, json } = await as(...ask(year))
      const refused = status === 404
      const allowed = may[place]?.includes(role) ?? false
      // What is allowed may still not fit where things stand; that is told, and is not a refusal.
      expect([role, refused, status < 500]).toEqual([role, !allowed, true])
      expect(refused && json.title).toBe(!allowed && '没有找到，或者您无权查看')
    }
  })
})

describe('what everyone does for the own organisation', () => {
  const own: readonly { name: string; ask: [string, Sent?]; roles: readonly Role[] }[] = [
    { name: 'list schemes', ask: ['/schemes'], roles: readers },
    { name: 'list shipped schemes', ask: ['/shipped-schemes'], roles: readers },
    { name: 'list cycles', ask: ['/cycles'], roles: readers },
    { name: 'list work points', ask: ['/plans'], roles: readers },
    {
      name: 'create a scheme',
      ask: ['/schemes', post({ title: '新方案', text: '方案: x', readings: null })],
      roles: organiser,
    },
    { name: 'read the words to draft with', ask: ['/drafting-language'], roles: readers },
    {
      name: 'load work points',
      ask: ['/plans', post({ shipped: 'neimenggu-2020-priorities', text: null, cycle: null })],
      roles: organiser,
    },
  ]
  it.each(own)('$name', async ({ ask, roles }) => {
    for (const role of accountRoles) {
      const { status } = await (await world.as(role, 'sibling'))(...ask)
      expect([role, status]).toEqual([role, roles.includes(role) ? 200 : 404])
    }
  })

  it('a list shows nothing of a sibling, and no draft of others', async () => {
    const lists = async (place: Place) => {
      const { json } = await (await world.as('organiser', place))('/schemes')
      return json.schemes.map(({ id }: { id: string }) => id)
    }
    expect(await lists('own')).toEqual(expect.arrayContaining([year.scheme, year.draft]))
    expect(await lists('cousin')).not.toContain(year.scheme)
    for (const place of ['parent', 'child'] as const) {
      expect(await lists(place)).toContain(year.scheme)
      expect(await lists(place)).not.toContain(year.draft)
    }
  })
})
