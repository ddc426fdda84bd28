/** A checker of the JSON Schema keywords that the published files use, so that they are held against real files. */
type Schema = Readonly<Record<string, unknown>>

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value
}

function fitsType(types: unknown, value: unknown): boolean {
  const own = typeOf(value)
  return [types].flat().some((type) => type === own || (type === 'number' && own === 'integer'))
}

function resolve(schema: Schema, root: Schema): Schema {
  const ref = schema['$ref']
  if (typeof ref !== 'string') return schema
  return ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => (at as Schema)[key], root) as Schema
}

function objectFaults(
  schema: Schema,
  value: Readonly<Record<string, unknown>>,
  root: Schema,
  path: string,
): string[] {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>
  const rest = schema['additionalProperties']
  const missing = ((schema['required'] ?? []) as string[])
    .filter((name) => !(name in value))
    .map((name) => `${path}: lacks ${name}`)
  const members = Object.entries(value).flatMap(([name, one]) => {
    const own = properties[name] ?? (typeof rest === 'object' ? (rest as Schema) : undefined)
    if (own) return faults(own, one, root, `${path}/${name}`)
    return rest === false ? [`${path}: unknown ${name}`] : []
  })
  return [...missing, ...members]
}

/** Everything that a value has against it, by path. */
export function faults(given: Schema, value: unknown, root: Schema = given, path = ''): string[] {
  const schema = resolve(given, root)
  const found: string[] = []
  const say = (what: string) => found.push(`${path}: ${what} ${JSON.stringify(value)}`)
  if (schema['type'] !== undefined && !fitsType(schema['type'], value))
    return [`${path}: not ${JSON.stringify(schema['type'])} ${JSON.stringify(value)}`]
  if (schema['enum'] !== undefined && !(schema['enum'] as unknown[]).includes(value))
    say('not in enum')
  if (
    typeof value === 'string' &&
    schema['pattern'] !== undefined &&
    !new RegExp(schema['pattern'] as string, 'u').test(value)
  )
    say(`not ${JSON.stringify(schema['pattern'])}`)
  if (
    typeof value === 'number' &&
    schema['minimum'] !== undefined &&
    value < (schema['minimum'] as number)
  )
    say('too small')
  const options = schema['anyOf'] as Schema[] | undefined
  if (options && !options.some((one) => faults(one, value, root, path).length === 0))
    say('none of anyOf')
  const kinds = schema['oneOf'] as Schema[] | undefined
  if (kinds && kinds.filter((one) => faults(one, value, root, path).length === 0).length !== 1)
    say('not one of oneOf')
  if (Array.isArray(value) && schema['items'])
    found.push(
      ...value.flatMap((one, i) => faults(schema['items'] as Schema, one, root, `${path}/${i}`)),
    )
  if (typeOf(value) === 'object')
    found.push(...objectFaults(schema, value as Record<string, unknown>, root, path))
  return found
}
