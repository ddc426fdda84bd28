import { scoreSchema } from '@kaohe/documents'
import { vocabulary } from '@kaohe/engine'
import { type Term, glossaryPage } from '@kaohe/glossary'
import { datasetJsonSchema } from '@kaohe/intake'
import { type Published, published } from '@kaohe/scheme'
import { securityPage } from '../asvs/page.ts'
import { rolesPage } from './roles.ts'

const jsonText = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

/** Kinds, combiners and modifiers say themselves what they mean. */
function ruleTerms(): Term[] {
  const rules = [...vocabulary.kinds.values(), ...vocabulary.modifiers.values()]
  return rules.map(({ keyword, name, summary }) => {
    return { zh: keyword, en: name, means: summary, not: [] }
  })
}

/** Every file of the repository that is generated from definitions in the code. */
export function generated(): readonly Published[] {
  return [
    ...published(),
    { path: 'docs/glossary.md', text: glossaryPage(ruleTerms()) },
    { path: 'docs/roles.md', text: rolesPage() },
    { path: 'docs/security.md', text: securityPage() },
    { path: 'schemes/dataset.schema.json', text: jsonText(datasetJsonSchema()) },
    { path: 'schemes/score.schema.json', text: jsonText(scoreSchema) },
  ]
}
