import { z } from 'zod'

interface Schema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minItems?: number
  readonly minLength?: number
  readonly minimum?: number
  readonly format?: string
  readonly pattern?: string
}

const FORMATS: Readonly<Record<string, string>> = {
  uuid: '00000000-0000-4000-8000-000000000000',
  date: '2026-01-05',
  'date-time': '2026-01-05T00:00:00Z',
  email: 'a@example.org',
  base64: 'eA==',
}

function textOf({ format, minLength = 1 }: Schema): string {
  return FORMATS[format ?? ''] ?? 'x'.repeat(Math.max(1, minLength))
}

function valueOf(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  const [first] = schema.anyOf ?? schema.oneOf ?? []
  if (first !== undefined) return valueOf(first)
  switch (schema.type) {
    case 'string':
      return textOf(schema)
    case 'integer':
    case 'number':
      return Math.max(0, schema.minimum ?? 0)
    case 'boolean':
      return true
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => valueOf(schema.items ?? {}))
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, valueOf(schema.properties?.[name] ?? {})]),
      )
    default:
      return null
  }
}

/** Something that the shape takes, as small as it may be: to ask every route without knowing it. */
export function sampleOf(shape: z.ZodType | undefined): unknown {
  return shape && valueOf(z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema)
}
