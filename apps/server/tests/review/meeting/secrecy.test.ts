import { accountRoles, type Role } from '@kaohe/domain'
import { acting } from '@kaohe/storage'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Place, places, startWorld, type World } from '../../world.ts'
import { asJudge, ballot, type Hall, openHall, post, type Speaking } from './hall.ts'

// Figures that stand nowhere else, so that finding one is a leak.
const SECRETS = ['71.37', '72.37', '73.37', '74.37', '75.37']

let world: World
let hall: Hall
let first: Speaking
beforeAll(async () => {
  world = await startWorld()
  const judges = ['甲评委', '乙评委', '丙评委', '丁评委', '戊评委'].map((name) => ({ name }))
  hall = await openHall(world, { judges, more: ['东镇团委'] })
  first = (await hall.speakers())[0]!
  await hall.step('open', first.id)
  for (const [at, score] of SECRETS.entries()) await judge(at)(`/ballot/${first.id}`, ballot(score))
}, 120_000)
afterAll(() => world.stop())

const judge = (at: number) => asJudge(world, hall.slips[at]!)
const found = (text: string): string[] => SECRETS.filter((secret) => text.includes(secret))

function pathsOf({ cycle, meeting }: Hall): string[] {
  return [
    `/cycles/${cycle}/meetings`,
    `/meetings/${meeting}`,
    `/meetings/${meeting}/screen`,
    `/meetings/${meeting}/sheets`,
    `/meetings/${meeting}/live`,
    `/meetings/${meeting}/speakers/${first.id}/outcome`,
    `/cycles/${cycle}/result`,
  ]
}

// Written independently of the policies.
describe('while a speaker is scored', () => {
  const cases = places.flatMap((place) => accountRoles.map((role): [Role, Place] => [role, place]))
  it.each(cases)(
    '%s at %s learns no mark',
    async (role, place) => {
      const ask = await world.as(role, place)
      for (const path of pathsOf(hall).filter((one) => !one.endsWith('/live'))) {
        const { status, text } = await ask(path)
        const mine = place === 'own' && role === 'organiser'
        const concludes = place === 'own' && role === 'ratifier' && path.endsWith('/result')
        const isOutcome = path.endsWith('/outcome')
        expect([path, status]).toEqual([path, (mine && !isOutcome) || concludes ? 200 : 404])
        expect([path, found(text)]).toEqual([path, []])
        expect(mine || !/评委|述职评议会/.test(text)).toBe(true)
      }
      // The chair’s answer goes on: it is read elsewhere.
      if (place === 'own' && role === 'organiser') return
      expect((await ask(`/meetings/${hall.meeting}/live`)).status).toBe(404)
    },
    60_000,
  )
})

describe('what the chair is told', () => {
  it('is the same to the byte whatever was given', async () => {
    const look = async (): Promise<string[]> => {
      const all = [`/meetings/${hall.meeting}`, `/meetings/${hall.meeting}/screen`]
      const got = []
      for (const path of all) got.push((await hall.ask(path)).text)
      return got
    }
    const before = await look()
    await judge(0)(`/ballot/${first.id}`, ballot('0', 2))
    const low = await look()
    await judge(0)(`/ballot/${first.id}`, ballot(SECRETS[0]!, 3))
    expect([low, await look()]).toEqual([before, before])
  })
})

describe('a judge', () => {
  it('sees his own ballot and the agenda, and nothing of the others', async () => {
    const { text, json } = await judge(1)('/ballot')
    expect(found(text)).toEqual([SECRETS[1]])
    expect(text).not.toMatch(/甲评委|丙评委|团委机关/)
    expect(json.judge).toEqual({ number: 2, name: '乙评委', group: '' })
  })

  it('reaches nothing of the office by his link, nor the link of another meeting', async () => {
    for (const path of pathsOf(hall)) expect((await judge(0)(path)).status).toBe(401)
    const judges = [{ name: '别处评委' }]
    const other = await openHall(world, { judges })
    const stranger = asJudge(world, other.slips[0]!)
    const { status } = await stranger(`/ballot/${first.id}`, ballot('10'))
    expect([status, (await stranger('/ballot')).json.speakers]).toMatchObject([404, [{}]])
  })

  it('loses his link when another one is given out; his ballot stands and is not given twice', async () => {
    const { json } = await hall.ask(
      `/meetings/${hall.meeting}/links`,
      post({ judges: [hall.slips[4]!.judge] }),
    )
    expect((await judge(4)('/ballot')).status).toBe(404)
    const fresh = asJudge(world, json.slips[0])
    expect((await fresh('/ballot')).json.speakers[0]).toMatchObject({ ballot: null, earlier: true })
    const again = await fresh(`/ballot/${first.id}`, ballot('100'))
    expect(again.json.title).toBe('这个单位您已经用以前的链接投过票，那一票有效')
    expect((await hall.speakers())[0]).toMatchObject({ given: 5, expected: 5 })
  })
})

