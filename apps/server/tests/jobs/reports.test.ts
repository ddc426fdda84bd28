import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jobKinds } from '../../src/jobs/index.ts'
import { workOnce } from '../../src/jobs/work.ts'
import { askFor } from '../../src/jobs/ask.ts'
import { must, post } from '../planning/year.ts'
import { seedCycle } from '../reporting/cycle.ts'
import { startWorld, type World } from '../world.ts'
import { askAsPerson, type Asking } from './asking.ts'

let world: World
let cycle: string
let organiser: Asking
beforeAll(async () => {
  world = await startWorld()
  cycle = await seedCycle(world)
  organiser = await askAsPerson(world, 'organiser', 'own')
}, 60_000)
afterAll(() => world.stop())

async function bytesOf(path: string): Promise<Uint8Array> {
  const { cookie } = (await world.ask('/session', {
    method: 'POST',
    body: { login: 'own-organiser', password: 'correct horse' },
  })) as unknown as { cookie: string }
  const headers = { Cookie: cookie.split(';', 1)[0]! }
  const response = await world.app.request(`/api${path}`, { headers })
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Disposition')).toContain('attachment')
  return new Uint8Array(await response.arrayBuffer())
}

async function workAll(): Promise<void> {
  while (await workOnce(world.services, jobKinds));
}

describe('papers of many units', () => {
  it.each([
    ['worksheet', 'child org.docx'],
    ['workbook', 'child org.xlsx'],
    ['worksheet-pdf', 'child org.pdf'],
  ])('come as %s in one archive', async (form, name) => {
    const { job } = await must(organiser.ask(`/cycles/${cycle}/papers`, post({ form })))
    await workAll()
    expect(await must(organiser.ask(`/jobs/${job}`))).toMatchObject({ state: 'done', done: 1 })
    const files = unzipSync(await bytesOf(`/jobs/${job}/file`))
    expect(Object.keys(files)).toEqual([name])
    // Those of an office program are archives themselves.
    const begins = form === 'worksheet-pdf' ? '%P' : 'PK'
    expect(Buffer.from(files[name]!).toString('latin1', 0, 2)).toBe(begins)
  })

  it('are fetched by nobody else, whoever he is, and asked for by no unit', async () => {
    const { jobs } = await must(organiser.ask('/jobs'))
    const path = `/jobs/${jobs[0].id}`
    for (const [role, place] of [
      ['organiser', 'parent'],
      ['vice-secretary', 'own'],
      ['unit-clerk', 'child'],
      ['organiser', 'other'],
    ] as const) {
      const ask = await world.as(role, place)
      expect((await ask(path)).status).toBe(404)
      expect((await ask(`${path}/file`)).status).toBe(404)
      expect((await ask(`${path}/cancel`, { method: 'POST' })).status).toBe(404)
      expect((await must(ask('/jobs'))).jobs).toEqual([])
    }
    const clerk = await world.as('unit-clerk', 'child')
    expect((await clerk(`/cycles/${cycle}/papers`, post({ form: 'workbook' }))).status).toBe(404)
  })
})

describe('reminders in the background', () => {
  const ask = (units: readonly string[]) =>
    organiser.act((call) =>
      askFor(call, {
        kind: 'reports.remind',
        title: '提醒',
        input: { cycle, units, text: '请填报' },
      }),
    )

  it('reach the units once, and are in the log as those at once', async () => {
    const job = await ask([world.units.child.id])
    await workAll()
    expect(await must(organiser.ask(`/jobs/${job}`))).toMatchObject({ said: '已提醒 1 个单位' })
    const clerk = await world.as('unit-clerk', 'child')
    expect((await must(clerk('/messages'))).messages).toMatchObject([{ kind: 'reminder' }])
    const auditor = await world.as('audit-administrator', 'own')
    const { acts } = await must(auditor('/log'))
    const told = acts.find(({ act }: { act: string }) => act === 'report.remind')
    expect(told.object).toBe(`cycle/${cycle}/reminders`)
  })

  it('to a unit that does not take part reach nobody at all', async () => {
    const job = await ask([world.units.child.id, world.units.sibling.id])
    const quiet = { ...world.services, log: world.services.log.child({}, { level: 'silent' }) }
    while (await workOnce(quiet, jobKinds));
    expect(await must(organiser.ask(`/jobs/${job}`))).toMatchObject({ state: 'failed' })
    const clerk = await world.as('unit-clerk', 'child')
    expect((await must(clerk('/messages'))).messages).toHaveLength(1)
  })
})
