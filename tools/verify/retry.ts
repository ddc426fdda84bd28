/**
 * REL-06: connections cut between commit and reply (and some before), each write sent again with its idempotency key
 * until it is answered: every one is stored exactly once, with exactly one entry of the log, and the answer names the
 * row that is there. 10,000 cut connections at scale 1. The same with a planted bug (the key is not looked at) must
 * find doubles.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { progress } from '../testing/progress.ts'
import type { VerifyOptions } from '../testing/verify.ts'
import { asOwner } from './installation/database.ts'
import { ask, freePort, ServerUnderTest } from './installation/server.ts'
import { cuttingWay } from './retry/cutting.ts'

const CUTS = 10_000
const PLANTED_CUTS = 40
const WRITERS = 16
const MOST_TRIES = 200
const SHOWN = 10
const PLANT = fileURLToPath(new URL('retry/plant.ts', import.meta.url))

interface Place {
  readonly cookie: string
  readonly path: string
  readonly unit: string
  readonly item: string
}

async function placeOf(port: number): Promise<Place> {
  const login = JSON.stringify({ login: 'ganzhou-department-reviewer', password: 'kaohe-demo' })
  const got = await ask(port, '/api/session', { method: 'POST', body: login })
  if (!got.ok) throw new Error(`nobody could sign in: ${got.status}`)
  const cookie = got.headers.getSetCookie()[0]!.split(';', 1)[0]!
  const read = async (path: string) => (await ask(port, path, { headers: { cookie } })).json()
  const { cycles } = (await read('/api/cycles')) as { cycles: { id: string }[] }
  const path = `/api/cycles/${cycles[0]!.id}/observations`
  const known = (await read(path)) as Record<'units' | 'items', { id: string }[]>
  return { cookie, path, unit: known.units[0]!.id, item: known.items[0]!.id }
}

/** One try on a connection of its own. @returns the identifier in the answer; undefined when it was cut */
function send(port: number, place: Place, key: string): Promise<string | undefined> {
  const { cookie, path, unit, item } = place
  const body = JSON.stringify({ unit, item, observedOn: '2023-03-01', text: `再送 ${key}` })
  const headers = { cookie, 'Content-Type': 'application/json', 'Idempotency-Key': key }
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method: 'POST', headers, agent: false },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (chunk: string) => {
          text += chunk
        })
        answer.once('error', () => resolve(undefined))
        answer.once('end', () => {
          if (answer.statusCode === 200) resolve((JSON.parse(text) as { id: string }).id)
          else reject(new Error(`${answer.statusCode} ${text}`))
        })
      },
    )
    asked.once('error', () => resolve(undefined))
    asked.end(body)
  })
}

async function sendUntilAnswered(port: number, place: Place, key: string): Promise<string> {
  for (let n = 0; n < MOST_TRIES; n += 1) {
    const id = await send(port, place, key)
    if (id !== undefined) return id
  }
  throw new Error(`no answer in ${MOST_TRIES} tries`)
}

/** What does not hold of writes that were answered: by key, the identifier that the answer named. */
async function faultsIn(dataDir: string, answered: ReadonlyMap<string, string>): Promise<string[]> {
  const { rows } = await asOwner(dataDir, (client) =>
    client.query<{ key: string; ids: string[]; logged: number }>(`
    SELECT substr(o.text, 4) AS key, array_agg(o.id::text) AS ids,
      (SELECT count(*)::int FROM log_entry e WHERE e.object = ANY (array_agg('observation/' || o.id))) AS logged
    FROM observation o WHERE o.text LIKE '再送 %' GROUP BY o.text`),
  )
  const stored = new Map(rows.map((row) => [row.key, row]))
  return [...answered].flatMap(([key, id]) => {
    const row = stored.get(key)
    if (row === undefined) return [`${key}: answered and not stored`]
    if (row.ids.length > 1) return [`${key}: stored ${row.ids.length} times`]
    if (row.ids[0] !== id) return [`${key}: the answer names another row`]
    return row.logged === 1 ? [] : [`${key}: ${row.logged} entries in the log`]
  })
}

async function tried(dataDir: string, port: number, cuts: number) {
  const place = await placeOf(port)
  let state = 11
  const way = await cuttingWay(port, (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  })
  const step = progress('cut connections', cuts)
  const answered = new Map<string, string>()
  const work = async (): Promise<void> => {
    while (way.afterReply() < cuts) {
      const key = randomUUID()
      answered.set(key, await sendUntilAnswered(way.port, place, key))
      step(Math.min(way.afterReply(), cuts))
    }
  }
  try {
    await Promise.all(Array.from({ length: WRITERS }, work))
  } finally {
    way.stop()
  }
  return { writes: answered.size, cut: way.afterReply(), faults: await faultsIn(dataDir, answered) }
}

async function run(cuts: number, plant: string | undefined) {
  const dataDir = mkdtempSync(join(tmpdir(), 'kaohe-retry-'))
  const port = await freePort()
  const server = new ServerUnderTest({
    dataDir,
    port,
    plant,
  })
  server.start()
  try {
    await server.ready(120_000)
    return await tried(dataDir, port, cuts)
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

export default async function retry({ scale }: VerifyOptions): Promise<void> {
  const { writes, cut, faults } = await run(Math.ceil(CUTS * scale), undefined)
  for (const fault of faults.slice(0, SHOWN)) console.log(fault)
  if (faults.length > 0) throw new Error(`${faults.length} of ${writes} writes do not hold`)
  console.log(`${cut} connections cut between commit and reply: ${writes} writes, each stored once`)
  const wrong = await run(PLANTED_CUTS, PLANT)
  const doubled = wrong.faults.filter((fault) => fault.includes('times'))
  if (doubled.length === 0) throw new Error('the planted bug was not found')
  console.log(`the planted bug was found: ${doubled.length} of ${wrong.writes} writes doubled`)
}
