/**
 * `live`: a meeting of 1,000 judges who all submit within ten seconds, speaker after speaker, while 5,000 screens
 * follow. Printed: how long an acknowledgement took, how long after a step of the chair screens showed it, and
 * what a screen costs the server. Lost or doubled ballots fail it; times belong to the machine and are only said.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type Chair, openHall } from '../serving/hall.ts'
import { ended, started } from '../serving/process.ts'
import { watch } from '../serving/watchers.ts'
import type { Options } from './options.ts'
import { figure, table } from './print.ts'

const MAIN = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url))
const JUDGES = 1000
const SCREENS = 5000
const WITHIN_MS = 10_000
const SPEAKERS = 30
const ACK_GOAL_MS = 300
const SCREEN_GOAL_MS = 1000

const BUCKETS =
  /^kaohe_http_seconds_bucket\{le="([^"]+)",method="PUT",route="\/api\/ballot\/:speaker"[^}]*\} (\d+)$/gm

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })

function send(
  { port }: Chair,
  agent: Agent,
  token: string,
  path: string,
  body: string,
): Promise<void> {
  const headers = { 'Kaohe-Link': token, 'Content-Type': 'application/json' }
  return new Promise((resolve, reject) => {
    const one = request(
      { host: '127.0.0.1', port, path, method: 'PUT', agent, headers },
      (answer) => {
        answer.resume()
        answer.once('end', () =>
          answer.statusCode === 200
            ? resolve()
            : reject(new Error(`${path} answered ${answer.statusCode}`)),
        )
      },
    )
    one.on('error', reject)
    one.end(body)
  })
}

/** As a phone does it: sent again when the connection is gone (an idle one is closed by the server). */
async function cast(chair: Chair, agent: Agent, token: string, speaker: string): Promise<number> {
  const marks = { score: `${60 + Math.floor(Math.random() * 40)}` }
  const body = JSON.stringify({ client: randomUUID(), turn: 1, marks })
  const begun = performance.now()
  for (;;) {
    try {
      await send(chair, agent, token, `/api/ballot/${speaker}`, body)
      return performance.now() - begun
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') throw error
    }
  }
}

async function countStored(url: string): Promise<readonly [number, number]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const stored = await client.query('SELECT count(*)::int AS n FROM sealed_ballot')
  const logged = await client.query(
    `SELECT count(DISTINCT object)::int AS n FROM log_entry WHERE act = 'ballot.cast'`,
  )
  await client.end()
  return [stored.rows[0].n, logged.rows[0].n]
}

function row(name: string, times: readonly number[], goal: number): string[] {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)]!
  const said = at(0.99) <= goal ? 'must' : 'MISSED'
  return [name, figure(at(0.5)), figure(at(0.99)), figure(at(1)), `${goal}`, said]
}

/** Within how many seconds the server answered 99 of 100 ballots, as it counts itself, by the bounds it counts in. */
async function serverSays(port: number): Promise<string> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  const bounds = [...text.matchAll(BUCKETS)]
  const all = Number(bounds.find(([, bound]) => bound === '+Inf')?.[2] ?? 0)
  const found = bounds.find(([, , count]) => Number(count) >= all * 0.99)
  return found?.[1] ?? '?'
}

function megabytes(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

interface Times {
  readonly acks: number[]
  readonly lags: number[]
}

async function measure(chair: Chair, screens: Awaited<ReturnType<typeof watch>>, times: Times) {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })
  const seen = async (version: number): Promise<void> => {
    const acknowledged = performance.now()
    const heard = await screens.heard(version)
    times.lags.push(...heard.map((at) => Math.max(0, at - acknowledged)))
  }
  for (const { id } of chair.speakers) {
    await seen(await chair.step('open', id))
    const sent = chair.tokens.map(async (token) => {
      await pause(Math.random() * WITHIN_MS)
      return cast(chair, agent, token, id)
    })
    times.acks.push(...(await Promise.all(sent)))
    await seen(await chair.step('seal', id))
  }
  agent.destroy()
}

export async function live(o: Options): Promise<boolean> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kaohe-bench-'))
  const socket = encodeURIComponent(join(dataDir, 'run'))
  const url = `postgres://postgres@localhost/kaohe?host=${socket}`
  const env = { KAOHE_DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'fatal' }
  const [server, port] = await started([MAIN, '--demo'], env, /http:\/\/[^:]+:(\d+)/)
  try {
    const speakers = Math.min(SPEAKERS, o.rounds)
    const chair = await openHall(Number(port), url, { speakers, judges: JUDGES })
    const phones = chair.tokens.map((token) => ({
      path: '/api/ballot/live',
      headers: { 'Kaohe-Link': token },
    }))
    const wall = { path: `/api/meetings/${chair.meeting}/live`, headers: { cookie: chair.cookie } }
    const walls = Array.from({ length: SCREENS - JUDGES }, () => wall)
    const before = megabytes(server.pid!)
    const screens = await watch(chair.port, [...phones, ...walls])
    const each = ((megabytes(server.pid!) - before) * 1024) / SCREENS
    const times: Times = { acks: [], lags: [] }
    await measure(chair, screens, times)
    const lost = screens.lost()
    screens.stop()
    console.log(
      table([
        [`${JUDGES} judges, ${speakers} speakers`, 'p50 ms', 'p99 ms', 'most ms', 'goal', ''],
        row('acknowledgement', times.acks, ACK_GOAL_MS),
        row(`a step on ${SCREENS} screens`, times.lags, SCREEN_GOAL_MS),
      ]),
    )
    const within = await serverSays(chair.port)
    console.log(`as the server counts, 99 of 100 ballots within ${within} s`)
    console.log(`a screen costs the server ${figure(each)} kB; ${lost} lost their connection`)
    const [stored, logged] = await countStored(url)
    const accepted = times.acks.length
    console.log(`accepted ${accepted}, stored ${stored}, logged ${logged}`)
    return stored === accepted && logged === accepted
  } finally {
    await ended(server)
    rmSync(dataDir, { recursive: true, force: true })
  }
}
