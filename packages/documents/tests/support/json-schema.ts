interface Schema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly pattern?: string
  readonly minimum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly anyOf?: readonly Schema[]
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

function inObject(schema: Schema, value: object, path: string): string[] {
  const known = schema.properties ?? {}
  const lacking = (schema.required ?? []).filter((name) => !(name in value))
  const inner = Object.entries(value).flatMap(([name, one]) =>
    known[name] === undefined
      ? [`${path}/${name}: unknown`]
      : faults(known[name], one, `${path}/${name}`),
  )
  return [...lacking.map((name) => `${path}: lacks ${name}`), ...inner]
}

function inList(schema: Schema, value: readonly unknown[], path: string): string[] {
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema
  const size = value.length < minItems || value.length > maxItems ? [`${path}: size`] : []
  return [...size, ...value.flatMap((one, i) => faults(schema.items ?? {}, one, `${path}/${i}`))]
}

/** What a value has against the few keywords of JSON Schema that our schemas use. */
export function faults(schema: object, value: unknown, path = ''): string[] {
  const s: Schema = schema
  const wrong = (what: string) => [`${path}: ${what} ${JSON.stringify(value)}`]
  if (s.anyOf?.every((one) => faults(one, value).length > 0) === true) return wrong('none of anyOf')
  if (s.type !== undefined && ![s.type].flat().includes(typeOf(value))) return wrong('type')
  if (s.enum?.includes(value) === false) return wrong('enum')
  if (s.const !== undefined && s.const !== value) return wrong('const')
  if (typeof value === 'string' && !new RegExp(s.pattern ?? '', 'u').test(value))
    return wrong(s.pattern ?? '')
  if (typeof value === 'number' && value < (s.minimum ?? value)) return wrong('minimum')
  if (Array.isArray(value)) return inList(s, value, path)
  return typeOf(value) === 'object' && s.properties !== undefined
    ? inObject(s, value as object, path)
    : []
}
