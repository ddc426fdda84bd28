/** Draws what a shape asks for, with here and there something else in its place. */
import type { Chance } from '../../demo-facts/chance.ts'
import { NASTY_TEXTS, NASTY_VALUES } from './nasty.ts'

/** The parts of a JSON Schema that our shapes use. */
export interface Schema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minItems?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly format?: string
}

const TEXTS = [
  '团委',
  '张三',
  '12',
  '3.5',
  '95%',
  '3/4',
  '很好',
  '较好',
  '一般',
  '是',
  'a',
  '2023-11',
]
const DAYS = ['2023-01-01', '2023-11-14', '2024-02-29', '2026-12-31']
/** How many places in a hundred are harmed: none or few in most requests, so that they come far. */
const HARMS = [0, 0, 1, 3, 10]
const MOST_ITEMS = 3
const MOST_DEEP = 12

/** Draws with the given identifiers where identifiers are asked for. */
export class Draw {
  readonly #chance: Chance
  readonly #idOf: (name: string) => string
  #harm = 0

  /** @param idOf An identifier for what is called so: mostly one that exists. */
  constructor(chance: Chance, idOf: (name: string) => string) {
    this.#chance = chance
    this.#idOf = idOf
  }

  /** One value of the shape, or harmed somewhere. */
  value(schema: Schema, name: string): unknown {
    this.#harm = this.#chance.pick(HARMS)
    return this.#value(schema, name, 0)
  }

  #value(schema: Schema, name: string, deep: number): unknown {
    const chance = this.#chance
    if (chance.likely(this.#harm))
      return chance.likely(50) ? chance.pick(NASTY_TEXTS) : chance.pick(NASTY_VALUES)
    if (deep > MOST_DEEP) return null
    if (schema.const !== undefined) return schema.const
    if (schema.enum !== undefined) return chance.pick(schema.enum)
    const choices = schema.anyOf ?? schema.oneOf ?? []
    if (choices.length > 0) return this.#value(chance.pick(choices), name, deep + 1)
    return this.#ofType(schema, name, deep)
  }

  #ofType(schema: Schema, name: string, deep: number): unknown {
    const chance = this.#chance
    switch (schema.type) {
      case 'string':
        return this.text(schema, name)
      case 'integer':
      case 'number':
        return this.#number(schema)
      case 'boolean':
        return chance.likely(50)
      case 'array': {
        const least = schema.minItems ?? 0
        const count = chance.whole(
          least,
          Math.max(least, Math.min(schema.maxItems ?? MOST_ITEMS, MOST_ITEMS)),
        )
        return Array.from({ length: count }, () => this.#value(schema.items ?? {}, name, deep + 1))
      }
      case 'object':
        return this.#object(schema, deep)
      default:
        return null
    }
  }

  #object({ properties = {}, required = [] }: Schema, deep: number): object {
    const chance = this.#chance
    const kept = Object.entries(properties).filter(([key]) =>
      required.includes(key) ? !chance.likely(this.#harm) : chance.likely(60),
    )
    return Object.fromEntries(kept.map(([key, one]) => [key, this.#value(one, key, deep + 1)]))
  }

  #number({ minimum = 0, maximum = 100 }: Schema): number {
    const [from, to] = [Math.max(minimum, -1000), Math.min(maximum, 1000)]
    return this.#chance.whole(Math.ceil(Math.min(from, to)), Math.floor(Math.max(from, to)))
  }

  /** A text as the shape asks, of an identifier, a day or words. */
  text({ format, minLength = 1, maxLength = 1000 }: Schema, name: string): string {
    const chance = this.#chance
    if (format === 'uuid') return this.#idOf(name)
    if (format === 'date') return chance.pick(DAYS)
    if (format === 'date-time') return `${chance.pick(DAYS)}T0${chance.whole(0, 9)}:00:00Z`
    if (format === 'base64') return 'eA=='
    if (format === 'email') return 'a@example.org'
    if (chance.likely(15)) return this.#idOf(name)
    return chance.pick(TEXTS).padEnd(minLength, '长').slice(0, maxLength)
  }
}
