import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loginOf, startWorld, type World } from '../world.ts'
import { type Browser, browser } from './browser.ts'
import { REDIRECT, type RunningProvider, signInThere, startProvider } from './provider.ts'

let provider: RunningProvider
let world: World
beforeAll(async () => {
  provider = await startProvider()
  world = await startWorld(undefined, { elsewhere: provider.settings })
})
afterAll(async () => {
  await world.stop()
  await provider.stop()
})

const START = 'http://localhost/api/elsewhere'
const backAt = (address: string): string => `${START}/callback${new URL(address).search}`

async function leave(who: Browser): Promise<string> {
  const { status, headers } = await who.open(START)
  expect(status).toBe(302)
  return headers.get('Location')!
}

/** Goes to the provider and comes back. @returns where the browser is sent last */
async function through(who: Browser, login: string): Promise<URL> {
  const back = await signInThere(await leave(who), login)
  const { headers } = await who.open(backAt(back))
  return new URL(headers.get('Location')!, START)
}

async function link(person: string, subject: string | null) {
  const admin = await world.as('system-administrator', 'own')
  return admin(`/people/${person}/elsewhere`, { method: 'PUT', body: { subject } })
}

describe('signing in through another provider', () => {
  it('is offered by its name', async () => {
    expect((await browser(world.app).ask('/welcome')).json.elsewhere).toBe('统一身份')
  })

  it('opens nothing before an administrator has linked the account, and tells the number', async () => {
    const who = browser(world.app)
    const end = await through(who, 'somebody')
    expect([end.pathname, end.search, end.hash]).toEqual(['/sign-in', '', '#unlinked=somebody'])
    expect((await who.ask('/session')).status).toBe(401)
  })

  it('opens the linked account, and no longer when the link is gone', async () => {
    const person = world.people.get(loginOf('unit-clerk', 'own'))!
    expect((await link(person, 'clerk-17')).status).toBe(200)
    const who = browser(world.app)
    expect((await through(who, 'clerk-17')).pathname).toBe('/')
    expect((await who.ask('/session')).json.person.id).toBe(person)
    const admin = await world.as('system-administrator', 'own')
    const { people } = (await admin(`/units/${world.units.own.id}/people`)).json
    const row = people.find(({ id }: { id: string }) => id === person)
    expect(row.subject).toBe('clerk-17')
    await link(person, null)
    expect((await through(browser(world.app), 'clerk-17')).hash).toContain('unlinked')
  })

  it('is one factor: administrators show the second', async () => {
    const person = world.people.get(loginOf('audit-administrator', 'own'))!
    await link(person, 'auditor')
    const who = browser(world.app)
    expect((await through(who, 'auditor')).hash).toBe('#next=set-up-factor')
    expect((await who.ask('/session')).status).toBe(401)
  })

  it('links one number to one account', async () => {
    const [a, b] = (['ratifier', 'observer'] as const).map(
      (role) => world.people.get(loginOf(role, 'own'))!,
    )
    expect((await link(a!, 'only-one')).status).toBe(200)
    expect((await link(b!, 'only-one')).status).toBe(409)
    expect((await link(a!, 'another')).status).toBe(200)
  })

  it('links nobody to himself', async () => {
    const self = world.people.get(loginOf('system-administrator', 'own'))!
    expect((await link(self, 'myself')).status).toBe(409)
  })
})

describe('a way back that was not begun here', () => {
  it('opens nothing: without the cookie of the browser that went', async () => {
    const back = await signInThere(await leave(browser(world.app)), 'clerk-17')
    const other = browser(world.app)
    const { headers } = await other.open(backAt(back))
    expect(headers.get('Location')).toBe('/sign-in#failed=way')
  })

  it('opens nothing: with another state, a code made up, or one used before', async () => {
    const person = world.people.get(loginOf('unit-clerk', 'own'))!
    await link(person, 'clerk-17')
    const ended = async (change: (address: URL) => void): Promise<string | null> => {
      const who = browser(world.app)
      const back = new URL(await signInThere(await leave(who), 'clerk-17'))
      change(back)
      const { headers } = await who.open(backAt(back.href))
      expect((await who.ask('/session')).status).toBe(401)
      return headers.get('Location')
    }
    const refused = '/sign-in#failed=provider'
    expect(await ended(({ searchParams }) => searchParams.set('state', 'x'))).toBe(refused)
    expect(await ended(({ searchParams }) => searchParams.set('code', 'x'))).toBe(refused)
    expect(await ended(({ searchParams }) => searchParams.set('iss', 'https://x.example'))).toBe(
      refused,
    )

    const who = browser(world.app)
    const back = backAt(await signInThere(await leave(who), 'clerk-17'))
    const way = who.cookies.get('kaohe_elsewhere')!
    expect((await who.open(back)).headers.get('Location')).toBe('/')
    who.cookies.set('kaohe_elsewhere', way)
    expect((await who.open(back)).headers.get('Location')).toBe(refused)
  })

  it('is refused with words when the provider says no', async () => {
    const who = browser(world.app)
    const state = new URL(await leave(who)).searchParams.get('state')
    const no = `${REDIRECT}?error=access_denied&state=${state}&iss=${encodeURIComponent(provider.settings.issuer)}`
    expect((await who.open(backAt(no))).headers.get('Location')).toBe('/sign-in#failed=provider')
  })
})

describe('what a provider says of a person', () => {
  it('opens nothing when it is not signed with a key that the provider shows', async () => {
    const forger = await startProvider(true)
    const deceived = await startWorld(undefined, { elsewhere: forger.settings })
    const who = browser(deceived.app)
    const back = await signInThere(await leave(who), 'clerk-17')
    expect((await who.open(backAt(back))).headers.get('Location')).toBe('/sign-in#failed=provider')
    await deceived.stop()
    await forger.stop()
  })
})

describe('without a provider', () => {
  it('there is no such door', async () => {
    const plain = await startWorld()
    expect((await browser(plain.app).open(START)).status).toBe(404)
    await plain.stop()
  })
})
