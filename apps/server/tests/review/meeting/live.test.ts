import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../world.ts'
import { following } from './following.ts'
import { asJudge, ballot, type Hall, openHall, type Speaking } from './hall.ts'

let world: World
let hall: Hall
let first: Speaking
let cookie: string
beforeAll(async () => {
  world = await startWorld()
  hall = await openHall(world, { judges: [{ name: '甲' }, { name: '乙' }] })
  first = (await hall.speakers())[0]!
  const body = JSON.stringify({ login: 'own-organiser', password: 'correct horse' })
  const got = await world.app.request('/api/session', { method: 'POST', body })
  cookie = got.headers.get('Set-Cookie')!.split(';', 1)[0]!
}, 120_000)
afterAll(() => world.stop())

const wall = () => following(world, `/meetings/${hall.meeting}/live`, { Cookie: cookie })
const phone = (at: number) =>
  following(world, '/ballot/live', { 'Kaohe-Link': hall.slips[at]!.token })

describe('screens that follow a meeting', () => {
  it('hear of each step, whenever they come; counts and results go to the big one alone', async () => {
    const [big, small] = [await wall(), await phone(0)]
    await small.until((event) => event.includes('"preparing"'))
    await hall.step('open', first.id)
    await small.until((event) => event.includes('"scoring"'))
    await asJudge(world, hall.slips[1]!)(`/ballot/${first.id}`, ballot('77.37'))
    const counted = await big.until((event) => event.includes('"given":1'))
    expect(JSON.parse(counted)).toEqual({ version: expect.any(Number), given: 1 })
    const came = await wall()
    const whole = await came.until((event) => event.includes('"given":1'))
    expect(JSON.parse(whole)).toMatchObject({ now: { given: 1, expected: 2 }, outcome: null })
    const late = await phone(1)
    await late.until((event) => event.includes('"scoring"'))
    await hall.step('seal', first.id)
    const sealed = await big.until((event) => event.includes('"sealed"'))
    expect(JSON.parse(sealed).outcome).toMatchObject({ ballots: 1, spread: null })
    await small.until((event) => event.includes('"sealed"'))
    for (const event of [...small.events, ...late.events])
      expect(event).not.toMatch(/given|expected|outcome|77\.37/)
    for (const event of big.events.filter((one) => !one.includes('"sealed"')))
      expect(event).not.toContain('77.37')
    await Promise.all([big.close(), small.close(), late.close(), came.close()])
  }, 30_000)

  it('are let go when the server stops, so that it can', async () => {
    const draining = { on: false }
    const services = {
      ...world.services,
      watch: { ...world.services.watch!, isDraining: () => draining.on },
    }
    const { liveMeetings } = await import('../../../src/rooms/review/meeting/live.ts')
    const response = liveMeetings(services).follow(world.units.own.id, hall.meeting, 'judge')
    draining.on = true
    expect(await response.text()).toContain('retry:')
  }, 30_000)
})
