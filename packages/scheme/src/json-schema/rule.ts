import { KINDS, MODIFIERS } from '../vocabulary.ts'
import { type Schema, schemaOf } from './value.ts'

function one(of: {
  readonly summary: string
  readonly examples: readonly string[]
  readonly params: Parameters<typeof schemaOf>[0]
}): Schema {
  return {
    ...schemaOf(of.params),
    description: [of.summary, ...of.examples.map((example) => `例：${example}`)].join('\n'),
  }
}

/** A rule: exactly one kind or combiner, and any modifiers. */
export function ruleSchema(): Schema {
  const words = [...KINDS.values(), ...MODIFIERS.values()]
  return {
    description: '计分规则：一种计分方式或合成方式，旁边可以写修饰',
    type: 'object',
    properties: Object.fromEntries(words.map((word) => [word.keyword, one(word)])),
    oneOf: [...KINDS.keys()].map((keyword) => ({ required: [keyword] })),
    additionalProperties: false,
  }
}