describe('by SQL, as the application', () => {
  const see = async (place: Place, role: string) => {
    const { id: org, path } = world.units[place]
    return acting(world.db, { org, path, role }, async (db) => ({
      ballots: (await db.selectFrom('ballot').selectAll().execute()).length,
      sealed: (await db.selectFrom('sealed_ballot').selectAll().execute()).length,
      judges: (await db.selectFrom('judge').select('id').execute()).length,
      turnout: (await db.selectFrom('turnout').select('judge').execute()).length,
    }))
  }
  const nothing = { ballots: 0, sealed: 0, judges: 0, turnout: 0 }

  it('shows no ballot to the office while he is scored, nor to the box that will be emptied', async () => {
    expect(await see('own', 'organiser')).toEqual({ ballots: 0, sealed: 0, judges: 6, turnout: 5 })
    expect(await see('own', 'ballot-box')).toEqual(nothing)
    for (const role of ['ratifier', 'department-head', 'vice-secretary', 'judge'])
      expect([role, await see('own', role)]).toEqual([role, nothing])
    for (const place of ['child', 'parent', 'sibling'] as const)
      expect([place, await see(place, 'organiser')]).toEqual([place, nothing])
  })

  it('shows them afterwards without a judge, and keeps no row that joins the two', async () => {
    await hall.step('seal', first.id)
    expect(await see('own', 'organiser')).toEqual({ ballots: 0, sealed: 5, judges: 6, turnout: 5 })
    expect(await see('own', 'ratifier')).toMatchObject({ sealed: 5, judges: 0, turnout: 0 })
    expect(await see('child', 'unit-head')).toEqual(nothing)
    const owner = new Client({ connectionString: world.url })
    await owner.connect()
    const columns = `SELECT column_name FROM information_schema.columns WHERE table_name = 'sealed_ballot'`
    const { rows } = await owner.query<{ column_name: string }>(columns)
    expect(rows.map(({ column_name }) => column_name).toSorted()).toEqual([
      'box',
      'judge_group',
      'marks',
      'org',
      'speaker',
    ])
    // Written in one go, in the order of their boxes: nothing is left of the order in which they came.
    const kept = await owner.query<{ xmin: string; box: Buffer }>(
      'SELECT xmin::text, box FROM sealed_ballot ORDER BY ctid',
    )
    expect(new Set(kept.rows.map(({ xmin }) => xmin)).size).toBe(1)
    const boxes = kept.rows.map(({ box }) => box.toString('hex'))
    expect(boxes).toEqual(boxes.toSorted())
    await owner.end()
  })
})

describe('the log', () => {
  it('says that a judge gave his ballot, and nothing of what is on it', async () => {
    const owner = new Client({ connectionString: world.url })
    await owner.connect()
    const { rows } = await owner.query<{ line: string; act: string }>(
      `SELECT act, object || coalesce(change::text, '') AS line FROM log_entry WHERE act LIKE 'ballot.%'`,
    )
    await owner.end()
    expect(rows.length).toBeGreaterThan(5)
    expect(rows.flatMap(({ line }) => found(line))).toEqual([])
    expect(
      rows.every(({ line }) => /^meeting\/[^/]+\/speaker\/[^/]+\/judge\/[^/]+$/.test(line)),
    ).toBe(true)
  })
})

describe('the distribution', () => {
  it('is told for five ballots and not for fewer', async () => {
    const shown = await hall.ask(`/meetings/${hall.meeting}/speakers/${first.id}/outcome`)
    expect(shown.json.spread).toHaveLength(1)
    expect(shown.text).not.toMatch(/甲评委|judge/)
    const next = (await hall.speakers())[1]!
    await hall.step('open', next.id)
    for (const at of [0, 1, 2, 3]) await judge(at)(`/ballot/${next.id}`, ballot('61.37'))
    await hall.step('seal', next.id)
    const few = await hall.ask(`/meetings/${hall.meeting}/speakers/${next.id}/outcome`)
    expect(few.json).toMatchObject({ ballots: 4, spread: null })
  })
})
