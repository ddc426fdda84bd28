import { endpoints, isVersioned } from '@kaohe/contract'
import { accountRoles } from '@kaohe/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Got, type Place, startWorld, type World } from '../world.ts'
import { followup } from './followup.ts'
import type { Late, Situations } from './late.ts'
import { identity, organisation } from './organisation.ts'
import { planning } from './planning.ts'
import { reporting } from './reporting.ts'
import { result } from './result.ts'
import { claims, desks, letters, meetings } from './review.ts'

const ROOMS: readonly Situations[] = [
  organisation,
  identity,
  planning,
  reporting,
  desks,
  claims,
  letters,
  meetings,
  result,
  followup,
]

/** No version that there is. */
const GONE = 77
const STRANGERS: readonly Place[] = ['sibling', 'other']

interface Outcome extends Late {
  readonly plain: Got
  readonly conditional: Got
  /** Those elsewhere who were told anything but that there is nothing. */
  readonly told: readonly string[]
}

const versioned = endpoints
  .filter(({ endpoint }) => isVersioned(endpoint))
  .map(({ room, name, endpoint }) => ({ route: `${room}.${name}`, method: endpoint.method }))

let world: World
const outcomes = new Map<string, Outcome>()

async function strangersTold({ path, body }: Late, method: string): Promise<string[]> {
  const told: string[] = []
  for (const place of STRANGERS)
    for (const role of accountRoles) {
      const ask = await world.as(role, place)
      const { status, text } = await ask(path, { method, body: { ...body, version: GONE } })
      if (status !== 404 || text.includes('standing')) told.push(`${role}@${place} ${status}`)
    }
  return told
}

async function outcomeOf(late: Late): Promise<Outcome> {
  const { ask, path, body, route } = late
  const method = versioned.find((one) => one.route === route)!.method
  const plain = await ask(path, { method, body: { ...body, version: GONE } })
  const headers = { 'If-Match': `"${GONE}"` }
  const conditional = await ask(path, { method, body, headers })
  return { ...late, plain, conditional, told: await strangersTold(late, method) }
}

beforeAll(async () => {
  world = await startWorld()
  for (const room of ROOMS)
    for await (const late of room(world)) outcomes.set(late.route, await outcomeOf(late))
}, 300_000)
afterAll(() => world.stop())

describe.each(versioned.map(({ route }) => route))('who is too late at %s', (route) => {
  it('is told both versions, what he sent and what stands', () => {
    const { plain, conditional, body, yours = body, standing } = outcomes.get(route)!
    expect([route, plain.status, conditional.status]).toEqual([route, 409, 412])
    for (const { json } of [plain, conditional]) {
      expect(json.versions.yours).toMatchObject({ ...yours, version: GONE })
      expect(json.versions.standing).toMatchObject(standing)
    }
  })

  it('elsewhere is told nothing', () => {
    expect(outcomes.get(route)!.told).toEqual([])
  })
})
