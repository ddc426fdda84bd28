import { schemeShape, type shape } from '@kaohe/engine'
import { derivedShape, editShape, readingsShape } from '../readings/shapes.ts'
import { prioritiesShape } from '../priorities/shapes.ts'
import { ruleSchema } from './rule.ts'
import { type Schema, propertiesOf, requiredOf, schemaOf } from './value.ts'

const DRAFT = 'https://json-schema.org/draft/2020-12/schema'

type ObjectShape = shape.Shape & { readonly fields: Readonly<Record<string, shape.Field>> }

function document(name: string, title: string, of: ObjectShape, extra: Schema = {}): Schema {
  return {
    $schema: DRAFT,
    $id: name,
    title,
    type: 'object',
    properties: propertiesOf(of.fields),
    required: requiredOf(of.fields),
    additionalProperties: false,
    ...extra,
    $defs: { rule: ruleSchema() },
  }
}

/** The JSON Schema of scheme files, for editors; a derived scheme needs only what it changes. */
export function schemeSchema(): Schema {
  const derived = {
    沿用: { ...schemaOf(derivedShape), description: '沿用另一个方案，只写不同的部分' },
    修改: {
      ...schemaOf({ shape: 'list', of: editShape, least: 0 }),
      description: '对所沿用方案的修改',
    },
  }
  const { required, ...rest } = document('scheme.schema.json', '考核方案', schemeShape)
  return {
    ...rest,
    properties: { ...(rest['properties'] as Schema), ...derived },
    if: { required: ['沿用'] },
    then: {},
    else: { required: required as string[] },
  }
}

/** The JSON Schema of readings files. */
export function readingsSchema(): Schema {
  const { $defs: _, ...rest } = document('readings.schema.json', '口径', readingsShape)
  return rest
}

/** The JSON Schema of plans of work. */
export function prioritiesSchema(): Schema {
  const { $defs: _, ...rest } = document('priorities.schema.json', '工作要点', prioritiesShape)
  return rest
}

/** A schema as the text of its file. */
export function schemaText(schema: Schema): string {
  return `${JSON.stringify(schema, null, 2)}\n`
}
