import { prioritiesSchema, readingsSchema, schemaText, schemeSchema } from './json-schema/schema.ts'
import { lintReference } from './lint/index.ts'
import { languageReference } from './reference/reference.ts'

/** A file of the repository that is generated from the definition of the language. */
export interface Published {
  readonly path: string
  readonly text: string
}

/** Everything that `npm run generate` writes; a test checks that what is committed is the same. */
export function published(): readonly Published[] {
  return [
    { path: 'schemes/scheme.schema.json', text: schemaText(schemeSchema()) },
    { path: 'schemes/readings.schema.json', text: schemaText(readingsSchema()) },
    { path: 'schemes/priorities.schema.json', text: schemaText(prioritiesSchema()) },
    { path: 'docs/scheme-language.md', text: languageReference() },
    { path: 'docs/lint.md', text: lintReference() },
  ]
}
