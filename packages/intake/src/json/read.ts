import type { Dataset, Scheme } from '@kaohe/engine'
import { Draft } from '../draft/draft.ts'
import { Catalogue } from '../names/index.ts'
import type { Diagnostic } from '../report/index.ts'
import { openJson, readJsonEntries, readJsonUnits } from './index.ts'

/**
 * Reads a dataset as `writeDataset` wrote it, or anyone else in that form. Unlike `readFacts` it needs nothing
 * but the text: no workbooks, no other encodings, and nothing that a browser does not have.
 *
 * @param file what the text is called in messages and origins
 * @returns the dataset, or none and every problem found with its place
 */
export function readDataset(
  text: string,
  scheme: Scheme,
  file: string,
): { readonly dataset?: Dataset; readonly diagnostics: readonly Diagnostic[] } {
  const draft = new Draft(new Catalogue(scheme), 'zh', true)
  const roots = openJson([{ file, text }], draft)
  readJsonUnits(roots)
  readJsonEntries(roots)
  const diagnostics = draft.report.list()
  return draft.report.failed ? { diagnostics } : { dataset: draft.finish(), diagnostics }
}
