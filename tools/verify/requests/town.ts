/** Who asks, and the identifiers that exist: what pages show is asked for again under the same names. */
import { type Endpoint, endpoints } from '@kaohe/contract'
import type { Chance } from '../../demo-facts/chance.ts'
import { ask } from '../installation/server.ts'

const PASSWORD = 'kaohe-demo'
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const NOWHERE = '00000000-0000-4000-8000-000000000000'
const MOST_OF_NAME = 400
const READERS = 8

export interface Someone {
  readonly login: string
  cookie: string
}

/** @returns undefined when the account cannot come in with a password alone */
export async function signedIn(port: number, login: string): Promise<Someone | undefined> {
  const body = JSON.stringify({ login, password: PASSWORD })
  const got = await ask(port, '/api/session', { method: 'POST', body })
  if (!got.ok) return undefined
  await got.text()
  return { login, cookie: got.headers.getSetCookie()[0]!.split(';', 1)[0]! }
}

/** Identifiers by the name under which they were shown: `unit`, `cycle`, and `id` in a list of `units`. */
export class Known {
  readonly #byName = new Map<string, string[]>()
  readonly #all: string[] = []
  readonly #chance: Chance

  constructor(chance: Chance) {
    this.#chance = chance
  }

  #keep(name: string, id: string): void {
    const kept = this.#byName.get(name) ?? []
    if (kept.length < MOST_OF_NAME && !kept.includes(id)) {
      kept.push(id)
      this.#all.push(id)
    }
    this.#byName.set(name, kept)
  }

  /** Takes in all that an answer shows. */
  learn(shown: unknown, name = 'id'): void {
    if (typeof shown === 'string' && UUID.test(shown)) this.#keep(name, shown)
    else if (Array.isArray(shown)) for (const one of shown) this.learn(one, name.replace(/s$/, ''))
    else if (typeof shown === 'object' && shown !== null)
      for (const [key, one] of Object.entries(shown)) this.learn(one, key === 'id' ? name : key)
  }

  get size(): number {
    return this.#all.length
  }

  /** Mostly one that is called so, now and then another, or one that is nowhere. */
  idOf = (name: string): string => {
    const chance = this.#chance
    const named = this.#byName.get(name) ?? []
    if (named.length > 0 && !chance.likely(10)) return chance.pick(named)
    return this.#all.length === 0 || chance.likely(10) ? NOWHERE : chance.pick(this.#all)
  }
}

/** Reads what can be read without parameters, and then what stands behind it, each by some of the people. */
export async function explore(
  port: number,
  people: readonly Someone[],
  known: Known,
  chance: Chance,
): Promise<void> {
  const reads = endpoints.map(({ endpoint }) => endpoint).filter(({ method }) => method === 'GET')
  const open = reads.filter(({ path }) => !path.includes('{'))
  const behind = reads.filter(({ path }) => path.includes('{'))
  for (const { path } of [...open, ...behind, ...behind])
    for (let n = 0; n < READERS; n += 1) {
      const { cookie } = chance.pick(people)
      const at = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => known.idOf(name))
      const got = await ask(port, `/api${at}`, { headers: { cookie } })
      const isJson = got.headers.get('Content-Type')?.startsWith('application/json') === true
      const shown: unknown = isJson ? await got.json() : await got.arrayBuffer()
      if (isJson) known.learn(shown)
    }
}

/** Those who may ask for something are mostly those who ask for it again. */
export class Company {
  readonly #people: readonly Someone[]
  readonly #chance: Chance
  readonly #served = new Map<Endpoint, Someone[]>()

  constructor(people: readonly Someone[], chance: Chance) {
    this.#people = people
    this.#chance = chance
  }

  forRoute(route: Endpoint): Someone {
    const served = this.#served.get(route) ?? []
    const isNew = served.length === 0 || this.#chance.likely(30)
    return this.#chance.pick(isNew ? this.#people : served)
  }

  /** Takes down that somebody was not told that it is not there. */
  served(route: Endpoint, someone: Someone): void {
    const served = this.#served.get(route) ?? []
    if (!served.includes(someone)) this.#served.set(route, [...served, someone])
  }
}
