import { accountRoles, type Role } from '@kaohe/domain'
import { acting, askAs, enrol } from '@kaohe/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loginOf, type Place, places, type Sent, startWorld, type World } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

let made = 0

/** Someone fresh in the organisation in the middle, for acts that change a person. */
async function someone(): Promise<{ person: string; post: string }> {
  const { id: org, path } = world.units.own
  made += 1
  return acting(world.db, {}, async (db) => {
    const one = { org, path, name: `某${made}`, role: 'unit-clerk', from: '2020-01-01' }
    const enrolled = await enrol(db, { ...one, login: () => `someone-${made}` })
    await askAs(db, {})
    return enrolled
  })
}

// Written independently of the policies: by place of the asker, seen from the organisation in the middle.
const readers: readonly Role[] = [
  'organiser',
  'system-administrator',
  'security-administrator',
  'unit-head',
]
type May = Partial<Readonly<Record<Place, readonly Role[]>>>
const above = (...roles: Role[]): May => ({ own: roles, parent: roles })

interface Scenario {
  readonly name: string
  readonly may: May
  readonly ask: () => Promise<[string, Sent?]> | [string, Sent?]
}

const post = (body: object = {}): Sent => ({ method: 'POST', body })

const scenarios: readonly Scenario[] = [
  {
    name: 'read the people',
    may: above(...readers),
    ask: () => [`/units/${world.units.own.id}/people`],
  },
  {
    name: 'invite',
    may: above('system-administrator'),
    ask: () => [`/units/${world.units.own.id}/people`, post({ names: ['新人'] })],
  },
  {
    name: 'invite again',
    may: above('system-administrator'),
    ask: async () => [`/people/${(await someone()).person}/invitation`, post()],
  },
  {
    name: 'rename',
    may: above('system-administrator'),
    ask: async () => [
      `/people/${(await someone()).person}`,
      { method: 'PATCH', body: { name: '改名', version: 1 } },
    ],
  },
  {
    name: 'end an account',
    may: above('system-administrator'),
    ask: async () => [`/people/${(await someone()).person}/end`, post({ version: 1 })],
  },
  {
    name: 'release from the second factor',
    may: above('security-administrator'),
    ask: async () => [`/people/${(await someone()).person}/factor-release`, post()],
  },
  {
    name: 'grant a post',
    may: above('security-administrator'),
    ask: async () => [
      `/units/${world.units.own.id}/posts`,
      post({ person: (await someone()).person, role: 'observer', from: '2026-01-01' }),
    ],
  },
  {
    name: 'end a post',
    may: above('security-administrator'),
    ask: async () => [`/posts/${(await someone()).post}/end`, post({ on: '2026-01-01' })],
  },
]

describe.each(scenarios)('$name', ({ may, ask }) => {
  it.each(places)('as each role at %s', async (place) => {
    for (const role of accountRoles) {
      const asker = await world.as(role, place)
      const { status, text } = await asker(...(await ask()))
      const allowed = may[place]?.includes(role) ?? false
      expect([role, status, allowed || !text.includes('某')]).toEqual([
        role,
        allowed ? 200 : 404,
        true,
      ])
    }
  })

  it('reveals nothing to nobody', async () => {
    expect((await world.ask(...(await ask()))).status).toBe(401)
  })
})

describe('what is refused', () => {
  it.each(['system-administrator', 'security-administrator'] as const)(
    'looks to a %s elsewhere as if it were not there',
    async (role) => {
      const asker = await world.as(role, 'cousin')
      const { person } = await someone()
      const nowhere = '00000000-0000-4000-8000-000000000000'
      for (const act of ['invitation', 'factor-release']) {
        const there = await asker(`/people/${person}/${act}`, post())
        const absent = await asker(`/people/${nowhere}/${act}`, post())
        expect({ ...there.json, request: '' }).toEqual({ ...absent.json, request: '' })
      }
    },
  )
})

describe('lending the post in use', () => {
  const day = (days: number): string =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

  it.each(accountRoles)('as %s', async (role) => {
    const asker = await world.as(role, 'own')
    const { person } = await someone()
    const body = { person, from: day(1), to: day(10) }
    const { status } = await asker('/account/stand-ins', post(body))
    expect([role, status]).toEqual([role, role.endsWith('-administrator') ? 404 : 200])
  })

  it('is for people of the own organisation', async () => {
    const asker = await world.as('organiser', 'own')
    for (const place of places.filter((one) => one !== 'own')) {
      const person = world.people.get(loginOf('unit-clerk', place))!
      const body = { person, from: day(1), to: day(10) }
      expect([place, (await asker('/account/stand-ins', post(body))).status]).toEqual([place, 404])
    }
  })

  it('is taken back by whoever lent it alone', async () => {
    const lender = await world.as('vice-secretary', 'own')
    const { person } = await someone()
    const body = { person, from: day(1), to: day(10) }
    const { json } = await lender('/account/stand-ins', post(body))
    const other = await world.as('ratifier', 'own')
    const path = `/account/stand-ins/${json.post}`
    expect((await other(path, { method: 'DELETE' })).status).toBe(404)
    expect((await lender(path, { method: 'DELETE' })).status).toBe(200)
    const left = (await lender('/account/stand-ins')).json.standIns
    expect(left.map(({ id }: { id: string }) => id)).not.toContain(json.post)
  })
})
