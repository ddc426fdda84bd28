import type { Draft } from '../draft/draft.ts'
import type { Plain } from '../grid/index.ts'
import { nearestOf } from '../names/index.ts'
import { fault, type Place, type Reading, type Remark, say, writePlace } from '../report/index.ts'
import { tidy } from '../value/index.ts'
import { locate, type Path, writePath } from './locate.ts'

type Fields = Readonly<Record<string, unknown>>

const MOST_LOCATED = 300

/** The JSON file at hand; places are worked out only when something is to be said. */
export class JsonFile {
  readonly file: string
  readonly draft: Draft
  readonly #text: string
  #located = 0

  constructor(file: string, text: string, draft: Draft) {
    this.file = file
    this.draft = draft
    this.#text = text
  }

  place(path: Path): Place {
    this.#located += 1
    const at = this.#located > MOST_LOCATED ? {} : locate(this.#text, path)
    return { file: this.file, ...at, path: writePath(path) }
  }

  say(path: Path, remark: Remark, field?: string): void {
    this.draft.report.add(this.place(path), remark, field)
  }

  take<T>(path: Path, reading: Reading<T>, field?: string): T | undefined {
    if ('fault' in reading) {
      this.say(path, reading.fault, field)
      return undefined
    }
    for (const remark of reading.remarks) this.say(path, remark, field)
    return reading.value
  }
}

function typeName(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? '[…]' : typeof value === 'object' ? '{…}' : JSON.stringify(value)
}

/** One object of the file. Its fields are asked for one by one; what is wrong is reported. */
export class JsonNode {
  readonly from: JsonFile
  readonly path: Path
  readonly #fields: Fields

  private constructor(from: JsonFile, path: Path, fields: Fields) {
    this.from = from
    this.path = path
    this.#fields = fields
  }

  /** @returns undefined when the value is no object; unknown keys are reported with the nearest right one. */
  static of(
    from: JsonFile,
    path: Path,
    value: unknown,
    keys: readonly string[] | undefined,
  ): JsonNode | undefined {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      from.say(
        path,
        fault('wrong-json', say('应是一个对象 {…}', 'an object is expected'), {
          found: typeName(value),
        }),
      )
      return undefined
    }
    for (const key of keys === undefined ? [] : Object.keys(value)) {
      if (keys?.includes(key) === true || key === '$schema') continue
      const nearest = nearestOf(key, keys ?? [])
      from.say(
        [...path, key],
        fault('unknown-key', say('没有这个键', 'no such key'), {
          found: key,
          expected: say(`可以写：${keys?.join('、')}`, `one of: ${keys?.join(', ')}`),
          ...(nearest === undefined ? {} : { nearest }),
        }),
      )
    }
    return new JsonNode(from, path, value as Fields)
  }

  get keys(): readonly string[] {
    return Object.keys(this.#fields)
  }

  raw(key: string): unknown {
    return this.#fields[key]
  }

  say(key: string, remark: Remark): void {
    this.from.say([...this.path, key], remark, key)
  }

  take<T>(key: string, reading: Reading<T>): T | undefined {
    return this.from.take([...this.path, key], reading, key)
  }

  /** The origin of an entry: `facts.json facts[3]`. */
  origin(): string {
    return writePlace({ file: this.from.file, path: writePath(this.path) })
  }

  /** A plain value; absent and null are undefined. */
  plain(key: string): Plain | undefined {
    const value = this.#fields[key]
    if (value === undefined || value === null) return undefined
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      return value
    this.say(
      key,
      fault('wrong-json', say('应是数、文字或是否', 'a number, text or truth value is expected'), {
        found: typeName(value),
      }),
    )
    return undefined
  }

  text(key: string): string {
    const value = this.plain(key)
    return value === undefined ? '' : tidy(`${value}`)
  }

  required(key: string): string {
    const text = this.text(key)
    if (text === '' && (this.#fields[key] ?? '') === '')
      this.from.say(
        this.path,
        fault('missing-key', say(`缺少“${key}”`, `“${key}” is missing`)),
        key,
      )
    return text
  }

  /** The objects of a list. */
  *list(key: string, keys: readonly string[]): Generator<JsonNode> {
    const value = this.#fields[key] ?? []
    if (!Array.isArray(value))
      return this.say(
        key,
        fault('wrong-json', say('应是一个列表 […]', 'a list is expected'), {
          found: typeName(value),
        }),
      )
    for (const [i, one] of value.entries()) {
      const node = JsonNode.of(this.from, [...this.path, key, i], one, keys)
      if (node !== undefined) yield node
    }
  }

  /** The texts of a list. */
  texts(key: string): readonly string[] {
    const value = this.#fields[key] ?? []
    if (Array.isArray(value) && value.every((v) => typeof v === 'string')) return value.map(tidy)
    this.say(
      key,
      fault('wrong-json', say('应是一列文字', 'a list of texts is expected'), {
        found: typeName(value),
      }),
    )
    return []
  }

  provenance(): { by?: string; at?: string; evidence?: readonly string[] } {
    const [by, at, evidence] = [this.text('by'), this.text('at'), this.texts('evidence')]
    return {
      ...(by === '' ? {} : { by }),
      ...(at === '' ? {} : { at }),
      ...(evidence.length === 0 ? {} : { evidence }),
    }
  }
}
