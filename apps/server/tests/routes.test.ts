import * as contract from '@kaohe/contract'
import type { Endpoint } from '@kaohe/contract'
import { accountRoles, policies, type Role } from '@kaohe/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleOf } from './sample.ts'
import { type Place, startWorld, type World } from './world.ts'

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value
}

/** Every endpoint of the contract, wherever its room keeps it. */
const endpoints: readonly Endpoint[] = Object.values(contract).flatMap((room) =>
  typeof room === 'object' && room !== null ? Object.values(room).filter(isEndpoint) : [],
)
const guarded = endpoints.filter(({ act, door }) => act !== 'anyone' && door === undefined)
const held = endpoints.filter(({ door }) => door === 'link')
const ruled = guarded.filter(({ act }) => act !== 'session')

let world: World
const known = new Map<string, string>()

beforeAll(async () => {
  world = await startWorld()
  known.set('unit', world.units.own.id)
})
afterAll(() => world.stop())

const NOWHERE = '00000000-0000-4000-8000-000000000000'

function pathOf({ path }: Endpoint, unit: string): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    name === 'unit' ? unit : name === 'position' || name === 'old' ? '1' : NOWHERE,
  )
}

// What a small sample does not meet by itself: a pattern, or one of two fields.
const MORE: Readonly<Record<string, object>> = {
  'POST /units/{unit}/contacts': { phone: '0' },
  'POST /units/{unit}/bodies': { name: 'x' },
  'PUT /messages/settings': { quiet: { on: true, from: '21:00', to: '08:00', restDays: false } },
}

function bodyOf({ method, path, body }: Endpoint): object {
  const sample = sampleOf(body) ?? {}
  return { ...sample, ...MORE[`${method} ${path}`] }
}

type Ask = Awaited<ReturnType<World['as']>>

function askFor(ask: Ask, endpoint: Endpoint, unit: string) {
  const { method } = endpoint
  const sent = method === 'GET' ? {} : { method, body: bodyOf(endpoint) }
  return ask(pathOf(endpoint, unit), sent)
}

describe('every route of the contract', () => {
  it('is there', () => {
    expect(endpoints.length).toBeGreaterThan(90)
    const served = new Set(world.app.routes.map(({ method, path }) => `${method} ${path}`))
    const missing = endpoints.filter(
      ({ method, path }) => !served.has(`${method} /api${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    )
    expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([])
  })

  it('takes what these tests send it, so that it is refused for who asks and not for what is sent', () => {
    const bad = endpoints.filter((one) => one.body?.safeParse(bodyOf(one)).success === false)
    expect(bad.map(({ method, path }) => `${method} ${path}`)).toEqual([])
  })

  it('has rows in the policies', () => {
    const acts = new Set(policies.map(({ act }) => act))
    const unruled = [...ruled, ...held].filter(({ act }) => !acts.has(act))
    expect(unruled.map(({ path }) => path)).toEqual([])
    const used = new Set(endpoints.map(({ act }) => act))
    // Whether one sees a draft is asked inside the routes of schemes.
    expect([...acts].filter((act) => !used.has(act))).toEqual(['scheme.draft'])
  })

  it('asks who brings no session to sign in', async () => {
    for (const endpoint of guarded) {
      const { status, text } = await askFor(world.ask, endpoint, world.units.own.id)
      expect([endpoint.path, status]).toEqual([endpoint.path, 401])
      expect(text).not.toContain('own org')
    }
  })
})

describe('what is answered by private link', () => {
  it('asks whoever brings none for it, and knows no link that was not given', async () => {
    const organiser = await world.as('organiser', 'own')
    for (const endpoint of held) {
      const sent = {
        method: endpoint.method,
        ...(endpoint.method !== 'GET' && { body: bodyOf(endpoint) }),
      }
      const path = pathOf(endpoint, world.units.own.id)
      for (const ask of [world.ask, organiser]) {
        expect([path, (await ask(path, sent)).status]).toEqual([path, 401])
        const headers = { 'Kaohe-Link': 'x'.repeat(43) }
        const made = await ask(path, { ...sent, headers })
        expect([path, made.status, made.json.type]).toEqual([
          path,
          404,
          'urn:kaohe:problem:no-such-link',
        ])
      }
    }
  })

  it('is for roles without an account', () => {
    const mine = policies.filter(({ act }) => held.some((one) => one.act === act))
    const withAccount = mine.flatMap(({ roles }) =>
      roles.filter((role) => accountRoles.includes(role)),
    )
    expect(withAccount).toEqual([])
  })
})

// Who has no row at all for an act is refused wherever he stands, whatever he names.
describe('a role without a row', () => {
  it.each(accountRoles)(
    'is refused: %s',
    async (role) => {
      const ask = await world.as(role, 'own')
      const mine = (act: string) =>
        policies.some((one) => one.act === act && one.roles.includes(role))
      for (const endpoint of ruled.filter(({ act }) => !mine(act))) {
        const { status, text } = await askFor(ask, endpoint, world.units.own.id)
        expect([endpoint.method, endpoint.path, [404, 422].includes(status), text]).toEqual([
          endpoint.method,
          endpoint.path,
          true,
          text,
        ])
      }
    },
    60_000,
  )
})

// Nobody beside or in another tree reaches what is named by a unit, whatever his role.
describe('someone beside or elsewhere', () => {
  const outsiders: readonly Place[] = ['sibling', 'cousin', 'other']
  const cases = outsiders.flatMap((place) =>
    accountRoles.map((role): [Role, Place] => [role, place]),
  )
  it.each(cases)(
    '%s at %s finds nothing',
    async (role, place) => {
      const ask = await world.as(role, place)
      for (const endpoint of ruled.filter(({ path }) => path.includes('{unit}'))) {
        const there = await askFor(ask, endpoint, world.units.own.id)
        const nowhere = await askFor(ask, endpoint, NOWHERE)
        expect([endpoint.path, there.status, { ...there.json, request: '' }]).toEqual([
          endpoint.path,
          nowhere.status,
          { ...nowhere.json, request: '' },
        ])
        expect(there.status).toBeGreaterThanOrEqual(400)
        expect(there.status).toBeLessThan(500)
      }
    },
    60_000,
  )
})
