/**
 * REL-19: bad requests that know the shapes: for every route of the contract what it asks for, with nasty values in
 * places, asked by people of every role of the demonstration and with identifiers that exist. No answer is a fault of
 * the server (5xx), every refusal is a problem document in Chinese that shows none of the innards, and the log
 * verifies in the end. 1,000,000 requests at scale 1. The same with a planted bug (characters that no
 * database keeps are not looked at) must find routes that fail.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Endpoint, endpoints } from '@kaohe/contract'
import { Chance } from '../demo-facts/chance.ts'
import { progress } from '../testing/progress.ts'
import type { VerifyOptions } from '../testing/verify.ts'
import { checkLog } from './installation/check.ts'
import { asOwner } from './installation/database.ts'
import { ask, freePort, ServerUnderTest } from './installation/server.ts'
import { Draw } from './requests/draw.ts'
import { judged } from './requests/judge.ts'
import { Requests } from './requests/request.ts'
import { Company, explore, Known, signedIn, type Someone } from './requests/town.ts'

const REQUESTS = 1_000_000
// With the planted bug it ends at the first fault.
const PLANTED_REQUESTS = 100_000
const AT_ONCE = 16
const SHOWN = 40
const FIRST_START_MS = 300_000
const PLANT = fileURLToPath(new URL('requests/plant.ts', import.meta.url))

// With these the one who asks would be signed out, or could not come in again.
const LEFT_OUT = [
  'DELETE /session',
  'DELETE /account/sessions',
  'DELETE /account/sessions/{session}',
  'PUT /account/password',
]
const routes: readonly Endpoint[] = endpoints
  .map(({ endpoint }) => endpoint)
  .filter(({ method, path }) => !LEFT_OUT.includes(`${method} ${path}`))

async function everyone(port: number): Promise<Someone[]> {
  const got = await ask(port, '/api/welcome')
  const { demo } = (await got.json()) as { demo: readonly { readonly login: string }[] }
  const people: Someone[] = []
  for (const { login } of demo) {
    const someone = await signedIn(port, login)
    if (someone !== undefined) people.push(someone)
  }
  return people
}

interface Told {
  readonly answers: ReadonlyMap<number, number>
  readonly faults: ReadonlyMap<string, string>
}

const systemOf = ({ login }: Someone): string => login.split('-', 1)[0]!

/** For each system of the demonstration, whose people see nothing of another: requests with its identifiers. */
async function townsOf(port: number, people: readonly Someone[], chance: Chance) {
  const towns = new Map<string, { readonly requests: Requests; readonly size: number }>()
  for (const [system, ours] of Map.groupBy(people, systemOf)) {
    const known = new Known(chance)
    await explore(port, ours, known, chance)
    const requests = new Requests(chance, new Draw(chance, known.idOf), known.idOf)
    towns.set(system, { requests, size: known.size })
  }
  return towns
}

const shown = (body: RequestInit['body']): string =>
  typeof body === 'string' ? body.slice(0, 500) : '(bytes)'

/** @returns how many answers there were of each status, and one fault for each route that has any */
async function asked(port: number, count: number, isPlanted: boolean): Promise<Told> {
  const chance = new Chance(Date.now())
  const people = await everyone(port)
  const towns = await townsOf(port, people, chance)
  const known = [...towns.values()].reduce((sum, { size }) => sum + size, 0)
  console.log(`${people.length} people, ${routes.length} routes, ${known} identifiers`)
  const company = new Company(people, chance)
  const [answers, faults] = [new Map<number, number>(), new Map<string, string>()]
  const tick = progress('requests', count)
  let done = 0
  const one = async (): Promise<void> => {
    const route = chance.pick(routes)
    const someone = company.forRoute(route)
    const { path, init } = towns.get(systemOf(someone))!.requests.draw(route, someone.cookie)
    const got = await ask(port, path, init)
    answers.set(got.status, (answers.get(got.status) ?? 0) + 1)
    const fault = await judged(got)
    const name = `${route.method} ${route.path}`
    if (fault !== undefined && !faults.has(name))
      faults.set(name, `${someone.login} ${path.slice(0, 300)}\n  ${shown(init.body)}\n  ${fault}`)
    if (got.status !== 404) company.served(route, someone)
    // A session may end (a post taken away, a role withdrawn): one comes in again.
    if (got.status === 401 && route.door === undefined)
      Object.assign(someone, (await signedIn(port, someone.login)) ?? {})
    tick((done += 1))
  }
  const isFound = (): boolean => isPlanted && faults.size > 0
  const lane = async (): Promise<void> => {
    for (let n = 0; n < count && !isFound(); n += AT_ONCE) await one()
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return { answers, faults }
}

/** @returns what does not hold, a line each */
async function run(count: number, plant?: string): Promise<readonly string[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kaohe-requests-'))
  const port = await freePort()
  const server = new ServerUnderTest({ dataDir, port, plant })
  try {
    server.start()
    await server.ready(FIRST_START_MS)
    const { answers, faults } = await asked(port, count, plant !== undefined)
    const told = [...answers].toSorted(([a], [b]) => a - b)
    console.log(told.map(([status, times]) => `${status}: ${times}`).join(', '))
    return [
      ...[...faults].map((fault) => fault.join('\n  ')),
      ...(await asOwner(dataDir, checkLog)),
    ]
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

export default async function badRequests({ scale }: VerifyOptions): Promise<void> {
  const faults = await run(Math.ceil(REQUESTS * scale))
  for (const fault of faults.slice(0, SHOWN)) console.log(fault)
  if (faults.length > 0) throw new Error(`${faults.length} things do not hold`)
  const wrong = await run(PLANTED_REQUESTS, PLANT)
  if (wrong.length === 0) throw new Error('the planted bug was not found')
  console.log(`the planted bug was found: ${wrong.length} routes fail`)
}
