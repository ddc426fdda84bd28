import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { GUIYANG, ROOT, kaohe } from './kaohe.ts'
import { PLAIN } from './plain.ts'

interface Schema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly pattern?: string
  readonly anyOf?: readonly Schema[]
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean
  readonly items?: Schema
}

const typeOf = (value: unknown): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'array'
      : Number.isInteger(value)
        ? 'integer'
        : typeof value

function members(schema: Schema, value: object, path: string): string[] {
  const known = schema.properties ?? {}
  const lacking = (schema.required ?? []).filter((name) => !(name in value))
  const inner = Object.entries(value).flatMap(([name, one]) =>
    known[name] === undefined
      ? [`${path}: unknown ${name}`]
      : faults(known[name], one, `${path}/${name}`),
  )
  return [...lacking.map((name) => `${path}: lacks ${name}`), ...inner]
}

/** What a value has against the few keywords that the published schema of results uses. */
function faults(schema: Schema, value: unknown, path = ''): string[] {
  const wrong = (what: string) => [`${path}: ${what} ${JSON.stringify(value)}`]
  if (schema.anyOf?.every((one) => faults(one, value).length > 0)) return wrong('none of anyOf')
  if (schema.type !== undefined && ![schema.type].flat().includes(typeOf(value)))
    return wrong('type')
  if (schema.enum?.includes(value) === false) return wrong('enum')
  if ('const' in schema && schema.const !== value) return wrong('const')
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(String(value)))
    return wrong(schema.pattern)
  if (Array.isArray(value))
    return value.flatMap((one, i) => faults(schema.items ?? {}, one, `${path}/${i}`))
  return typeOf(value) === 'object' && schema.properties !== undefined
    ? members(schema, value as object, path)
    : []
}

const read = (path: string) =>
  JSON.parse(readFileSync(join(ROOT, 'schemes', path), 'utf8')) as Schema

test.each([GUIYANG, PLAIN])(
  'the scores of %s fit the published schema, and nothing else does',
  async (folder) => {
    const { out } = await kaohe('score', folder, '--format', 'json')
    const schema = read('score.schema.json')
    expect(faults(schema, JSON.parse(out))).toEqual([])
    expect(faults(schema, { scheme: {}, units: [] })).not.toEqual([])
  },
  60_000,
)
