/** One request for a route, drawn by its shapes and harmed. */
import type { Endpoint } from '@kaohe/contract'
import { z } from 'zod'
import type { Chance } from '../../demo-facts/chance.ts'
import type { Draw, Schema } from './draw.ts'
import { MOST_OF_ADDRESS, NASTY_BODIES, NASTY_TEXTS } from './nasty.ts'

export interface Drawn {
  readonly path: string
  readonly init: RequestInit
}

const MOST_BYTES = 2000

const schemas = new Map<z.ZodType, Schema>()
function schemaOf(type: z.ZodType | undefined): Schema {
  if (type === undefined) return { type: 'object' }
  const known =
    schemas.get(type) ?? (z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }) as Schema)
  schemas.set(type, known)
  return known
}

// A lone surrogate cannot be written in an address.
const inAddress = (text: string): string =>
  encodeURIComponent(text.slice(0, MOST_OF_ADDRESS).toWellFormed())

const told = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

export class Requests {
  readonly #chance: Chance
  readonly #draw: Draw
  readonly #idOf: (name: string) => string

  constructor(chance: Chance, draw: Draw, idOf: (name: string) => string) {
    this.#chance = chance
    this.#draw = draw
    this.#idOf = idOf
  }

  #path({ path, params, query }: Endpoint): string {
    const chance = this.#chance
    const shapes = schemaOf(params).properties ?? {}
    const at = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      if (chance.likely(5)) return inAddress(chance.pick(NASTY_TEXTS)) || 'x'
      const shape = shapes[name] ?? {}
      const isId = shape.format === 'uuid' || shape.type === undefined
      return inAddress(isId ? this.#idOf(name) : this.#draw.text(shape, name))
    })
    const asked = this.#draw.value(schemaOf(query), 'query')
    const pairs = typeof asked === 'object' && asked !== null ? Object.entries(asked) : []
    const search = pairs.map(([name, value]) => `${inAddress(name)}=${inAddress(told(value))}`)
    return `/api${at}${search.length > 0 ? `?${search.join('&')}` : ''}`
  }

  #body({ body, takes }: Endpoint): string | Uint8Array<ArrayBuffer> {
    const chance = this.#chance
    if (takes !== undefined || chance.likely(2))
      return Uint8Array.from({ length: chance.whole(0, MOST_BYTES) }, () => chance.whole(0, 255))
    if (chance.likely(3)) return chance.pick(NASTY_BODIES)
    return JSON.stringify(this.#draw.value(schemaOf(body), 'body')) ?? ''
  }

  /** One request for the route, half of the writes rehearsed only. */
  draw(endpoint: Endpoint, cookie: string): Drawn {
    const { method } = endpoint
    const path = this.#path(endpoint)
    if (method === 'GET') return { path, init: { headers: { cookie } } }
    const headers: Record<string, string> = { cookie }
    if (this.#chance.likely(30)) headers['Dry-Run'] = '1'
    if (this.#chance.likely(10))
      headers['If-Match'] = this.#chance.pick(['"0"', '"1"', '*', 'x', '"9e9"'])
    if (this.#chance.likely(20)) headers['Idempotency-Key'] = this.#idOf('key')
    const type = this.#chance.pick(endpoint.takes ?? ['application/json'])
    headers['Content-Type'] = type === '*/*' ? 'application/pdf' : type
    return { path, init: { method, headers, body: this.#body(endpoint) } }
  }
}
