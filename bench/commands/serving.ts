/**
 * `serving`: an authorised write (session, policy, row security, the change and its entry of the log in one
 * transaction) against a bare HTTP server that updates one row of the same database, turn by turn in one run. What
 * was accepted is counted afterwards in the tables.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { load, type Measured, type Sent } from '../serving/load.ts'
import { ended, started } from '../serving/process.ts'
import type { Options } from './options.ts'
import { figure, table } from './print.ts'

const MAIN = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url))
const BARE = fileURLToPath(new URL('../serving/bare.ts', import.meta.url))
const CONNECTIONS = 32
const REQUESTS = 1000
const MUST = 0.2
const AIM = 0.35

async function json<T>(at: string, path: string, cookie: string): Promise<T> {
  return (await (await fetch(`${at}${path}`, { headers: { cookie } })).json()) as T
}

/** A write like a mark's: a reviewer of a department notes something on a unit and an indicator. */
async function ourWrite(port: number, round: number): Promise<Sent> {
  const at = `http://127.0.0.1:${port}/api`
  const login = JSON.stringify({ login: 'ganzhou-department-reviewer', password: 'kaohe-demo' })
  const got = await fetch(`${at}/session`, { method: 'POST', body: login })
  const cookie = got.headers.getSetCookie()[0]!.split(';', 1)[0]!
  const { cycles } = await json<{ cycles: { id: string }[] }>(at, '/cycles', cookie)
  const path = `/cycles/${cycles[0]!.id}/observations`
  const { units, items } = await json<Record<'units' | 'items', { id: string }[]>>(at, path, cookie)
  return {
    port,
    path: `/api${path}`,
    headers: { cookie, 'Content-Type': 'application/json' },
    body: (n) =>
      JSON.stringify({
        unit: units[n % units.length]!.id,
        item: items[n % items.length]!.id,
        observedOn: '2023-03-01',
        text: `量 ${round} ${n}`,
      }),
  }
}

async function countStored(url: string): Promise<[number, number]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const rows = `SELECT count(*)::int AS n FROM observation WHERE text LIKE '量 %'`
  const entries = `SELECT count(*)::int AS n FROM log_entry e JOIN observation o ON e.object = 'observation/' || o.id WHERE o.text LIKE '量 %'`
  const [stored, logged] = [await client.query(rows), await client.query(entries)]
  await client.end()
  return [stored.rows[0].n, logged.rows[0].n]
}

function judged(ratio: number): string {
  if (ratio >= AIM) return 'aim'
  return ratio >= MUST ? 'must' : 'MISSED'
}

const most = (all: readonly Measured[]): Measured =>
  all.reduce((best, one) => (one.perSecond > best.perSecond ? one : best))

async function measure(o: Options, port: number, barePort: number, url: string): Promise<boolean> {
  const bare: Measured[] = []
  const ours: Measured[] = []
  const simple: Sent = { port: barePort, path: '/', headers: {}, body: () => '{"value":1}' }
  for (let round = 0; round < o.rounds; round += 1) {
    bare.push(await load(simple, REQUESTS, CONNECTIONS))
    ours.push(await load(await ourWrite(port, round), REQUESTS, CONNECTIONS))
  }
  const row = (name: string, { perSecond, p99 }: Measured) => [name, figure(perSecond), figure(p99)]
  console.log(
    table([
      [`${CONNECTIONS} connections`, 'a second', 'p99 ms'],
      row('bare HTTP, one row updated', most(bare)),
      row('authorised write', most(ours)),
    ]),
  )
  const [stored, logged] = await countStored(url)
  const accepted = o.rounds * REQUESTS
  console.log(`accepted ${accepted}, stored ${stored}, logged ${logged}`)
  const ratio = most(ours).perSecond / most(bare).perSecond
  console.log(`ours over the ceiling: ${figure(ratio)} (must ${MUST}, aim ${AIM}) ${judged(ratio)}`)
  return stored === accepted && logged === accepted && ratio >= MUST
}

export async function serving(o: Options): Promise<boolean> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kaohe-bench-'))
  const socket = encodeURIComponent(join(dataDir, 'run'))
  const url = `postgres://postgres@localhost/kaohe?host=${socket}`
  const env = { KAOHE_DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'fatal' }
  const [server, port] = await started([MAIN, '--demo'], env, /http:\/\/[^:]+:(\d+)/)
  try {
    const [bare, barePort] = await started([BARE, url], {}, /(\d+)/)
    try {
      return await measure(o, Number(port), Number(barePort), url)
    } finally {
      await ended(bare)
    }
  } finally {
    await ended(server)
    rmSync(dataDir, { recursive: true, force: true })
  }
}
