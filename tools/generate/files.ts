import { scoreSchema } from '@kaohe/documents'
import { glossaryPage } from '@kaohe/glossary'
import { datasetJsonSchema } from '@kaohe/intake'
import { type Published, published } from '@kaohe/scheme'

const jsonText = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

/** Every file of the repository that is generated from definitions in the code. */
export function generated(): readonly Published[] {
  return [
    ...published(),
    { path: 'docs/glossary.md', text: glossaryPage() },
    { path: 'schemes/dataset.schema.json', text: jsonText(datasetJsonSchema()) },
    { path: 'schemes/score.schema.json', text: jsonText(scoreSchema) },
  ]
}
