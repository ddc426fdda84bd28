import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { type Server, createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chanceOf } from './chance.ts'
import { startWorld, type World } from '../../world.ts'
import { type Hall, openHall, type Slip, type Speaking } from './hall.ts'

const PHONES = 200
// An ordinary evening has sixty: `npm run verify -- phones`.
const SPEAKERS = Number(process.env['KAOHE_SPEAKERS'] ?? '12')

let world: World
let hall: Hall
let server: Server
let address: string
beforeAll(async () => {
  world = await startWorld()
  const judges = Array.from({ length: PHONES }, (_, i) => ({ name: `评委${i}` }))
  const more = Array.from({ length: SPEAKERS - 1 }, (_, i) => `第${i + 2}镇团委`)
  hall = await openHall(world, { judges, more })
  const listen = getRequestListener(world.app.fetch)
  server = createServer((request, answer) => void listen(request, answer))
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`
}, 240_000)
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await world.stop()
})

// Everything that the network does is drawn from one number, so that a run can be had again.
const chance = chanceOf(20_231_228)

/** Sends a ballot until it is acknowledged, over a network that breaks requests off at any moment. */
async function cast(
  { token }: Slip,
  speaker: string,
  marks: object,
  turn: number,
): Promise<{ tries: number; receipt: string }> {
  const body = JSON.stringify({ client: randomUUID(), turn, marks })
  const headers = { 'Kaohe-Link': token }
  for (let tries = 1; ; tries += 1) {
    const cut = new AbortController()
    const timer = chance() < 0.3 ? setTimeout(() => cut.abort(), chance() * 40) : undefined
    try {
      const init = { method: 'PUT', headers, body, signal: cut.signal }
      const answer = await fetch(`${address}/ballot/${speaker}`, init)
      const told = (await answer.json()) as { ballot?: { receipt: string }; title?: string }
      clearTimeout(timer)
      if (told.ballot === undefined) throw new Error(`${answer.status} ${told.title}`)
      return { tries, receipt: told.ballot.receipt }
    } catch (error) {
      clearTimeout(timer)
      if (!cut.signal.aborted) throw error
    }
  }
}

const scoreOf = (phone: number, at: number): string => `${60 + ((phone * 7 + at * 13) % 40)}`

/** All phones give their ballots for one speaker, every tenth changes it; he is sealed. */
async function scored(speaker: Speaking, at: number): Promise<{ tries: number; receipts: number }> {
  await hall.step('open', speaker.id)
  const given = await Promise.all(
    hall.slips.map(async (slip, phone) => {
      const changes = phone % 10 === 0
      const first = await cast(slip, speaker.id, { score: changes ? '1' : scoreOf(phone, at) }, 1)
      if (!changes) return first
      return cast(slip, speaker.id, { score: scoreOf(phone, at) }, 2)
    }),
  )
  await hall.step('seal', speaker.id)
  return {
    tries: given.reduce((sum, { tries }) => sum + tries, 0),
    receipts: new Set(given.map(({ receipt }) => receipt)).size,
  }
}

describe(`${PHONES} phones and ${SPEAKERS} speakers over a network that is cut at random`, () => {
  it('loses no ballot and doubles none', async () => {
    const speakers = await hall.speakers()
    let tries = 0
    // One speaker after another, as the chair goes on.
    for (const [at, speaker] of speakers.entries()) {
      const done = await scored(speaker, at)
      tries += done.tries
      expect([speaker.name, done.receipts]).toEqual([speaker.name, PHONES])
    }
    expect(tries).toBeGreaterThan(PHONES * SPEAKERS)
    const owner = new Client({ connectionString: world.url })
    await owner.connect()
    const { rows } = await owner.query<{ position: number; scores: string[] }>(
      `SELECT s.position, array_agg(b.marks->>'score' ORDER BY b.marks->>'score') AS scores
       FROM speaker s JOIN sealed_ballot b ON b.org = s.org AND b.speaker = s.id
       WHERE s.meeting = $1 GROUP BY s.position ORDER BY s.position`,
      [hall.meeting],
    )
    const left = await owner.query('SELECT FROM ballot')
    const logged = await owner.query<{ n: number }>(
      `SELECT count(DISTINCT object)::int AS n FROM log_entry WHERE act = 'ballot.cast'`,
    )
    await owner.end()
    const expected = speakers.map((_, at) => ({
      position: at + 1,
      scores: hall.slips.map((__, phone) => scoreOf(phone, at)).toSorted(),
    }))
    expect(rows).toEqual(expected)
    expect(left.rowCount).toBe(0)
    expect(logged.rows).toEqual([{ n: PHONES * SPEAKERS }])
  }, 600_000)
})

describe('a ballot that comes in the moment of sealing', () => {
  it('is either counted and acknowledged, or neither', async () => {
    const judges = Array.from({ length: 40 }, (_, i) => ({ name: `评委${i}` }))
    const race = await openHall(world, { judges })
    const [speaker] = await race.speakers()
    await race.step('open', speaker!.id)
    const { version } = (await race.ask(`/meetings/${race.meeting}`)).json.meeting
    const sealing = async () => {
      const body = JSON.stringify({ step: 'seal', speaker: speaker!.id, version })
      return race.ask(`/meetings/${race.meeting}/steps`, { method: 'POST', body: JSON.parse(body) })
    }
    const sent = race.slips.map(async ({ token }, i) => {
      const body = JSON.stringify({ client: randomUUID(), turn: 1, marks: { score: `${50 + i}` } })
      const init = { method: 'PUT', headers: { 'Kaohe-Link': token }, body }
      return (await fetch(`${address}/ballot/${speaker!.id}`, init)).status
    })
    const [sealed, ...statuses] = await Promise.all([sealing(), ...sent])
    expect(sealed).toMatchObject({ status: 200 })
    const accepted = statuses.filter((status) => status === 200).length
    expect(statuses.filter((status) => status !== 200 && status !== 409)).toEqual([])
    const { json } = await race.ask(`/meetings/${race.meeting}/speakers/${speaker!.id}/outcome`)
    expect(json.ballots).toBe(accepted)
  }, 60_000)
})
